import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Actor } from '../../core/access/access.ts';
import type { Envelope, EnvelopeProblem } from '../../core/envelope/envelope.ts';
import type { Place } from '../../core/places/place.ts';
import { fail, ok, type Result } from '../../core/result.ts';
import { reissue } from '../../core/submission/reissue.ts';
import { countRevisions } from '../../core/submission/snapshot.ts';
import { readCopyFile, sha256 } from '../store/copy-file.ts';
import type { CallEndpoint } from '../sync/call-endpoint.ts';
import type { Enrolment } from '../sync/enrolment.ts';
import { handIn, takenRevisions } from './hand-in.ts';
import { type Judgement, judgeFile } from './judge-file.ts';
import { createKeptFiles, type KeptFile } from './kept-files.ts';
import { type KnownPlaces, schoolsUnder } from './known-places.ts';
import type { OfficerPlaces } from './officer-places.ts';
import { signReceipt } from './sign-receipt.ts';
import { type HereProblem, type Keeper, takeHere } from './take-here.ts';

/** A file an officer has chosen, read whole; nothing of it has been taken. */
export type ReadFile = { name: string; bytes: Uint8Array; envelope: Envelope; judgement: Judgement };

/** What became of a file. */
export type TakenFile = {
  by: 'endpoint' | 'device';
  place: string;
  new: number;
  known: number;
  refused: readonly { why: string }[];
  /** the file made its maker a device of the school */
  enrolled: boolean;
  /** text of the receipt; null: none could be signed here */
  receipt: string | null;
  /** the file itself is handed in when there is a network */
  waits: boolean;
};

export type TakeProblem =
  | EnvelopeProblem
  | HereProblem
  /** an officer must say whose file this is; `why`: what is doubtful about it */
  | { code: 'place-needed'; why: string }
  | { code: 'places-unknown' | 'no-device' | 'revoked' | 'unknown' };

export type SchoolFiles = {
  /** the schools that may be named; null: not told yet */
  schools: ReadonlySignal<readonly Place[] | null>;
  kept: ReadonlySignal<readonly KeptFile[]>;
  read: (file: File) => Promise<Result<ReadFile, EnvelopeProblem>>;
  /** EV20: how many records of people it holds, and how many of them are not on this device yet */
  recordsIn: (file: ReadFile) => { all: number; fresh: number };
  /** EV16, EV17: with a network by the endpoint, else here; `place`: the school the officer names */
  take: (file: ReadFile, place: string | null) => Promise<Result<TakenFile, TakeProblem>>;
  /** a turn went well, or the screen was opened (`afresh`): asks for places, when those here are old, and hands in what waits */
  catchUp: (afresh: boolean) => Promise<void>;
  forget: (hash: string) => Promise<void>;
};

export type SchoolFilesParts = Keeper & {
  call: CallEndpoint;
  now: () => Date;
  places: OfficerPlaces;
  officer: () => Enrolment | null;
  readKey: () => Promise<CryptoKeyPair | null>;
  /** a turn soon: something was taken */
  syncNow: () => void;
  storeName: string;
};

