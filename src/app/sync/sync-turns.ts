import type { Road } from '../../core/access/weigh-judgement.ts';
import type { Revision, Sha256 } from '../../core/submission/revision.ts';
import type { Cursor } from '../../core/sync/chain.ts';
import { noCursor } from '../../core/sync/chain.ts';
import {
  buildSyncRequest,
  fitTurn,
  type HistoryTurn,
  type Offer,
  readSyncAnswer,
} from '../../core/sync/client-turn.ts';
import { mostHistories, mostRevisions } from '../../core/sync/messages.ts';
import type { DexieStore } from '../store/dexie-store.ts';
import type { Call, CallEndpoint } from './call-endpoint.ts';

/** What this device knows of one history as the endpoint holds it. */
export type Known = {
  cursor: Cursor;
  /** when the endpoint took each, by its clock */
  confirmed: Map<string, number>;
  sent: Set<string>;
  pullFirst: boolean;
  latest: number | null;
};

/** ST8: what a database that opens no more is taken to know; a turn from there brings everything once more. */
const nothingConfirmed = { cursor: noCursor, ids: [], latest: null };

/** rows of all histories of one request together, there and back */
const mostRows = 1024;

type RunMeans = { otherUnsent?: number; rowsIn?: (history: string) => number };

export type TurnsParts = {
  store: Pick<DexieStore, 'confirmations' | 'confirm' | 'forget'>;
  call: CallEndpoint;
  sha256: Sha256;
  nonce: () => string;
  revisionsOf: (history: string) => readonly Revision[];
  /** which of what came in stands (JG1), with what waited for it */
  admit: (revisions: readonly Revision[], road: Road) => Promise<readonly Revision[]>;
  /** keeps revisions of others in both copies; false: it could not */
  keep: (revisions: readonly Revision[]) => Promise<boolean>;
  /** told after every page, so that the screen keeps up */
  onProgress: () => void;
};

export type TurnsOutcome =
  | { kind: 'done' }
  | { kind: 'denied' }
  | { kind: 'not-kept' }
  | { kind: 'answer-broken' }
  | Exclude<Call, { kind: 'answer' }>;

/** Exchanges histories with the endpoint, turn after turn, until both have everything. The protocol itself stands in core/sync. */
export class SyncTurns {
  readonly #parts: TurnsParts;
  readonly #known = new Map<string, Known>();
  /** refused in this session: not offered again before the next start */
  readonly refused = new Map<string, string>();
  /** histories the endpoint did not give in this session */
  readonly denied = new Set<string>();
  /** confirmed once and no longer known to the endpoint */
  forgotten = 0;

  constructor(parts: TurnsParts) {
    this.#parts = parts;
  }

  /** What is known of a history; the cursor and the confirmations come from the store. */
  async load(history: string): Promise<Known> {
    const known = this.#known.get(history);
    if (known) return known;
    const { cursor, ids, latest } = await this.#parts.store.confirmations(history).catch(() => nothingConfirmed);
    const read: Known = { cursor, confirmed: new Map(ids), sent: new Set(), pullFirst: false, latest };
    this.#known.set(history, read);
    return read;
  }

  /** Forgets what was read, so that the next `load` sees what another tab has done. */
  reload(): void {
    this.#known.clear();
  }

  stateOf(history: string): Known | undefined {
    return this.#known.get(history);
  }

