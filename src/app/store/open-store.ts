import type { Revision } from '../../core/submission/revision.ts';
import type { Recovery, SavingState } from '../program.ts';
import { type DexieStore, writeFailureOf } from './dexie-store.ts';
import type { Journal } from './journal.ts';
import { readLines } from './journal-lines.ts';

export type OpenedStore = {
  revisions: Revision[];
  recovery: Recovery;
  secondCopy: SavingState['secondCopy'];
  /** known from the journal, and the database does not take them */
  unsaved: SavingState['unsaved'];
};

/**
 * ST3: start-up compares the two copies before anything is shown: the union goes into both. The person is told when the
 * database was wiped or older than the journals. Only the last write of a journal is put back silently: a kill between the
 * two copies leaves exactly that, and it was never shown as saved.
 * ST5: journals beside newer data stay as they are, for this program may not know all of their lines, and the person is told.
 */
export async function openStore(
  store: DexieStore,
  journal: Journal,
  hadData: () => Promise<boolean>,
): Promise<OpenedStore> {
  // side by side, but rows are read after the journals, or what another tab saves meanwhile would look lost
  const opening = store.open();
  opening.catch(() => undefined); // told below, once the journals are read
  const texts = await journal.open().catch(() => null);
  const journals = (texts ?? []).map(readLines);
  const { age, stored } = await opening.then(() => readStore(store)).catch(withoutStore);
  const known = new Map(stored.map((revision) => [revision.id, revision]));
  const had = await hadData();
  const missing: Revision[] = [];
  let told = 0;
  for (const { revisions, lastWrite } of journals) {
    for (const revision of revisions) {
      if (known.has(revision.id)) continue;
      known.set(revision.id, revision);
      missing.push(revision);
      if ((age === 'new' && had) || !lastWrite.has(revision.id)) told += 1;
    }
  }
  const revisions = [...known.values()];
  const unsaved = await putBack(store, missing);
  const secondCopy = texts !== null && (age === 'newer' || (await begun(journal, revisions))) ? 'ok' : 'unavailable';
  return { revisions, recovery: recoveryOf(), secondCopy, unsaved };

  /** ST8: a database that opens no more must not hide what the journals hold; where they hold nothing, nothing can be shown. */
  function withoutStore(cause: unknown): { age: 'unreadable'; stored: Revision[] } {
    if (journals.every((journal) => journal.revisions.length === 0)) throw cause;
    return { age: 'unreadable', stored: [] };
  }

  function recoveryOf(): Recovery {
    if (age === 'newer') return { kind: 'newer-data' };
    if (age === 'unreadable' && unsaved.length > 0) return { kind: 'nothing' }; // it is told as not saved
    if (told > 0) return { kind: 'restored', count: told, reason: age === 'new' ? 'wiped' : 'older' };
    return had && revisions.length === 0 ? { kind: 'wiped-nothing-left' } : { kind: 'nothing' };
  }
}

async function readStore(store: DexieStore) {
  const [age, stored] = await Promise.all([store.age(), store.readAll()]);
  return { age, stored };
}

/** A database that does not take what it lacks is no reason to hide it: it stands as not saved. */
async function putBack(store: DexieStore, missing: readonly Revision[]): Promise<OpenedStore['unsaved']> {
  if (missing.length === 0) return [];
  try {
    await store.append(missing);
    return [];
  } catch (error) {
    const reason = writeFailureOf(error);
    return missing.map((revision) => ({ revision, reason }));
  }
}

const begun = (journal: Journal, revisions: readonly Revision[]): Promise<boolean> =>
  journal.begin(revisions).then(
    () => true,
    () => false,
  );
