import { sha256 } from '@noble/hashes/sha2.js';
import { computed, signal } from '@preact/signals';
import type { Form } from '../core/form/form.ts';
import { canonicalJson, type Json } from '../core/json.ts';
import { assess } from '../core/scoring/assess.ts';
import { createRevision } from '../core/submission/create-revision.ts';
import { factsOf } from '../core/submission/facts.ts';
import type { Registers } from '../core/submission/registers.ts';
import { base64url, type Revision } from '../core/submission/revision.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import { campaignOfDay } from '../core/submission/school-year.ts';
import type { Program, Recovery, SavingState } from './program.ts';
import { readCopyFile, writeCopy } from './store/copy-file.ts';
import { DexieStore, isDiskFull, NewerDataError } from './store/dexie-store.ts';
import type { Journal } from './store/journal.ts';
import { openStore } from './store/open-store.ts';
import { clockText, localDay, localInstant } from './time.ts';

export type ProgramParts = {
  form: Form;
  journal: Journal;
  now: () => Date;
  random: (bytes: number) => Uint8Array;
  marker: { hadData: () => Promise<boolean>; markHadData: () => Promise<void> };
  /** the local history this device writes into before a code is entered; `make` is kept for later tabs and starts */
  localHistory: (make: () => string) => string;
  label: string;
};

/** Opens both copies, compares them and gives the screens everything they need. Throws when the database cannot be opened. */
export async function createProgram({
  form,
  journal,
  now,
  random,
  marker,
  localHistory,
  label,
}: ProgramParts): Promise<Program> {
  const index = new RevisionIndex();
  const store = new DexieStore(() => index.all());
  const opened = await openStore(store, journal, marker.hadData);
  index.add(opened.revisions);
  const history = opened.revisions[0]?.history ?? localHistory(() => `local:${base64url(random(16))}`);
  let ownHistory = history;

  const campaign = campaignOfDay(localDay(now()));
  const registers = signal<Registers>(index.registers());
  const facts = computed(() => factsOf(registers.value, campaign.id, form.id));
  const assessment = computed(() => assess(form, facts.value, campaign));
  const recovery = signal<Recovery>(opened.recovery);
  const saving = signal<SavingState>({
    pending: 0,
    savedAt: lastSavedAt(opened.revisions),
    unsaved: [],
    secondCopy: opened.secondCopy,
    count: index.size,
  });
  const show = (revisions: readonly Revision[]) => {
    if (index.add(revisions).size > 0) registers.value = index.registers();
  };
  const patch = (changes: Partial<SavingState>) => {
    saving.value = { ...saving.value, ...changes };
  };

  const channel = new BroadcastChannel('gotovo');
  channel.onmessage = async ({ data }: MessageEvent<string[]>) => {
    show(await store.read(data.filter((id) => !index.has(id))));
    patch({ count: savedCount() });
  };
  const savedCount = () => index.size - saving.value.unsaved.length;

  let queue: Revision[] = [];
  let writing: Promise<void> = Promise.resolve();

  /** ST6: writes of one tab go one after another, what queued up meanwhile together; shown as saved only after both copies took it. */
  async function write(revisions: readonly Revision[]): Promise<boolean> {
    queue.push(...revisions);
    patch({ pending: saving.value.pending + revisions.length });
    writing = writing.then(async () => {
      const batch = queue;
      queue = [];
      if (batch.length > 0) await writeBatch(batch);
    });
    await writing;
    return !saving.value.unsaved.some((one) => revisions.includes(one.revision));
  }

  async function writeBatch(batch: readonly Revision[]): Promise<void> {
    const isUnsaved = new Set(batch);
    const others = saving.value.unsaved.filter((one) => !isUnsaved.has(one.revision));
    let unsaved = others;
    if (saving.value.secondCopy === 'ok') await journal.append(batch).catch(() => patch({ secondCopy: 'unavailable' }));
    try {
      await store.append(batch);
      await marker.markHadData();
      channel.postMessage(batch.map((revision) => revision.id));
    } catch (error) {
      const reason =
        error instanceof NewerDataError ? 'newer-data' : isDiskFull(error) ? 'disk-full' : 'storage-failed';
      unsaved = [...others, ...batch.map((revision) => ({ revision, reason }) as const)];
    }
    const savedAt = unsaved.length === others.length ? clockText(now()) : saving.value.savedAt;
    patch({ pending: saving.value.pending - batch.length, unsaved, savedAt });
    patch({ count: savedCount() });
  }

  const pathOf = (key: string) => (key.startsWith('-/') ? key : `${campaign.id}/${form.id}/${key}`);

  return {
    form,
    campaign,
    registers,
    facts,
    assessment,
    saving,
    recovery,
    pathOf,
    now,
    dismissRecovery: () => {
      recovery.value = { kind: 'nothing' };
    },
    answer: (key, value, seen) => {
      const path = pathOf(key);
      const heads = index.heads(path);
      const parents = seen ? index.historyOf(path).filter((revision) => seen.includes(revision.id)) : heads;
      if (isAlready(heads, value)) return { id: null, saved: Promise.resolve(true) };
      const made = createRevision(
        {
          history: ownHistory,
          path,
          value,
          seen: parents,
          at: localInstant(now()),
          who: 'школа',
          label,
          nonce: base64url(random(16)),
        },
        sha256,
      );
      show([made]);
      return { id: made.id, saved: write([made]) };
    },
    retryUnsaved: () => write(saving.value.unsaved.map((one) => one.revision)),
    historyOf: (key) => index.historyOf(pathOf(key)),
    saveCopy: () => writeCopy(ownHistory, index.all(), localInstant(now())),
    readCopy: async (file) => {
      const copy = await readCopyFile(file);
      if (!copy.ok) return { refused: copy.problem };
      const foreign = copy.revisions.some((revision) => revision.history !== copy.history);
      if (foreign || (index.size > 0 && copy.history !== ownHistory)) return { refused: 'foreign' };
      ownHistory = copy.history;
      const taken = copy.revisions.filter((revision) => !index.has(revision.id));
      show(taken);
      await write(taken);
      return { taken: taken.length };
    },
  };
}

/** P4: an answer that stands there alone is not written again; one of two different ones is, for it settles them. */
const isAlready = (heads: readonly Revision[], value: Json): boolean =>
  heads.length === 0
    ? value === null
    : heads.length === 1 && canonicalJson(heads[0]?.value ?? null) === canonicalJson(value);

function lastSavedAt(revisions: readonly Revision[]): string | null {
  const last = revisions.reduce<string | null>(
    (latest, { at }) => (latest === null || at > latest ? at : latest),
    null,
  );
  return last?.slice(11, 16) ?? null;
}
