import { expect, it } from 'vitest';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import { aFolder } from '../../../tests/support/endpoint.ts';
import { databaseOf } from '../../../tests/support/postgres.ts';
import { toWire } from '../../core/sync/messages.ts';
import { serveHistory } from '../../core/sync/serve-history.ts';
import type { Engine } from './engine.ts';
import { lockHistory, readRevisions, sha256 } from './histories.ts';
import { moveStore } from './move-store.ts';
import { openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';

const bring = (engine: Engine, history: string, values: readonly (number | string)[]) =>
  engine.write(async (writer) => {
    const table = await lockHistory(writer, history, null);
    const revisions = values.map((value) => [...toWire(aRevision({ history, value }))]);
    const parts = { history, sha256, refusalOf: () => null, now: Date.now(), via: 'test' };
    await serveHistory(table, { after: table.head, revisions }, parts);
  });

it('[PG5] carries more rows than one statement takes, every text as it was, and numbers go on after them', async () => {
  const from = await openSqlite(aFolder());
  const to = await openPostgres(await databaseOf(aFolder()), { mayBegin: true });
  await bring(from, 's1', ['«Ёлка» 😀\t\\ \'"', 'e\u0301'.normalize('NFC'), '\u0085']);
  await bring(
    from,
    's2',
    Array.from({ length: 2500 }, (_, at) => at),
  );
  const moved = await moveStore(from, to);
  expect(moved.ok && [moved.value.histories, moved.value.rows.get('revisions')]).toEqual([2, 2503]);
  for (const history of ['s1', 's2'])
    expect(await readRevisions(to.read, history)).toEqual(await readRevisions(from.read, history));
  for (const engine of [from, to]) await bring(engine, 's3', [1]);
  const numbersIn = (engine: Engine) =>
    engine.read.selectFrom('histories').select(['no', 'history']).orderBy('no').execute();
  expect(await numbersIn(to)).toEqual(await numbersIn(from));
  expect(await moveStore(from, to)).toEqual({ ok: false, problem: { code: 'not-empty' } });
  for (const engine of [from, to]) await engine.close();
});
