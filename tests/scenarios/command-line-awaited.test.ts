import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Revision } from '../../src/core/submission/revision.ts';
import { type Cursor, noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest, type HistoryTurn, readSyncAnswer } from '../../src/core/sync/client-turn.ts';
import { aRevision, sha256 } from '../fixtures/a-revision.ts';
import { aFile, aStore, command, endAll, placesCsv, serve } from '../support/command-line.ts';
import { aFolder, WireDevice } from '../support/endpoint.ts';
import { databaseOf } from '../support/postgres.ts';

vi.setConfig({ testTimeout: 120_000 });
afterAll(endAll);

/** A store of one kind, with the way its copies are taken and put back. */
type Store = {
  flags: string[];
  env: Record<string, string>;
  copy: () => Promise<unknown>;
  /** puts the copy back; where the store lies from then on, and what was said */
  putBack: () => Promise<{ flags: string[]; env: Record<string, string>; said: string }>;
};

async function onSqlite(): Promise<Store> {
  const data = await aStore();
  const flags = ['--data', data];
  const file = join(aFolder(), 'copy.sqlite');
  return {
    flags,
    env: {},
    copy: () => command(['backup', file, ...flags]),
    putBack: async () => ({ flags, env: {}, said: (await command(['restore', file, ...flags])).stderr }),
  };
}

/** The drill of the documentation: pg_dump, pg_restore into an empty database, `awaited begin`. */
async function onPostgres(): Promise<Store> {
  const [before, after] = [await databaseOf(aFolder()), await databaseOf(aFolder())];
  const env = { DATABASE_URL: before };
  const file = join(aFolder(), 'copy.dump');
  await command(['places', 'import', aFile('places.csv', placesCsv)], env);
  return {
    flags: [],
    env,
    copy: async () => tool('pg_dump', ['--format=custom', `--file=${file}`, before]),
    putBack: async () => {
      tool('pg_restore', [`--dbname=${after}`, '--exit-on-error', file]);
      const moved = { DATABASE_URL: after };
      return { flags: [], env: moved, said: (await command(['awaited', 'begin'], moved)).stderr };
    },
  };
}

function tool(name: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(name, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${name}: ${status} ${stderr}`);
}
const hasTools = ['pg_dump', 'pg_restore'].every((name) => spawnSync(name, ['--version']).status === 0);

/** A school's device that keeps what it has, and goes on after a diverged turn as the program does. */
class School {
  readonly device: WireDevice;
  readonly #history: string;
  readonly #all: Revision[] = [];
  #confirmed = new Set<string>();
  #cursor: Cursor = noCursor;

  constructor(address: string, history: string) {
    this.device = new WireDevice(address);
    this.#history = history;
  }

  answer(value: number): Revision {
    const revision = aRevision({ history: this.#history, path: '2016-17/readiness/K2-04', value });
    this.#all.push(revision);
    return revision;
  }

  /** Turns until everything is confirmed; how many were diverged. */
  async sync(): Promise<number> {
    let diverged = 0;
    for (let pullFirst = false; ; ) {
      const turn = await this.#turn(pullFirst ? [] : this.#unconfirmed());
      if (turn.state === 'diverged') {
        diverged += 1;
        this.#cursor = noCursor;
        this.#confirmed = new Set();
        pullFirst = true;
        continue;
      }
      if (turn.state !== 'page') throw new Error(turn.state);
      this.#cursor = turn.cursor;
      for (const { id } of [...turn.revisions, ...turn.confirmed]) this.#confirmed.add(id);
      pullFirst = turn.more;
      if (!turn.more && this.#unconfirmed().length === 0) return diverged;
    }
  }

  #unconfirmed = (): Revision[] => this.#all.filter(({ id }) => !this.#confirmed.has(id));

  async #turn(revisions: readonly Revision[]): Promise<HistoryTurn> {
    const offers = [{ history: this.#history, after: this.#cursor, revisions }];
    const { body } = await this.device.post('/sync', buildSyncRequest(offers, 'n', this.#unconfirmed().length));
    const read = readSyncAnswer(body, offers, 'n', sha256);
    if (!read.ok || !read.value[0]) throw new Error(JSON.stringify(body));
    return read.value[0];
  }
}

const stores = [['SQLite', onSqlite] as const, ...(hasTools ? [['PostgreSQL', onPostgres] as const] : [])];

describe.each(stores)('a store on %s put back from an older copy', (_name, aFreshStore) => {
  it('[OP4] tells whom it awaits, gets everything back from the devices, and then awaits nobody', async () => {
    const { flags, env, copy, putBack } = await aFreshStore();
    const never = await command(['awaited', 'list', ...flags], env);
    expect([never.code, never.stdout, never.stderr]).toEqual([0, '', expect.stringContaining('ждать некого')]);
    const first = await serve(['--port', '0', ...flags], env);
    const schools = ['s10', 's11'].map((id) => new School(first.address, id));
    for (const [at, { device }] of schools.entries()) {
      const { stdout } = await command(['codes', 'issue', '--place', `s1${at}`, '--json', ...flags], env);
      await device.enrol(JSON.parse(stdout).code);
    }
    const [ten, eleven] = schools as [School, School];
    ten.answer(1);
    for (const school of schools) await school.sync();
    await copy();
    const late = [ten.answer(2), ten.answer(3)];
    await ten.sync();
    const { port } = new URL(first.address);
    await first.stop('SIGTERM');

    const back = await putBack();
    expect(back.said).toMatch(/Ждём мест: 2 из 2, вернулось: 0/);
    const list = async () => JSON.parse((await command(['awaited', 'list', '--json', ...back.flags], back.env)).stdout);
    const second = await serve(['--port', port, ...back.flags], back.env);
    const { awaited, ...told } = await list();
    expect(told).toMatchObject({ restoredAt: expect.stringMatching(/^\d{4}-/), places: 2 });
    expect(awaited).toMatchObject([
      { place: 's10', shortName: 'Берёзовская СОШ', devices: 1, seenAt: expect.stringMatching(/^20/) },
      { place: 's11', devices: 1 },
    ]);
    expect(await eleven.sync()).toBe(0); // nothing of it was lost
    expect((await list()).awaited).toMatchObject([{ place: 's10' }]);
    expect(await ten.sync()).toBe(1);
    const done = await command(['awaited', 'list', ...back.flags], back.env);
    expect([done.stdout, done.stderr]).toEqual(['', expect.stringContaining('Все места вернулись: 2.')]);
    await second.stop('SIGTERM');
    const file = aFile('all.envelope', '');
    await command(['envelope', 'export', '--place', 's10', '--out', file, ...back.flags], back.env);
    const { stdout } = await command(['envelope', 'inspect', file, '--json', ...back.flags], back.env);
    expect(JSON.parse(stdout).histories).toMatchObject([{ history: 's10', revisions: 2 + late.length }]);
  });
});

describe('gotovo awaited', () => {
  it('[CL1] needs to be told what to do', async () => {
    for (const args of [[], ['end']]) {
      const { code, stderr } = await command(['awaited', ...args]);
      expect([code, stderr]).toEqual([2, expect.stringContaining('gotovo awaited list')]);
    }
  });
});
