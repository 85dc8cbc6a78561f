import type { ReadonlySignal, Signal } from '@preact/signals';
import type { Road } from '../../core/access/weigh-judgement.ts';
import type { Result } from '../../core/result.ts';
import type { Revision, Sha256 } from '../../core/submission/revision.ts';
import type { Below } from '../office/below.ts';
import type { LatePrivateValues } from '../private-values/late-private-values.ts';
import type { DexieStore } from '../store/dexie-store.ts';
import type { CallEndpoint } from './call-endpoint.ts';
import { countByFile, countDelivery } from './count-delivery.ts';
import type { Delivered, Delivery, DeliveryProblem } from './delivery.ts';
import { publicKeyOf, signText } from './device-key.ts';
import { type EnrolOutcome, enrolRefusal } from './enrol-outcome.ts';
import { type Enrolment, type EnrolmentStore, generateKey, ownKey, parseStanding, type Standing } from './enrolment.ts';
import { SyncTurns, type TurnsOutcome } from './sync-turns.ts';
import { type ReceiptRefusal, type TakenReceipt, takeReceipt } from './take-receipt.ts';
import { createSchedule } from './when-to-sync.ts';

export type Sync = {
  state: ReadonlySignal<Delivery>;
  /** EN4 from the device's side: exchanges a whole code; local answers follow under the place */
  enrol: (code: string, label: string) => Promise<EnrolOutcome>;
  /** EV15: takes a receipt that came back on a stick */
  takeReceipt: (file: Blob) => Promise<Result<TakenReceipt, ReceiptRefusal>>;
  /** a turn now, whatever is planned */
  now: () => void;
  /** something was saved: a turn after a quiet pause */
  changed: () => void;
  /** counts anew */
  recount: () => void;
  /** how far one revision of the own history has come; null: no code was entered, or it is not known yet */
  deliveredOf: (id: string) => Delivered | null;
};

export type SyncParts = {
  store: DexieStore;
  call: CallEndpoint;
  enrolments: EnrolmentStore;
  enrolled: Enrolment | null;
  sha256: Sha256;
  nonce: () => string;
  chance: () => number;
  now: () => Date;
  clock: (time: Date) => string;
  revisionsOf: (history: string) => readonly Revision[];
  admit: (revisions: readonly Revision[], road: Road) => Promise<readonly Revision[]>;
  keep: (revisions: readonly Revision[]) => Promise<boolean>;
  /** OF1: what an officer's device exchanges besides; it comes in a file of its own */
  below: () => Promise<Below>;
  privates: Pick<LatePrivateValues, 'contacts' | 'noteReceipt'>;
  /** a turn ended well: EV17 on an officer's device, PV2 on a school's. `isRestored`: the endpoint has lost what it had */
  afterTurn: (isRestored: boolean) => void;
  /** the local history there is to re-issue; null: none */
  localHistory: () => string | null;
  /** the device belongs to a place now: shows its history and re-issues local answers */
  adopt: (enrolment: Enrolment) => Promise<void>;
  /** the name tabs of this device call each other by */
  channel: string;
  /** one tab at a time; null where the browser has no locks */
  lock: LockManager | null;
};

