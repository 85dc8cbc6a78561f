import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { openSqlite } from '../../../src/server/store/open-sqlite.ts';
import { Random } from '../../simulation/random.ts';
import { command } from '../../support/command-line.ts';
import { aFolder } from '../../support/endpoint.ts';
import { keepServing } from '../kept-serving.ts';
import { faultsIn, startLoad } from '../push-load.ts';
import { addSchoolDevices, emptied } from '../served-stores.ts';
import type { Attempt, SoakPart } from '../soak-part.ts';

/** S11: `gotovo backup` while devices push; what it wrote restores to whole chains with everything acknowledged before it began. */
export const backupUnderLoad: SoakPart = {
  name: 'backup-under-load',
  title: 'backup taken under load and restored elsewhere, SQLite',
  goal: 200,
  mustSee: ['answered while the copy was made'],
  open: async () => {
    const folder = aFolder();
    const engine = await openSqlite(folder);
    await addSchoolDevices(engine);
    await engine.close();
    const serving = await keepServing(['--data', folder]);
    return {
      attempt: (seed) => attemptBackup(seed, folder, serving.address()),
      close: async () => {
        await serving.stop();
        rmSync(folder, { recursive: true });
      },
    };
  },
};

async function attemptBackup(seed: number, folder: string, address: string): Promise<Attempt> {
  const store = await openSqlite(folder);
  await emptied(store);
  await store.close();
  const elsewhere = aFolder();
  const file = join(elsewhere, 'copy.sqlite');
  const load = startLoad(() => address, 6);
  const lost: string[] = [];
  let before = 0;
  try {
    if (!(await load.more(6))) lost.push('nothing was answered');
    await after(new Random(seed).below(200));
    before = load.acknowledged.length;
    lost.push(...(await failureOf(['backup', file, '--data', folder])));
  } finally {
    await load.stop();
  }
  const restored = join(elsewhere, 'restored');
  lost.push(...load.strange, ...(await failureOf(['restore', file, '--data', restored])));
  const copy = await openSqlite(restored);
  const held = load.acknowledged.slice(0, before);
  lost.push(...(await faultsIn(copy, held, load.attempted)));
  await copy.close();
  rmSync(elsewhere, { recursive: true });
  return { kept: before, lost, seen: load.acknowledged.length > before ? ['answered while the copy was made'] : [] };
}

async function failureOf(args: readonly string[]): Promise<string[]> {
  const { code, stderr } = await command(args);
  return code === 0 ? [] : [`${args[0]}: ${stderr}`];
}