export async function createSchoolFiles(parts: SchoolFilesParts): Promise<SchoolFiles> {
  const { call, officer, places } = parts;
  const store = createKeptFiles(parts.storeName);
  const kept = signal<readonly KeptFile[]>(await store.all());
  const schools = computed(() => {
    const [known, place] = [places.known.value, officer()?.place.id];
    return known && place !== undefined ? schoolsUnder(known, place) : null;
  });
  /** one after another, or a file would be handed in twice at once */
  let catchingUp = Promise.resolve();

  async function keep(file: KeptFile): Promise<void> {
    await store.keep(file);
    kept.value = await store.all();
  }
  async function forget(hash: string): Promise<void> {
    await store.forget(hash);
    kept.value = await store.all();
  }

  async function read(file: File): Promise<Result<ReadFile, EnvelopeProblem>> {
    const envelope = await readCopyFile(file);
    if (!envelope.ok) return envelope;
    // the stick may be gone when it is taken
    const bytes = new Uint8Array(await file.arrayBuffer());
    return ok({
      name: file.name,
      bytes,
      envelope: envelope.value,
      judgement: await judgeFile(envelope.value, places.known.value),
    });
  }

  /** EV20: the school's own screen counts the same. */
  function recordsIn({ envelope, judgement }: ReadFile): { all: number; fresh: number } {
    const place = judgement.kind === 'trusted' ? judgement.device.place : null;
    const { revisions } = envelope;
    const local = revisions.filter(({ history }) => history.startsWith('local:'));
    const filed = [
      ...revisions.filter((one) => !local.includes(one)),
      ...(place ? reissue(local, place, sha256) : local),
    ];
    const fresh = filed.filter(({ id, history }) => !parts.revisionsOf(history).some((one) => one.id === id));
    return { all: countRevisions(revisions), fresh: countRevisions(fresh) };
  }

  async function take(file: ReadFile, place: string | null): Promise<Result<TakenFile, TakeProblem>> {
    const { bytes, envelope } = file;
    const handed = await handIn(call, { bytes, hash: envelope.hash }, place);
    if (handed.kind === 'no-network') return takeOffline(file, place);
    if (handed.kind === 'not-taken') {
      if (handed.code === 'no-device') parts.syncNow(); // a turn opens the session again with the key (EN6)
      return fail(problemOf(handed));
    }
    await parts.keep(takenRevisions(envelope, handed.histories));
    await forget(envelope.hash);
    parts.syncNow();
    return ok({ ...summaryOf(handed.histories), by: 'endpoint', waits: false, ...pick(handed) });
  }

  async function takeOffline(
    { bytes, envelope, judgement }: ReadFile,
    place: string | null,
  ): Promise<Result<TakenFile, TakeProblem>> {
    const [enrolment, known] = [officer(), places.known.value];
    if (!known || !enrolment) return fail({ code: 'places-unknown' });
    const actor = actorOf(judgement, place, known);
    if (!actor) return fail({ code: 'place-needed', why: judgement.kind === 'doubtful' ? judgement.why : '' });
    const taken = await takeHere({ envelope, actor, officer: enrolment, known }, parts);
    if (!taken.ok) return taken;
    const waits = envelope.code !== undefined || (judgement.kind === 'doubtful' && judgement.why === 'key-unknown');
    const [first] = taken.value.histories;
    const file = { hash: envelope.hash, bytes, label: envelope.by.label, place: first?.place ?? '' };
    const named = judgement.kind === 'doubtful' ? place : null;
    if (waits) await keep({ ...file, named, coded: envelope.code !== undefined, receipt: null, refused: null });
    const at = parts.now().toISOString();
    const signing = { officer: enrolment, pair: await parts.readKey(), at, revisionsOf: parts.revisionsOf };
    const receipt = await signReceipt(envelope, taken.value, signing);
    const refused = taken.value.refused;
    return ok({ ...summaryOf(taken.value.histories), refused, by: 'device', enrolled: false, receipt, waits });
  }

  /** EV17: what was taken here goes to the endpoint as it came, so that a code works and a key becomes known. */
  async function handInKept(file: KeptFile): Promise<void> {
    const first = await handIn(call, file, file.coded ? null : file.named);
    const isDoubtful = first.kind === 'not-taken' && first.code === 'quarantined';
    const handed = isDoubtful && file.coded && file.named !== null ? await handIn(call, file, file.named) : first;
    // PV7: what is handed in needs no copy here, where contacts in it would outlast their term
    if (handed.kind === 'taken')
      await keep({ ...file, bytes: new Uint8Array(), receipt: handed.receipt, refused: null });
    if (handed.kind === 'not-taken')
      await keep({ ...file, bytes: new Uint8Array(), refused: handed.why ?? handed.code });
  }

  async function catchUpNow(afresh: boolean): Promise<void> {
    if (officer()?.role !== 'officer') return;
    await places.renew(afresh);
    for (const file of await store.all()) if (file.receipt === null && file.refused === null) await handInKept(file);
  }

  return {
    schools,
    kept,
    read,
    recordsIn,
    take,
    forget,
    catchUp: (afresh) => {
      const before = catchingUp.catch(() => undefined); // whoever asked before has been told
      catchingUp = before.then(() => catchUpNow(afresh));
      return catchingUp;
    },
  };
}

/** Who brings a file: the device whose key signed it, else the school an officer named; null: he must name one. */
function actorOf(judgement: Judgement, place: string | null, known: KnownPlaces): Actor | null {
  if (judgement.kind === 'trusted') return judgement.device;
  const named = known.places.find(({ id }) => id === place);
  if (named?.kind !== 'school' && named?.kind !== 'branch') return null;
  return { role: named.kind, place: named.id };
}

const pick = ({ enrolled, receipt }: { enrolled: boolean; receipt: string }) => ({ enrolled, receipt });

type Counted = { place: string; new: number; known: number; refused: number | readonly { why: string }[] };

const summaryOf = (histories: readonly Counted[]) => ({
  place: histories[0]?.place ?? '',
  new: histories.reduce((sum, one) => sum + one.new, 0),
  known: histories.reduce((sum, one) => sum + one.known, 0),
  refused: histories.flatMap(({ refused }) => (typeof refused === 'number' ? [] : refused)),
});

const told = ['not-an-envelope', 'broken', 'newer', 'too-large', 'not-allowed', 'no-device', 'revoked'] as const;

function problemOf({ code, why }: { code: string; why: string | null }): TakeProblem {
  if (code === 'quarantined') return { code: 'place-needed', why: why ?? '' };
  if (code === 'foreign-history') return { code, history: '' };
  return { code: told.find((one) => one === code) ?? 'unknown' };
}
