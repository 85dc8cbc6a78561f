import type { Revision } from '../../core/submission/revision.ts';
import type { Recovery } from '../program.ts';
import type { DexieStore } from './dexie-store.ts';
import type { Journal } from './journal.ts';
import { readLines } from './journal-lines.ts';

export type OpenedStore = { revisions: Revision[]; recovery: Recovery; secondCopy: 'ok' | 'unavailable' };

/**
 * ST3: start-up compares the two copies before anything is shown: the union goes into both. The person is told when the
 * database was empty or older than the journal; only the last line of a journal may be put back silently, for it may never
 * have been shown as saved.
 */
export async function openStore(
  store: DexieStore,
  journal: Journal,
  hadData: () => Promise<boolean>,
): Promise<OpenedStore> {
  const journals = await journal.open().catch(() => null);
  const wasNew = await store.isNew();
  const stored = await store.readAll();
  const known = new Map(stored.map((revision) => [revision.id, revision]));
  const missing: Revision[] = [];
  let told = 0;
  for (const text of journals ?? []) {
    const { revisions } = readLines(text);
    for (const [at, revision] of revisions.entries()) {
      if (known.has(revision.id)) continue;
      known.set(revision.id, revision);
      missing.push(revision);
      if (at < revisions.length - 1 || wasNew) told += 1;
    }
  }
  if (missing.length > 0) await store.append(missing);
  const revisions = [...known.values()];
  let secondCopy: OpenedStore['secondCopy'] = journals === null ? 'unavailable' : 'ok';
  if (journals !== null) {
    await journal.begin(revisions).catch(() => {
      secondCopy = 'unavailable';
    });
  }
  return { revisions, recovery: await recoveryOf(), secondCopy };

  async function recoveryOf(): Promise<Recovery> {
    if (told > 0)
      return { kind: 'restored', count: wasNew ? missing.length : told, reason: wasNew ? 'wiped' : 'older' };
    return revisions.length === 0 && (await hadData()) ? { kind: 'wiped-nothing-left' } : { kind: 'nothing' };
  }
}
