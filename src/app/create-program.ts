import { sha256 } from '@noble/hashes/sha2.js';
import { computed, signal } from '@preact/signals';
import type { Form } from '../core/form/form.ts';
import { canonicalJson, type Json } from '../core/json.ts';
import { assess } from '../core/scoring/assess.ts';
import { createRevision, normalizeValue } from '../core/submission/create-revision.ts';
import { factsOf } from '../core/submission/facts.ts';
import type { Registers } from '../core/submission/registers.ts';
import { base64url, type Revision } from '../core/submission/revision.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import { campaignOfDay } from '../core/submission/school-year.ts';
import type { Program, Recovery } from './program.ts';
import { readCopyFile, writeCopy } from './store/copy-file.ts';
import { DexieStore } from './store/dexie-store.ts';
import type { Journal } from './store/journal.ts';
import { openStore } from './store/open-store.ts';
import { createSaving } from './store/save-revisions.ts';
import { createTabs } from './store/tabs.ts';
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
  /** of the database and of the channel between tabs */
  storeName?: string;
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
  storeName = 'gotovo',
}: ProgramParts): Promise<Program> {
  const index = new RevisionIndex();
  let wasWritten = false;
  const store = new DexieStore(() => {
    if (wasWritten) saving.doubtJournal();
    return index.all();
  }, storeName);
  const opened = await openStore(store, journal, marker.hadData);
  index.add(opened.revisions);
  wasWritten = index.size > 0;
  const ownLocalHistory = localHistory(() => `local:${base64url(random(16))}`);
  const history = () => index.first()?.history ?? ownLocalHistory;

  const campaign = campaignOfDay(localDay(now()));
  const registers = signal<Registers>(index.registers());
  const facts = computed(() => factsOf(registers.value, campaign.id, form.id));
  const assessment = computed(() => assess(form, facts.value, campaign));
  const recovery = signal<Recovery>(opened.recovery);
  const show = (revisions: readonly Revision[]) => {
    if (index.add(revisions).size > 0) registers.value = index.registers();
  };
  const saving = createSaving({
    store,
    journal,
    opened,
    savedAt: lastSavedAt(opened.revisions),
    clock: () => clockText(now()),
    everything: () => index.all(),
    show,
    onSaved: async (revisions) => {
      wasWritten = true;
      await marker.markHadData();
      tabs.announce(revisions);
    },
  });
  const tabs = createTabs(storeName, store, {
    isKnown: (id) => index.has(id),
    show: (revisions) => {
      show(revisions);
      saving.recount();
    },
  });
  store.onLost(() => void saving.saveAgain(index.all()));

  const pathOf = (key: string) => (key.startsWith('-/') ? key : `${campaign.id}/${form.id}/${key}`);

  return {
    form,
    campaign,
    registers,
    facts,
    assessment,
    saving: saving.state,
    recovery,
    pathOf,
    now,
    dismissRecovery: () => {
      recovery.value = { kind: 'nothing' };
    },
    answer: (key, value, seen) => {
      const path = pathOf(key);
      const heads = index.heads(path);
      if (isAlready(heads, value)) return { id: null, saved: saving.areSaved(heads) };
      const made = createRevision(
        {
          history: history(),
          path,
          value,
          seen: seen ? index.historyOf(path).filter((revision) => seen.includes(revision.id)) : heads,
          at: localInstant(now()),
          who: 'школа',
          label,
          nonce: base64url(random(16)),
        },
        sha256,
      );
      show([made]);
      return { id: made.id, saved: saving.save([made]) };
    },
    retryUnsaved: () => saving.saveAgain(saving.state.value.unsaved.map((one) => one.revision)),
    historyOf: (key) => index.historyOf(pathOf(key)),
    latest: (count) => index.latest(count),
    saveCopy: () => writeCopy(history(), index.all(), localInstant(now())),
    readCopy: async (file) => {
      const copy = await readCopyFile(file);
      if (!copy.ok) return { refused: copy.problem };
      if (index.size > 0 && copy.history !== history()) return { refused: 'foreign' };
      const taken = copy.revisions.filter((revision) => !index.has(revision.id));
      show(taken);
      await saving.save(taken);
      return { taken: taken.length };
    },
  };
}

/** P4: an answer that stands there alone is not written again; one of two different ones is, for it settles them. */
const isAlready = (heads: readonly Revision[], value: Json): boolean =>
  heads.length === 0
    ? value === null
    : heads.length === 1 && canonicalJson(heads[0]?.value ?? null) === canonicalJson(normalizeValue(value));

function lastSavedAt(revisions: readonly Revision[]): string | null {
  const last = revisions.reduce<string | null>(
    (latest, { at }) => (latest === null || at > latest ? at : latest),
    null,
  );
  return last?.slice(11, 16) ?? null;
}
