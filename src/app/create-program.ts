import { sha256 } from '@noble/hashes/sha2.js';
import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Road } from '../core/access/weigh-judgement.ts';
import type { Form } from '../core/form/form.ts';
import { isOpenSecret } from '../core/private-values/private-values.ts';
import { assess } from '../core/scoring/assess.ts';
import { createRevision, standsAlready } from '../core/submission/create-revision.ts';
import { factsOf, registerPathOf } from '../core/submission/facts.ts';
import { reissue } from '../core/submission/reissue.ts';
import { base64url, type Revision } from '../core/submission/revision.ts';
import { countRevisions } from '../core/submission/snapshot.ts';
import { statusPathOf } from '../core/submission/status.ts';
import { roleTexts } from '../texts/program.ts';
import { createCopies } from './create-copies.ts';
import { createEffectiveForm } from './create-effective-form.ts';
import { createOfficerParts } from './create-officer-parts.ts';
import { createPeriods } from './create-periods.ts';
import { createSubmitting } from './create-submitting.ts';
import { Histories } from './histories.ts';
import { createLatePrivateValues } from './private-values/late-private-values.ts';
import type { Program, Recovery } from './program.ts';
import { DexieStore } from './store/dexie-store.ts';
import type { Journal } from './store/journal.ts';
import { openStore } from './store/open-store.ts';
import { createSaving, lastSavedAt } from './store/save-revisions.ts';
import { createTabs } from './store/tabs.ts';
import type { CallEndpoint } from './sync/call-endpoint.ts';
import type { Sync } from './sync/create-sync.ts';
import type { Enrolment, EnrolmentStore } from './sync/enrolment.ts';
import { createLateSync } from './sync/late-sync.ts';
import { createSchoolDevices } from './sync/school-devices.ts';
import { clockText, localDay, localInstant } from './time.ts';

export type ProgramParts = {
  /** changes only when more of its texts come */
  form: ReadonlySignal<Form>;
  journal: Journal;
  now: () => Date;
  random: (bytes: number) => Uint8Array;
  marker: { hadData: () => Promise<boolean>; markHadData: () => Promise<void> };
  /** the local history this device writes into before a code is entered; `make` is kept for later tabs and starts */
  localHistory: (make: () => string) => string;
  label: string;
  enrolments: EnrolmentStore;
  call: CallEndpoint;
  /** which campaign the person chose to see, kept for later starts */
  chosenCampaign: { read: () => string | null; write: (id: string) => void };
  lock: LockManager | null;
  /** ST9: another window holds the database and this one waits */
  onBlocked?: () => void;
  /** when what is not needed to fill in and save may begin to load */
  later: Promise<void>;
  /** of the database and of the channel between tabs */
  storeName?: string;
};

