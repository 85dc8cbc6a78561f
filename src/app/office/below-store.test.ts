import 'fake-indexeddb/auto';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import { noCursor } from '../../core/sync/chain.ts';
import { BelowStore } from './below-store.ts';

const [theirs, ours] = [aRevision({ history: 's1', value: 'yes' }), aRevision({ history: 's1', value: 'no' })];
const page = {
  history: 's1',
  after: noCursor,
  cursor: { seq: 2, chain: 'c2' },
  revisions: [theirs],
  confirmed: [
    { id: theirs.id, srvAt: 5, via: 'file' },
    { id: ours.id, srvAt: 6 },
  ],
};
let count = 0;
const aStore = () => {
  count += 1;
  const name = `below-${count}`;
  return { name, store: new BelowStore(name, (_history, id) => (id === ours.id ? ours : undefined)) };
};
const idsOf = async (store: BelowStore) => (await store.rows('s1')).map(({ id, srvAt }) => [id, srvAt]).sort();

it('[OF2] [SY8] keeps rows and cursor together, its own offers with their content, and moves only on from where the turn began', async () => {
  const { store, name } = aStore();
  expect(await store.confirm(page)).toBe(true);
  expect(await store.confirm(page)).toBe(false);
  const again = new BelowStore(name, () => undefined);
  expect(await again.cursors()).toEqual(new Map([['s1', page.cursor]]));
  expect(await idsOf(again)).toEqual([[theirs.id, 5] as const, [ours.id, 6] as const].sort());
  expect((await again.rows('s1')).map(({ via }) => via).sort()).toEqual(['file', 'http']);
  expect(await again.confirmations('s1')).toMatchObject({ cursor: page.cursor, latest: 6 });
});

it('[OF2] [SY4] keeps what the endpoint has forgotten, to be offered to it again', async () => {
  const { store } = aStore();
  await store.confirm(page);
  await store.forget('s1');
  expect(await store.cursors()).toEqual(new Map());
  expect((await store.confirmations('s1')).ids.size).toBe(0);
  expect((await idsOf(store)).map(([, srvAt]) => srvAt)).toEqual([null, null]);
  expect(await store.confirm(page)).toBe(true);
  expect((await store.confirmations('s1')).ids.size).toBe(2);
});

it('[OF2] [JG2] remembers of what may not stand here only that it was seen', async () => {
  const { store } = aStore();
  await store.confirm({ ...page, revisions: [] });
  expect((await store.rows('s1')).map(({ id }) => id)).toEqual([ours.id]);
  expect([...(await store.confirmations('s1')).ids.keys()].sort()).toEqual([theirs.id, ours.id].sort());
});

it('[OF2] [RV4] pulls a history with a damaged row anew', async () => {
  const { store, name } = aStore();
  await store.confirm(page);
  const database = await new Dexie(`${name}-below`).open();
  await database.table('rows').update(theirs.id, { 'revision.value': 'partial' });
  database.close();
  expect((await store.rows('s1')).map(({ id }) => id)).toEqual([ours.id]);
  expect(await store.cursors()).toEqual(new Map());
});
