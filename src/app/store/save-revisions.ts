import { type ReadonlySignal, signal } from '@preact/signals';
import type { Revision } from '../../core/submission/revision.ts';
import type { SavingState } from '../program.ts';
import { type DexieStore, writeFailureOf } from './dexie-store.ts';
import type { Journal } from './journal.ts';
import { readLines } from './journal-lines.ts';
import type { OpenedStore } from './open-store.ts';

export type Saving = {
  state: ReadonlySignal<SavingState>;
  /** Writes new revisions; true once both copies have them. */
  save: (revisions: readonly Revision[]) => Promise<boolean>;
  /** Writes revisions again that the journal already knows, into the database. */
  saveAgain: (revisions: readonly Revision[]) => Promise<boolean>;
  /** Whether these, made earlier, are saved; tries again what is not. */
  areSaved: (revisions: readonly Revision[]) => Promise<boolean>;
  /** Counts anew after revisions came from elsewhere. */
  recount: () => void;
  /** Says that the database was found wiped: the journal is doubted too, and begun anew. */
  doubtJournal: () => void;
};

export type SavingParts = {
  store: DexieStore;
  journal: Journal;
  opened: OpenedStore;
  savedAt: string | null;
  /** HH:MM now */
  clock: () => string;
  everything: () => readonly Revision[];
  /** how many that are */
  size: () => number;
  show: (revisions: readonly Revision[]) => void;
  onSaved: (revisions: readonly Revision[]) => Promise<void>;
};

const firstWaitInMs = 5000;
const longestWaitInMs = 60_000;

/**
 * ST6: writes of one tab go one after another, what queued up meanwhile together; journal and database at the same time.
 * A write begins before `save` returns, unless another one is under way.
 * What failed stays in `unsaved` and is tried again after the next write that succeeds, when asked, and by itself, more and
 * more rarely: a disk may be freed and a lost database come back while nobody types.
 */
export function createSaving(parts: SavingParts): Saving {
  const { store, journal, opened, everything, size, show } = parts;
  const state = signal<SavingState>({
    pending: 0,
    savedAt: parts.savedAt,
    unsaved: opened.unsaved,
    secondCopy: opened.secondCopy,
    count: size() - opened.unsaved.length,
  });
  const patch = (changes: Partial<SavingState>) => {
    const next = { ...state.value, ...changes };
    state.value = { ...next, count: size() - next.unsaved.length };
  };
  const hasJournal = opened.secondCopy === 'ok';
  const notInJournal = new Set<Revision>();
  let journalDoubted = false;
  let failures = 0;
  let nextTry: ReturnType<typeof setTimeout> | undefined;
  let queue: Revision[] = [];
  /** the last of the writes under way; null: none is */
  let writing: Promise<void> | null = null;

  const isSaved = (revisions: readonly Revision[]) =>
    !state.value.unsaved.some((one) => revisions.includes(one.revision));

  async function saveAgain(revisions: readonly Revision[]): Promise<boolean> {
    queue.push(...revisions);
    patch({ pending: state.value.pending + revisions.length });
    // whoever waited for the write before has been told of its end
    const own = writing === null ? writeQueue() : writing.catch(() => undefined).then(writeQueue);
    writing = own;
    try {
      await own;
    } finally {
      if (writing === own) writing = null;
    }
    return isSaved(revisions);
  }

  async function writeQueue(): Promise<void> {
    const batch = queue;
    queue = [];
    if (batch.length > 0) await writeBatch(batch);
  }

  async function writeBatch(batch: readonly Revision[]): Promise<void> {
    const inBatch = new Set(batch);
    const others = state.value.unsaved.filter((one) => !inBatch.has(one.revision));
    const [, failure] = await Promise.all([intoJournal(), intoStore(batch)]);
    if (failure !== null) {
      const unsaved = [...others, ...[...inBatch].map((revision) => ({ revision, reason: failure }))];
      patch({ pending: state.value.pending - batch.length, unsaved });
      if (failure !== 'newer-data') tryLater();
      return;
    }
    failures = 0;
    clearTimeout(nextTry);
    if (journalDoubted) await renewJournal();
    const late = others.map((one) => one.revision);
    const stillUnsaved = late.length > 0 && (await intoStore(late)) !== null ? others : [];
    patch({ pending: state.value.pending - batch.length, unsaved: stillUnsaved, savedAt: parts.clock() });
  }

  function tryLater(): void {
    clearTimeout(nextTry);
    nextTry = setTimeout(
      () => void saveAgain(state.value.unsaved.map((one) => one.revision)),
      Math.min(longestWaitInMs, firstWaitInMs * 2 ** failures),
    );
    failures += 1;
  }

  async function intoStore(revisions: readonly Revision[]) {
    try {
      await store.append(revisions);
    } catch (error) {
      return writeFailureOf(error);
    }
    await parts.onSaved(revisions);
    return null;
  }

  async function intoJournal(): Promise<void> {
    const lines = [...notInJournal];
    if (!hasJournal || lines.length === 0) return;
    try {
      await journal.append(lines);
      for (const revision of lines) notInJournal.delete(revision);
      patch({ secondCopy: 'ok' });
    } catch {
      patch({ secondCopy: 'unavailable' }); // said in the header; tried again with the next write
    }
  }

  /** Whoever wiped the database may have wiped the journal's file under its open handle as well. */
  async function renewJournal(): Promise<void> {
    journalDoubted = false;
    if (!hasJournal) return;
    try {
      const found = (await journal.open()).flatMap((text) => readLines(text).revisions);
      show(found);
      await store.append(found);
      const known = everything();
      await journal.begin(known);
      for (const revision of known) notInJournal.delete(revision);
      patch({ secondCopy: 'ok' });
    } catch {
      journalDoubted = true;
      patch({ secondCopy: 'unavailable' });
    }
  }

  if (opened.unsaved.length > 0) tryLater();

  return {
    state,
    saveAgain,
    save: (revisions) => {
      for (const revision of revisions) notInJournal.add(revision);
      return saveAgain(revisions);
    },
    areSaved: async (revisions) => {
      await writing?.catch(() => undefined); // whoever waited for that write has been told
      return isSaved(revisions) || saveAgain(revisions);
    },
    recount: () => patch({}),
    doubtJournal: () => {
      journalDoubted = true;
    },
  };
}

/** HH:MM of the latest of these, by the clocks of those who made them; null: there are none. */
export function lastSavedAt(revisions: readonly Revision[]): string | null {
  const last = revisions.reduce<string | null>(
    (latest, { at }) => (latest === null || at > latest ? at : latest),
    null,
  );
  return last?.slice(11, 16) ?? null;
}