/** Opens both copies, compares them and gives the screens everything they need. Throws when the database cannot be opened. */
export async function createProgram(parts: ProgramParts): Promise<Program> {
  const { journal, now, random, marker, storeName = 'gotovo' } = parts;
  const histories = new Histories();
  let wasWritten = false;
  const store = new DexieStore(() => {
    if (wasWritten) saving.doubtJournal();
    return histories.made();
  }, storeName);
  if (parts.onBlocked) store.onBlocked(parts.onBlocked);
  const enrolling = parts.enrolments.read();
  const opened = await openStore(store, journal, marker.hadData);
  histories.add(opened.revisions);
  wasWritten = histories.size > 0;
  const enrolled = await enrolling;
  const ownLocalHistory = parts.localHistory(() => `local:${base64url(random(16))}`);
  const enrolment = signal<Enrolment | null>(enrolled);
  // one that was restored without its enrolment goes on where its answers are
  const history = () => enrolment.value?.own ?? histories.ownOnDevice() ?? ownLocalHistory;

  const changes = signal(0);
  const registers = computed(() => {
    void changes.value;
    return histories.of(history()).registers();
  });
  const revisionCount = computed(() => {
    void changes.value;
    return countRevisions(histories.of(history()).all());
  });
  const published = computed(() => {
    void changes.value;
    return (enrolment.value?.histories ?? []).map((name) => histories.of(name).registers());
  });
  const periods = createPeriods({
    registers,
    published,
    school: computed(() => enrolment.value?.own ?? null),
    today: localDay(now()),
    chosen: parts.chosenCampaign,
  });
  const { form, formOf, ready } = createEffectiveForm(parts.form, published, periods.campaign);
  await ready;
  const facts = computed(() => factsOf(registers.value, periods.campaign.value.id, form.value.id));
  const assessment = computed(() => assess(form.value, facts.value, periods.campaign.value));
  const recovery = signal<Recovery>(opened.recovery);
  let sync: Sync | null = null;
  const tell = () => {
    changes.value += 1;
    sync?.recount();
  };
  const show = (revisions: readonly Revision[]) => {
    if (histories.add(revisions).size > 0) tell();
    else sync?.recount();
  };
  const saving = createSaving({
    store,
    journal,
    opened,
    savedAt: lastSavedAt(opened.revisions),
    clock: () => clockText(now()),
    everything: () => histories.made(),
    size: () => histories.size,
    show,
    onSaved: async (revisions) => {
      wasWritten = true;
      await marker.markHadData();
      tabs.announce(revisions);
      sync?.changed();
    },
  });
  const tabs = createTabs(storeName, store, {
    isKnown: (id) => histories.has(id),
    show: (revisions) => {
      show(revisions);
      saving.recount();
    },
  });
  parts.later.then(tabs.catchUp).catch(() => undefined); // without what comes later nothing is sent, and other tabs still announce
  const revisionsOf = (name: string) => histories.of(name).all();
  const unproven = signal({ refused: 0, aside: 0 });
  /** JG1: the one door into the store for what others made, whatever road it came by; gives what may be kept. */
  const admit = async (revisions: readonly Revision[], road: Road): Promise<Revision[]> => {
    const { admitJudgements } = await import('./store/admit-judgements.ts');
    const known = { store, enrolment: enrolment.value, has: (id: string) => histories.has(id) };
    const came = await admitJudgements(revisions, road, { ...known, revisionsOf, below: officerParts.known() });
    unproven.value = { refused: unproven.value.refused + came.refused, aside: came.aside };
    privates.noteErased(came.stands);
    return came.stands;
  };
  store.onLost(() => void saving.saveAgain(histories.made()));
  const nonce = () => base64url(random(12));
  const keep = async (revisions: readonly Revision[]): Promise<boolean> => {
    const fresh = revisions.filter(({ id }) => !histories.has(id));
    show(fresh);
    return fresh.length === 0 || saving.save(fresh);
  };
  const officerParts = createOfficerParts({
    ...parts,
    histories,
    nonce,
    random,
    officer: () => enrolment.value,
    admit,
    keep,
    show: tell,
    takePrivates: async (values) => (await privates.open()).take(values),
    sync: () => sync,
    storeName,
  });
  const privates = createLatePrivateValues({
    ...parts,
    storeName,
    nonce,
    sha256,
    history,
    registersOf: (name) => histories.of(name).registers(),
    revisionsOf,
    write: (path, value) => answer(path, value).saved,
    isOfficers: () => enrolment.value?.role === 'officer',
    changed: () => sync?.recount(),
  });
  const created = createLateSync(
    {
      ...parts,
      store,
      enrolled,
      sha256,
      nonce,
      chance: () => (random(1)[0] ?? 0) / 256,
      clock: clockText,
      channel: `${storeName}-sync`,
      revisionsOf,
      admit,
      keep,
      below: officerParts.below,
      privates,
      afterTurn: (isRestored) => {
        if (enrolment.value?.role === 'officer') officerParts.afterTurn();
        privates.afterTurn(isRestored);
      },
      localHistory: () =>
        histories.names.find((name) => name.startsWith('local:') && histories.of(name).size > 0) ?? null,
      adopt: async (adopted) => {
        enrolment.value = adopted;
        const local = adopted.local === null ? [] : histories.of(adopted.local).all();
        const issued = reissue(local, adopted.own, sha256).filter(({ id }) => !histories.has(id));
        await keep(issued);
        await keep(await admit([], 'file')); // the code brings the endpoint's key, so what waited may stand now
      },
    },
    parts.later,
  );

  sync = created;

  const pathOf = (key: string) => {
    const { id } = periods.campaign.value;
    return key === 'status' ? statusPathOf(id) : registerPathOf(id, form.value.id, key);
  };
  const index = () => histories.of(history());
  const answer: Program['answer'] = (key, value, seen, whenToTell = (run) => run()) => {
    const path = pathOf(key);
    const heads = index().heads(path);
    if (isOpenSecret({ path, value })) throw new TypeError('a contact of staff outside its place'); // PV1
    if (standsAlready(heads, value)) return { id: null, saved: saving.areSaved(heads) };
    const made = createRevision(
      {
        history: history(),
        path,
        value,
        seen: seen
          ? index()
              .historyOf(path)
              .filter((revision) => seen.includes(revision.id))
          : heads,
        at: localInstant(now()),
        who: roleTexts[enrolment.value?.role ?? 'school'],
        label: enrolment.value?.label ?? parts.label,
        nonce: base64url(random(16)),
      },
      sha256,
    );
    histories.add([made]);
    const saved = saving.save([made]); // it begins before anything is computed or drawn
    whenToTell(tell);
    return { id: made.id, saved };
  };

  return {
    get form() {
      return form.value;
    },
    formOf,
    get campaign() {
      return periods.campaign.value;
    },
    periods,
    registers,
    revisionCount,
    facts,
    assessment,
    saving: saving.state,
    unproven,
    delivery: created.state,
    deliveredOf: created.deliveredOf,
    enrol: created.enrol,
    takeReceipt: created.takeReceipt,
    syncNow: created.now,
    catchUp: tabs.catchUp,
    schoolDevices: createSchoolDevices(parts.call, nonce),
    schoolFiles: officerParts.schoolFiles,
    office: officerParts.office,
    label: parts.label,
    recovery,
    pathOf,
    now,
    dismissRecovery: () => {
      recovery.value = { kind: 'nothing' };
    },
    answer,
    ...createSubmitting({ campaign: periods.campaign, registers, index, answer }),
    published,
    revisions: () => index().all(),
    retryUnsaved: () => saving.saveAgain(saving.state.value.unsaved.map((one) => one.revision)),
    historyOf: (key) => index().historyOf(pathOf(key)),
    latest: (count) => index().latest(count),
    privateValues: privates.open,
    ...createCopies({
      enrolment: () => enrolment.value,
      enrolments: parts.enrolments,
      label: parts.label,
      now,
      history,
      revisions: () => index().all(),
      readAside: () => store.readAside().catch(() => []),
      keep: async (revisions) => keep(await admit(revisions, 'file')),
      privates: privates.open,
    }),
  };
}
