import { rmSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Revision } from '../../src/core/submission/revision.ts';
import { type Cursor, noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest, readSyncAnswer } from '../../src/core/sync/client-turn.ts';
import { addDevice } from '../../src/server/store/devices.ts';
import type { Engine } from '../../src/server/store/engine.ts';
import { readRevisions } from '../../src/server/store/histories.ts';
import { openPostgres } from '../../src/server/store/open-postgres.ts';
import { writePlaces } from '../../src/server/store/places.ts';
import { verifyStore } from '../../src/server/store/verify-store.ts';
import { aRevision, sha256 } from '../fixtures/a-revision.ts';
import { endAll, serve } from '../support/command-line.ts';
import { aFolder, aTree, WireDevice } from '../support/endpoint.ts';
import { databaseIn, databaseOf, killCluster, query, startAgain, startCluster } from '../support/postgres.ts';

vi.setConfig({ testTimeout: 120_000 });
afterAll(endAll);

const schools = ['s1', 's2', 's3', 's4'];

/** A store with the tree of places, and a device of a school for every pusher: its cookie, taking the schools in turn. */
async function aStoreFor(url: string, pushers: number): Promise<{ engine: Engine; cookies: string[] }> {
  const engine = await openPostgres(url, { mayBegin: true });
  const cookies = Array.from({ length: pushers }, (_, at) => `token-${at}`);
  await engine.write(async (writer) => {
    await writePlaces(writer, aTree);
    for (const [at, token] of cookies.entries()) {
      const device = { id: `d${at}`, role: 'school', place: schoolOf(at), label: 'ПК', publicKey: '' } as const;
      await addDevice(writer, device, token, Date.now());
    }
  });
  return { engine, cookies };
}
const schoolOf = (at: number): string => schools[at % schools.length] ?? '';

function aDevice(address: string, cookie: string): WireDevice {
  const device = new WireDevice(address);
  device.cookie = `__Host-dev=${cookie}`;
  return device;
}

const answers = (history: string, who: number, count: number): Revision[] =>
  Array.from({ length: count }, (_, at) => aRevision({ history, value: `${who}-${at}` }));

/** One turn through the real messages, chain checked; the status alone when it was not served. */
async function turn(device: WireDevice, history: string, revisions: readonly Revision[], cursor: Cursor) {
  const offers = [{ history, after: cursor, revisions }];
  const { status, body } = await device.post('/sync', buildSyncRequest(offers, 'nonce-1', 0));
  if (status !== 200) return { status, page: null };
  const read = readSyncAnswer(body, offers, 'nonce-1', sha256);
  const page = read.ok ? read.value[0] : null;
  if (page?.state !== 'page') throw new Error(`no page: ${read.ok ? page?.state : read.problem.code}`);
  return { status, page };
}

describe('two endpoint processes on one PostgreSQL', () => {
  it('[ES3] [PG3] bring every row of 32 pushers to every reader, though commits are slow and some are undone', async () => {
    const url = await databaseOf(aFolder());
    const { engine, cookies } = await aStoreFor(url, 32);
    await query(
      url,
      `create function slow() returns trigger language plpgsql as $$ begin
        perform pg_sleep(random() * 0.01);
        if random() < 0.02 then raise exception 'undone' using errcode = 'serialization_failure'; end if;
        return null;
      end $$;
      create constraint trigger slow after insert on revisions deferrable initially deferred for each row execute function slow()`,
    );
    const processes = await Promise.all([1, 2].map(() => serve(['--port', '0'], { DATABASE_URL: url })));
    const addressOf = (at: number): string => processes[at % 2]?.address ?? '';

    const brought = new Map<string, string[]>(schools.map((school) => [school, []]));
    let pushing = true;
    const push = async (cookie: string, at: number) => {
      const [device, school] = [aDevice(addressOf(Math.floor(at / 4)), cookie), schoolOf(at)];
      const all = answers(school, at, 12);
      for (let first = 0; first < all.length; first += 3) {
        const { status } = await turn(device, school, all.slice(first, first + 3), noCursor);
        expect(status).toBe(200);
      }
      brought.get(school)?.push(...all.map(({ id }) => id));
    };
    const read = async (cookie: string, at: number): Promise<string[]> => {
      const school = schoolOf(at);
      const seen: string[] = [];
      let cursor = noCursor;
      for (let time = 0; ; time += 1) {
        const isLast = !pushing;
        const { page } = await turn(aDevice(addressOf(time), cookie), school, [], cursor);
        seen.push(...(page?.confirmed ?? []).map(({ id }) => id));
        cursor = page?.cursor ?? cursor;
        if (isLast && !page?.more) return seen;
      }
    };
    const reading = Promise.all(schools.map((_, at) => read(cookies[at] ?? '', at)));
    await Promise.all(cookies.map(push)).finally(() => {
      pushing = false;
    });
    for (const [at, seen] of (await reading).entries()) {
      expect(seen.sort()).toEqual(brought.get(schoolOf(at))?.sort());
    }
    expect(await verifyStore(engine.read)).toEqual(
      schools.map((history) => ({ history, rows: 96, chain: expect.any(String), fault: null })),
    );
    for (const { stop } of processes) expect(await stop('SIGTERM')).toBe(0);
    await engine.close();
  });

  it('[PG2] lose nothing acknowledged when they and PostgreSQL are killed under load, and go on by themselves', async () => {
    const cluster = await startCluster();
    onTestFinished(() => {
      killCluster(cluster.folder);
      rmSync(cluster.folder, { recursive: true });
    });
    const url = await databaseIn(cluster, 'killed');
    const { engine, cookies } = await aStoreFor(url, 8);
    const processes = await Promise.all([1, 2].map(() => serve(['--port', '0'], { DATABASE_URL: url })));
    const addresses = processes.map(({ address }) => address);

    const acknowledged: Revision[] = [];
    const statuses = new Set<number>();
    let pushing = true;
    const push = async (cookie: string, at: number) => {
      const [device, school] = [aDevice(addresses[at % 2] ?? '', cookie), schoolOf(at)];
      for (let nth = 0; pushing; ) {
        const revision = aRevision({ history: school, value: `${at}-${nth}` });
        const answer = await turn(device, school, [revision], noCursor).catch(() => null); // the process is dead
        if (answer) statuses.add(answer.status);
        if (answer?.status !== 200) await after(50);
        else {
          acknowledged.push(revision);
          nth += 1;
        }
      }
    };
    const pushed = Promise.all(cookies.map(push));
    const more = async () => {
      const before = acknowledged.length;
      await vi.waitUntil(() => acknowledged.length >= before + 30, 20_000);
    };
    const killInTurn = async () => {
      for (let round = 0; round < 3; round += 1) {
        await more();
        const at = round % 2;
        await processes[at]?.stop('SIGKILL');
        const { port } = new URL(addresses[at] ?? '');
        processes[at] = await serve(['--port', port], { DATABASE_URL: url });
        await more();
        killCluster(cluster.folder);
        startAgain(cluster);
      }
      await more();
    };
    await killInTurn().finally(() => {
      pushing = false;
    });
    await pushed;

    const stored = await Promise.all(schools.map((school) => readRevisions(engine.read, school)));
    const ids = new Set(stored.flat().map(({ id }) => id));
    expect(acknowledged.filter(({ id }) => !ids.has(id))).toEqual([]);
    expect((await verifyStore(engine.read)).map(({ fault }) => fault)).toEqual(schools.map(() => null));
    expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
    for (const { stop } of processes) expect(await stop('SIGTERM')).toBe(0);
    await engine.close();
  });
});
