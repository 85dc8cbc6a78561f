import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noCursor } from '../../../src/core/sync/chain.ts';
import { buildSyncRequest } from '../../../src/core/sync/client-turn.ts';
import { openSqlite } from '../../../src/server/store/open-sqlite.ts';
import { type Serving, serve } from '../../support/command-line.ts';
import { aFolder, WireDevice } from '../../support/endpoint.ts';
import { faultsIn, startLoad } from '../push-load.ts';
import { addSchoolDevices } from '../served-stores.ts';
import type { Attempt, SoakPart } from '../soak-part.ts';

const roomInKB = 300;

/** S3: the disk fills under load: 507, reading goes on, and once there is room again so does writing. */
export const fullDisk: SoakPart = {
  name: 'full-disk',
  title: 'disk full under load and freed again, SQLite',
  goal: 20,
  mustSee: ['refused as full', 'read while full'],
  open: async () => ({ attempt: attemptFilling, close: async () => {} }),
};

async function attemptFilling(seed: number): Promise<Attempt> {
  const folder = aFolder();
  const isMounted = seed % 2 === 0 && done('mount', '-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder);
  try {
    const store = await openSqlite(folder);
    await addSchoolDevices(store);
    await store.close();
    const serving = await serve(['--port', '0', '--data', folder]);
    const attempt = await fill(folder, serving, isMounted).finally(() => serving.stop('SIGTERM'));
    return { ...attempt, seen: [...attempt.seen, isMounted ? 'small disk' : 'limit on file size'] };
  } finally {
    if (isMounted) done('umount', '--lazy', folder);
    rmSync(folder, { recursive: true });
  }
}

async function fill(folder: string, serving: Serving, isMounted: boolean): Promise<Attempt> {
  const load = startLoad(() => serving.address, 6, [503, 507]);
  const [lost, seen]: [string[], string[]] = [[], []];
  try {
    if (!(await load.more(6))) lost.push('nothing was answered');
    const free = isMounted ? fillDisk(folder) : limitFiles(folder, serving.pid);
    if (await load.refusedWith(507)) seen.push('refused as full');
    else lost.push('never refused as full');
    const reader = new WireDevice(serving.address);
    reader.cookie = '__Host-dev=s1-9';
    const offers = [{ history: 's1', after: noCursor, revisions: [] }];
    const { status } = await reader.post('/sync', buildSyncRequest(offers, 'nonce-1', 0));
    if (status === 200) seen.push('read while full');
    else lost.push(`reading while full: ${status}`);
    free();
    if (!(await load.more(12))) lost.push('not served again');
  } finally {
    await load.stop();
  }
  const store = await openSqlite(folder);
  lost.push(...load.strange, ...(await faultsIn(store, load.acknowledged, load.attempted)));
  await store.close();
  return { kept: load.acknowledged.length, lost, seen };
}

/** Leaves a little room on the small disk; what is returned frees the rest. */
function fillDisk(folder: string): () => void {
  const ballast = join(folder, 'ballast');
  const used = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  writeFileSync(ballast, Buffer.alloc(16 * 1024 * 1024 - used - roomInKB * 1024));
  return () => rmSync(ballast);
}

/** No file of the process may grow much further; what is returned lifts that. */
function limitFiles(folder: string, pid: number): () => void {
  const largest = Math.max(...readdirSync(folder).map((name) => statSync(join(folder, name)).size));
  const limit = (bytes: string) => {
    if (!done('prlimit', '--pid', String(pid), `--fsize=${bytes}`)) throw new Error('prlimit does not work here');
  };
  limit(`${largest + roomInKB * 1024}:unlimited`);
  return () => limit('unlimited');
}

const done = (program: string, ...args: string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;