  /**
   * Turns until nothing is left to bring or to take; ends early with what went wrong, but one history that is denied does not
   * hold up the others. `otherUnsent`: what this device has still to send besides these histories; `rowsIn`: how many rows a
   * history is about to bring.
   */
  async run(histories: readonly string[], { otherUnsent = 0, rowsIn = () => 0 }: RunMeans = {}): Promise<TurnsOutcome> {
    for (const history of histories) await this.load(history);
    let open = [...histories];
    let isDenied = false;
    while (open.length > 0) {
      const offers = this.#offersOf(open, rowsIn);
      const nonce = this.#parts.nonce();
      const unsent = histories.reduce((sum, history) => sum + this.#unconfirmed(history).length, otherUnsent);
      const called = await this.#parts.call('/sync', buildSyncRequest(offers, nonce, unsent));
      if (called.kind !== 'answer') return called;
      const read = readSyncAnswer(called.body, offers, nonce, this.#parts.sha256);
      if (!read.ok) return { kind: read.problem.code === 'not-an-answer' ? 'filter' : 'answer-broken' };
      const again: string[] = [];
      for (const [at, turn] of read.value.entries()) {
        const offer = offers[at];
        const next = offer ? await this.#take(turn, offer) : 'done';
        if (next === 'not-kept') return { kind: next };
        if (next === 'denied') this.denied.add(turn.history);
        isDenied ||= next === 'denied';
        if (next === 'again') again.push(turn.history);
      }
      this.#parts.onProgress();
      open = [...again, ...open.slice(offers.length)];
    }
    return { kind: isDenied ? 'denied' : 'done' };
  }

  /** The first of the histories that fit into one request, and whose answer a poor line brings in time. */
  #offersOf(histories: readonly string[], rowsIn: (history: string) => number): Offer[] {
    const offers: Offer[] = [];
    let rows = 0;
    for (const history of histories.slice(0, mostHistories)) {
      const offer = this.#offerOf(history);
      rows += Math.min(mostRevisions, rowsIn(history)) + offer.revisions.length;
      if (rows > mostRows && offers.length > 0) break;
      offers.push(offer);
    }
    return offers;
  }

  #offerOf(history: string): Offer {
    const known = this.#known.get(history);
    const revisions = known?.pullFirst ? [] : fitTurn(this.#unconfirmed(history));
    return { history, after: known?.cursor ?? noCursor, revisions };
  }

  /** What this device has still to send of a history. */
  unsentOf(history: string): number {
    return this.#unconfirmed(history).length;
  }

  #unconfirmed(history: string): Revision[] {
    const confirmed = this.#known.get(history)?.confirmed;
    return this.#parts.revisionsOf(history).filter(({ id }) => !confirmed?.has(id) && !this.refused.has(id));
  }

  async #take(turn: HistoryTurn, offer: Offer): Promise<'done' | 'again' | 'denied' | 'not-kept'> {
    const known = await this.load(turn.history);
    if (turn.state === 'denied') return 'denied';
    if (turn.state === 'diverged') {
      await this.#parts.store.forget(turn.history);
      this.forgotten += known.confirmed.size;
      this.#known.delete(turn.history);
      (await this.load(turn.history)).pullFirst = true;
      return 'again';
    }
    for (const { id, why } of turn.refused) this.refused.set(id, why);
    const revisions = await this.#parts.admit(turn.revisions, 'endpoint').catch(() => null);
    if (revisions === null || !(await this.#parts.keep(revisions))) return 'not-kept';
    const { cursor, confirmed } = turn;
    const page = { history: turn.history, after: offer.after, cursor, confirmed, revisions };
    const moved = confirmed.length === 0 || (await this.#parts.store.confirm(page).catch(() => null));
    if (moved === null) return 'not-kept'; // ST8
    if (!moved) {
      this.#known.delete(turn.history); // another tab was quicker, or the database was wiped: read anew
      await this.load(turn.history);
      return 'again';
    }
    known.cursor = cursor;
    for (const { id, srvAt } of confirmed) {
      known.confirmed.set(id, srvAt);
      known.sent.delete(id);
      known.latest = Math.max(known.latest ?? 0, srvAt);
    }
    for (const id of turn.sent) known.sent.add(id);
    if (!turn.more && known.pullFirst) {
      known.pullFirst = false;
      this.forgotten = Math.min(this.forgotten, this.#unconfirmed(turn.history).length);
    }
    const left = this.#unconfirmed(turn.history).some(({ id }) => !known.sent.has(id));
    return turn.more || left ? 'again' : 'done';
  }
}
