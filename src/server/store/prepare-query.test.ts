import { describe, expect, it } from 'vitest';
import { aFolder, openStore } from '../../../tests/support/endpoint.ts';
import { inPieces, prepareQuery } from './prepare-query.ts';
import type { Tables } from './tables.ts';

const insert = prepareQuery((db, rows: readonly Tables['revision_ids'][]) =>
  db.insertInto('revision_ids').values(rows),
);
const select = prepareQuery((db, history: number, ids: readonly string[]) =>
  db
    .selectFrom('revision_ids')
    .select(({ lit }) => ['id', 'seq', lit(7).as('seven')])
    .where('history', '=', history)
    .where('seq', '<', 100)
    .where('id', 'in', ids)
    .orderBy('seq'),
);

describe('a prepared query', () => {
  it('gives every call its own values, for lists of any length and on any engine', async () => {
    for (const engine of [await openStore(aFolder()), await openStore(aFolder())]) {
      const row = (id: string, seq: number) => ({ history: 1, id, seq });
      await engine.write((writer) => insert(writer, [row('a', 1), row('b', 2)]));
      await engine.write((writer) => insert(writer, [{ seq: 3, id: 'c', history: 1 }, row('d', 100)]));
      await engine.write((writer) => insert(writer, [row('e', 5)]));
      const seqsOf = async (ids: readonly string[]) => (await select(engine.read, 1, ids)).map(({ seq }) => seq);
      expect(await seqsOf(['a', 'c', 'd'])).toEqual([1, 3]);
      expect(await seqsOf(['b', 'e', 'x'])).toEqual([2, 5]);
      expect(await seqsOf(['e'])).toEqual([5]);
      expect(await select(engine.read, 2, ['e'])).toEqual([]);
      await engine.close();
    }
  });

  it('is asked in pieces of few lengths that make up the whole list', () => {
    const lists = Array.from({ length: 300 }, (_, length) => Array.from({ length }, (_, at) => at));
    for (const list of lists) expect(inPieces(list).flat()).toEqual(list);
    expect(new Set(lists.flatMap(inPieces).map(({ length }) => length))).toEqual(new Set([64, 16, 4, 1]));
  });
});