/** Everything a device does with the endpoint: entering a code, turns, and the truth about them. */
export function createSync(parts: SyncParts, state: Signal<Delivery>): Sync {
  const { call, enrolments, nonce, clock } = parts;
  const turns = new SyncTurns({ ...parts, onProgress: () => recount() });
  let below: Below | null = null;
  /** by id, when a receipt said so */
  const delivered = new Map<string, string>();
  const patch = (changes: Partial<Delivery>) => {
    state.value = { ...state.value, ...changes };
  };
  const tabs = new BroadcastChannel(parts.channel);
  tabs.onmessage = (event) => void onOtherTab(event);
  const schedule = createSchedule(() => void turn(), parts.chance);

  function recount(): void {
    const { enrolment } = state.value;
    if (!enrolment) {
      const local = parts.revisionsOf(parts.localHistory() ?? '').map(({ id }) => id);
      patch({ unsent: local.length, contacts: parts.privates.contacts(), ...countByFile(local, delivered) });
      return;
    }
    patch({
      counted: true,
      contacts: parts.privates.contacts(),
      forgotten: turns.forgotten + (below?.forgotten() ?? 0),
      ...countDelivery([...writtenHere(enrolment), ...(below?.writtenIn() ?? [])], {
        stateOf,
        refusedOf,
        revisionsOf: (history) => (isOwn(enrolment, history) ? parts.revisionsOf : (below?.writtenOf ?? none))(history),
        delivered,
      }),
    });
  }

  const stateOf = (history: string) => turns.stateOf(history) ?? below?.stateOf(history);
  const refusedOf = (id: string) => turns.refused.get(id) ?? below?.refused.get(id);

  function deliveredOf(id: string): Delivered | null {
    const { enrolment } = state.value;
    const histories = enrolment ? [...writtenHere(enrolment), ...(below?.writtenIn() ?? [])] : [];
    const known = histories.flatMap((history) => stateOf(history) ?? []);
    if (known.length === 0) return null;
    const srvAt = known.map(({ confirmed }) => confirmed.get(id)).find((at) => at !== undefined);
    if (srvAt !== undefined) return { state: 'confirmed', srvAt };
    const why = refusedOf(id);
    if (why !== undefined) return { state: 'refused', why };
    if (known.some(({ sent }) => sent.has(id))) return { state: 'sent' };
    const at = delivered.get(id);
    return at === undefined ? { state: 'unsent' } : { state: 'by-file', at };
  }

  async function loadDelivered(): Promise<void> {
    const rows = await parts.store.delivered().catch(() => []); // ST8: a database that opens no more knows of none
    for (const { id, at } of rows) delivered.set(id, at);
  }

  async function loadTurns(enrolment: Enrolment): Promise<void> {
    for (const history of writtenHere(enrolment)) await turns.load(history);
    await bringBelow(enrolment);
  }

  /** A line that dies leaves it for the next turn. */
  async function bringBelow({ role }: Enrolment): Promise<void> {
    if (role === 'officer') below ??= await parts.below().catch(() => null);
  }

  /** One tab syncs at a time; a second one finds the lock taken and learns of the outcome from the database. */
  async function turn(): Promise<void> {
    if (!state.value.enrolment || state.value.busy) return;
    patch({ busy: true, nextTryAt: null });
    const exchange = () => exchangeAll();
    const outcome = parts.lock
      ? await parts.lock.request('gotovo-sync', { ifAvailable: true }, (lock) => (lock ? exchange() : null))
      : await exchange();
    patch({ busy: false });
    if (outcome !== null) settle(outcome);
  }

  async function exchangeAll(): Promise<TurnsOutcome> {
    const { enrolment } = state.value;
    if (!enrolment) return { kind: 'done' };
    const outcome = await exchangeOwn(enrolment);
    if (outcome.kind !== 'refused' || outcome.code !== 'no-device') return outcome;
    return (await reopen(enrolment)) ? exchangeOwn(enrolment) : outcome;
  }

  async function exchangeOwn(enrolment: Enrolment): Promise<TurnsOutcome> {
    await bringBelow(enrolment);
    const histories = [enrolment.own, ...enrolment.histories];
    const outcome = await turns.run(histories, { otherUnsent: below?.unsent() ?? 0 });
    return outcome.kind === 'done' && below ? below.exchange() : outcome;
  }

  function settle(outcome: TurnsOutcome): void {
    recount();
    if (outcome.kind === 'not-kept') {
      schedule.failed(); // said as not saved; the endpoint has no fault in it
      return;
    }
    const problem = problemOf(outcome);
    if (problem === null) {
      schedule.succeeded();
      patch({ problem, answeredAt: clock(parts.now()) });
      tabs.postMessage('synced');
      parts.afterTurn(state.value.forgotten > 0);
      if (state.value.unsent > 0) schedule.changed(); // typed while the turn was under way
      return;
    }
    if (problem === 'revoked' || problem === 'no-device' || problem === 'not-this-place') {
      schedule.rest();
      patch({ problem });
      return;
    }
    const wait = schedule.failed();
    patch({ problem, nextTryAt: clock(new Date(parts.now().getTime() + wait)) });
  }

  /** EN6: the cookie was cleared, the key is still here. */
  async function reopen(enrolment: Enrolment): Promise<boolean> {
    const pair = await enrolments.readKey();
    if (!pair) return false;
    const asked = await call('/challenge', { nonce: nonce() });
    const challenge = asked.kind === 'answer' ? (asked.body as { challenge?: unknown }).challenge : null;
    if (typeof challenge !== 'string') return false;
    const signature = await signText(pair, challenge);
    const opened = await call('/session', { nonce: nonce(), device: enrolment.device, challenge, signature });
    return opened.kind === 'answer' && parseStanding(opened.body) !== null;
  }

  /** EN6: the key was lost with the storage, the cookie may still be here: it registers a new key. */
  async function replaceLostKey(): Promise<void> {
    const { enrolment } = state.value;
    if (!enrolment || !globalThis.crypto?.subtle || (await enrolments.readKey()) !== null) return;
    const pair = await generateKey();
    const answer = await call('/device-key', { nonce: nonce(), publicKey: await publicKeyOf(pair) });
    const standing = answer.kind === 'answer' ? parseStanding(answer.body) : null;
    if (!standing) return; // a key the endpoint does not know is no use: the next start tries again
    await enrolments.keepKey(pair);
    await remember({ ...enrolment, ...standing });
  }

  async function remember(enrolment: Enrolment): Promise<void> {
    await enrolments.write(enrolment);
    patch({ enrolment });
    tabs.postMessage('enrolled');
  }

  /** Another tab of this device entered a code, or ended a turn: what it left in the stores is read. */
  async function onOtherTab({ data }: MessageEvent<unknown>): Promise<void> {
    if (data === 'enrolled') {
      const enrolment = await enrolments.read();
      if (!enrolment) return;
      patch({ enrolment });
      await parts.adopt(enrolment);
    }
    await loadDelivered();
    const { enrolment } = state.value;
    if (!enrolment || state.value.busy) return recount();
    turns.reload();
    await below?.reload();
    await loadTurns(enrolment);
    recount();
    if (data === 'synced') patch({ problem: null, nextTryAt: null, answeredAt: clock(parts.now()) });
  }

  async function enrol(code: string, label: string): Promise<EnrolOutcome> {
    if (!globalThis.crypto?.subtle) return 'no-https';
    const pair = await ownKey(enrolments);
    if (!pair) return 'no-room-for-key';
    const answer = await call('/enrol', { proto: 1, nonce: nonce(), code, publicKey: await publicKeyOf(pair), label });
    if (answer.kind === 'refused') return enrolRefusal(answer.code);
    if (answer.kind !== 'answer') return answer.kind;
    const standing = parseStanding(answer.body);
    if (!standing) return 'filter';
    await take(standing, label);
    return 'enrolled';
  }

  async function take(standing: Standing, label: string): Promise<void> {
    const former = state.value.enrolment;
    // what was answered before the first code belongs to that school, never to the next one
    const local = former === null ? parts.localHistory() : former.own === standing.own ? former.local : null;
    const enrolment = { ...standing, local, label };
    await remember(enrolment);
    await parts.adopt(enrolment);
    await loadTurns(enrolment);
    recount();
    patch({ problem: null });
    schedule.now();
  }

  async function receive(file: Blob): Promise<Result<TakenReceipt, ReceiptRefusal>> {
    const enrolled = async (standing: Standing, label: string) => {
      await loadDelivered();
      await take(standing, label);
    };
    const taken = await takeReceipt(file, { ...parts, enrolment: state.value.enrolment, enrol: enrolled });
    if (!taken.ok) return taken;
    await loadDelivered();
    recount();
    tabs.postMessage('delivered');
    return taken;
  }

  async function begin(): Promise<void> {
    await loadDelivered();
    const { enrolment } = state.value;
    if (!enrolment) return recount();
    await parts.adopt(enrolment);
    await loadTurns(enrolment);
    recount();
    await replaceLostKey();
    schedule.now();
  }

  function changed(): void {
    recount();
    if (state.value.enrolment) schedule.changed();
  }

  void begin();
  return { state, enrol, takeReceipt: receive, now: () => schedule.now(), changed, recount, deliveredOf };
}

/** The histories people of this place write into besides those below. */
const writtenHere = ({ role, own, histories }: Enrolment): string[] =>
  role === 'officer' ? [own, ...histories.slice(0, 1)] : [own];
const isOwn = (enrolment: Enrolment, history: string) => writtenHere(enrolment).includes(history);
const none = () => [];

function problemOf(outcome: Exclude<TurnsOutcome, { kind: 'not-kept' }>): DeliveryProblem | null {
  if (outcome.kind === 'done') return null;
  if (outcome.kind === 'denied') return 'not-this-place';
  if (outcome.kind !== 'refused') return outcome.kind;
  return outcome.code === 'revoked' || outcome.code === 'no-device' ? outcome.code : 'busy';
}
