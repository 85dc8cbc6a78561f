import { expect, it } from 'vitest';
import type { RevisionStore } from '../../src/core/revision-store.ts';
import { aRevision } from '../fixtures/a-revision.ts';

/** What every store of revisions must do, whatever it is made of. */
export function revisionStoreContract(open: () => RevisionStore): void {
  const ids = async (store: RevisionStore) => (await store.readAll()).map((revision) => revision.id).sort();

  it('[ST1] keeps what was appended, once, in any order and repetition', async () => {
    const store = open();
    const [one, other] = [aRevision(), aRevision({ value: { n: 12, note: 'приказ № 5 😀' } })];
    await store.append([other]);
    await store.append([one, other, one]);
    expect(await ids(store)).toEqual([one.id, other.id].sort());
    expect((await store.readAll()).find((revision) => revision.id === other.id)).toEqual(other);
  });

  it('[ST1] takes all of a batch or nothing', async () => {
    const store = open();
    const broken = { ...aRevision(), id: undefined as unknown as string };
    await expect(store.append([aRevision(), broken])).rejects.toThrow();
    expect(await ids(store)).toEqual([]);
  });
}
