import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import { aFolder, aTree } from '../../../tests/support/endpoint.ts';
import { databaseIn, databaseOf, query, sharedCluster } from '../../../tests/support/postgres.ts';
import { toWire } from '../../core/sync/messages.ts';
import { serveHistory } from '../../core/sync/serve-history.ts';
import { openEndpointKey } from '../endpoint-key.ts';
import type { Engine } from './engine.ts';
import { lockHistory, sha256 } from './histories.ts';
import { type DatabaseFault, openPostgres } from './open-postgres.ts';
import { createPlaces, writePlaces } from './places.ts';
import { keepSetting, readSetting } from './settings.ts';
import { verifyStore } from './verify-store.ts';

const aDatabase = () => databaseOf(aFolder());
const open = (url: string) => openPostgres(url, { mayBegin: true });
const faultAt = (url: string, mayBegin = true): Promise<DatabaseFault | undefined> =>
  openPostgres(url, { mayBegin }).then(
    () => undefined,
    (error: { fault?: DatabaseFault }) => error.fault,
  );

/** Two processes' engines on one database. */
async function twoEngines(): Promise<[Engine, Engine]> {
  const url = await aDatabase();
  return Promise.all([open(url), open(url)]);
}
const closeAll = (engines: readonly Engine[]) => Promise.all(engines.map((engine) => engine.close()));

const bring = (engine: Engine, history: string, value: number) =>
  engine.write(async (writer) => {
    const table = await lockHistory(writer, history, null);
    const revisions = [[...toWire(aRevision({ history, value }))]];
    return serveHistory(
      table,
      { after: table.head, revisions },
      { history, sha256, refusalOf: () => null, now: 1, via: 't' },
    );
  });

describe('a database', () => {
  it('[PG1] that cannot hold the store, or holds none, is told apart and left as it is', async () => {
    const cluster = await sharedCluster();
    const latin = await databaseIn(cluster, 'latin', "encoding 'LATIN1' template template0");
    const foreign = await aDatabase();
    await query(foreign, 'create table grades (pupil text, grade integer)');
    const empty = await aDatabase();
    expect(await faultAt(latin)).toBe('not-utf8');
    expect(await faultAt(foreign)).toBe('not-empty');
    expect(await faultAt(empty, false)).toBe('no-store');
    expect(await faultAt(empty.replace(/\w+$/, 'nowhere'))).toBe('no-database');
    expect(await faultAt(empty.replace('postgres@', 'nobody@'))).toBe('no-entry');
    expect(await faultAt(empty.replace(/:\d+\//, ':1/'))).toBe('no-answer');
    const tables = (url: string) =>
      query(url, "select relname from pg_class where relnamespace = 'public'::regnamespace");
    expect([await tables(empty), await tables(foreign)]).toEqual([[], [{ relname: 'grades' }]]);
    await query(empty, 'create role reader login');
    expect(await faultAt(empty.replace('postgres@', 'reader@'))).toBe('no-right');
  });

  it('[PG2] flushes every commit and reads only what is committed, whatever its own settings are', async () => {
    const url = await aDatabase();
    await query(url, `alter database ${url.split('/').at(-1)} set synchronous_commit = off`);
    await query(url, `alter database ${url.split('/').at(-1)} set default_transaction_isolation = serializable`);
    const engine = await open(url);
    const shown = async (name: string) =>
      (await engine.write((writer) => sql.raw(`show ${name}`).execute(writer))).rows;
    expect(await shown('synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
    expect(await shown('transaction_isolation')).toEqual([{ transaction_isolation: 'read committed' }]);
    await engine.close();
  });

  it('[PG2] compares every text by its bytes, so that order is the same on both databases', async () => {
    const url = await aDatabase();
    await (await open(url)).close();
    const collations = await query(
      url,
      "select distinct collation_name from information_schema.columns where table_schema = 'public' and data_type = 'text'",
    );
    expect(collations).toEqual([{ collation_name: 'C' }]);
  });
});

describe('two processes on one database', () => {
  it('[PG2] run again a job that was ended because two waited for each other', async () => {
    const engines = await twoEngines();
    for (const name of ['a', 'b']) await engines[0].write((writer) => keepSetting(writer, name, '0'));
    const tries: string[] = [];
    const inOrder = (engine: Engine, names: readonly string[]) =>
      engine.write(async (writer) => {
        tries.push(names.join(''));
        for (const name of names) {
          const value = sql<string>`cast(cast(value as integer) + 1 as text)`;
          await writer.updateTable('settings').set({ value }).where('name', '=', name).execute();
          await sql`select pg_sleep(0.2)`.execute(writer);
        }
      });
    await Promise.all([inOrder(engines[0], ['a', 'b']), inOrder(engines[1], ['b', 'a'])]);
    expect(await Promise.all(['a', 'b'].map((name) => readSetting(engines[0].read, name)))).toEqual(['2', '2']);
    expect(tries).toHaveLength(3);
    await closeAll(engines);
  });

  it('[PG3] may begin a store at the same moment, and have one key', async () => {
    const url = await aDatabase();
    const engines = await Promise.all(Array.from({ length: 4 }, () => open(url)));
    const keys = await Promise.all(engines.map(openEndpointKey));
    expect(new Set(keys.map(({ secret }) => secret)).size).toBe(1);
    await closeAll(engines);
  });

  it('[PG3] begin histories at the same moment without harm: one of a name, each with a number of its own', async () => {
    const engines = await twoEngines();
    const names = Array.from({ length: 12 }, (_, at) => `s${at}`);
    await Promise.all(engines.flatMap((engine, at) => names.map((name) => bring(engine, name, at))));
    const checks = await verifyStore(engines[0].read);
    expect(checks.map(({ history, rows, fault }) => [history, rows, fault])).toEqual(
      [...names].sort().map((name) => [name, 2, null]),
    );
    await closeAll(engines);
  });

  it('[PG4] see the same places as soon as a change is committed, and no change covers another', async () => {
    const engines = await twoEngines();
    const places = engines.map(createPlaces);
    for (const read of places) expect((await read()).byId.size).toBe(0);
    const parts = [aTree.slice(0, 4), aTree.slice(4)];
    await Promise.all(parts.map((part, at) => engines[at]?.write((writer) => writePlaces(writer, part))));
    for (const read of places) expect((await read()).byId.size).toBe(aTree.length);
    const ranks = await engines[0].read.selectFrom('places').select('rank').orderBy('rank').execute();
    expect(ranks.map(({ rank }) => rank)).toEqual(aTree.map((_, at) => at + 1));
    await closeAll(engines);
  });
});
