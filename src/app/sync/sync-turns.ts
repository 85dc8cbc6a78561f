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

  /** Turns until nothing is left to bring or to take; ends early with what went wrong. */
  async run(histories: readonly string[]): Promise<TurnsOutcome> {
    for (const history of histories) await this.load(history);
    let open = [...histories];
    while (open.length > 0) {
      const offers = open.map((history) => this.#offerOf(history));
      const nonce = this.#parts.nonce();
      const unsent = histories.reduce((sum, history) => sum + this.#unconfirmed(history).length, 0);
      const called = await this.#parts.call('/sync', buildSyncRequest(offers, nonce, unsent));
      if (called.kind !== 'answer') return called;
      const read = readSyncAnswer(called.body, offers, nonce, this.#parts.sha256);
      if (!read.ok) return { kind: read.problem.code === 'not-an-answer' ? 'filter' : 'answer-broken' };
      const again: string[] = [];
      for (const [at, turn] of read.value.entries()) {
        const offer = offers[at];
        const next = offer ? await this.#take(turn, offer) : 'done';
        if (next === 'not-kept' || next === 'denied') return { kind: next };
        if (next === 'again') again.push(turn.history);
      }
      this.#parts.onProgress();
      open = again;
    }
    return { kind: 'done' };
  }

  #offerOf(history: string): Offer {
    const known = this.#known.get(history);
    const revisions = known?.pullFirst ? [] : fitTurn(this.#unconfirmed(history));
    return { history, after: known?.cursor ?? noCursor, revisions };
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
