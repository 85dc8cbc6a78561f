import { fail, ok, type Result } from '../result.ts';
import { checkRevision } from '../submission/check-revision.ts';
import type { Revision, Sha256 } from '../submission/revision.ts';
import { type Cursor, nextChain } from './chain.ts';
import {
  fromWire,
  type HistoryAnswer,
  mostBytes,
  mostRevisions,
  protocol,
  type SyncRequest,
  syncAnswerSchema,
  toWire,
} from './messages.ts';

/** What a device knows of one history when a turn begins. `revisions`: what it offers, at most one turn's worth. */
export type Offer = { history: string; after: Cursor; revisions: readonly Revision[] };

/** What one turn told about one history. */
export type HistoryTurn =
  | {
      history: string;
      state: 'page';
      /** revisions of others, in the order of the server */
      revisions: Revision[];
      /** every revision of the page, own ones too: seen back in the chained history; `via`: the road others came by */
      confirmed: { id: string; srvAt: number; via?: string }[];
      /** offered, answered and not refused; not yet seen back */
      sent: string[];
      refused: { id: string; why: string }[];
      cursor: Cursor;
      /** whether the server has more rows after this page */
      more: boolean;
    }
  | { history: string; state: 'diverged' }
  | { history: string; state: 'denied'; why: string };

/** Why a body is not an answer; the outcome of the turn is unknown then, and everything is offered again. */
export type TurnProblem = { code: 'not-an-answer' } | { code: 'answer-of-another-turn' } | { code: 'answer-broken' };

/** The first of the given revisions that fit into one turn of one history. */
export function fitTurn(revisions: readonly Revision[]): Revision[] {
  const fitting: Revision[] = [];
  let bytes = 0;
  for (const revision of revisions.slice(0, mostRevisions)) {
    bytes += 3 * JSON.stringify(toWire(revision)).length; // Cyrillic takes two bytes; three is never too few
    if (bytes > mostBytes && fitting.length > 0) break;
    fitting.push(revision);
  }
  return fitting;
}

export function buildSyncRequest(offers: readonly Offer[], nonce: string, unsent: number): SyncRequest {
  const histories = offers.map(({ history, after, revisions }) => ({
    history,
    after,
    revisions: revisions.map((revision) => [...toWire(revision)]),
  }));
  return { proto: protocol, nonce, unsent, histories };
}

/**
 * SY7: an answer counts only when it is whole, speaks this protocol, echoes the nonce and answers exactly what was asked;
 * anything else is an unknown outcome. W10: what any release was answered stays readable. SY8: ids and chain are recomputed over the device's own copies; rows are confirmed and
 * the cursor moved only when the chain agrees, and by the caller in one transaction.
 */
export function readSyncAnswer(
  answer: unknown,
  offers: readonly Offer[],
  nonce: string,
  sha256: Sha256,
): Result<HistoryTurn[], TurnProblem> {
  const parsed = syncAnswerSchema.safeParse(answer);
  if (!parsed.success) return fail({ code: 'not-an-answer' });
  if (parsed.data.nonce !== nonce) return fail({ code: 'answer-of-another-turn' });
  const { histories } = parsed.data;
  if (histories.length !== offers.length) return fail({ code: 'answer-broken' });
  const turns: HistoryTurn[] = [];
  for (const [at, offer] of offers.entries()) {
    const turn = readHistory(histories[at], offer, sha256);
    if (turn === null) return fail({ code: 'answer-broken' });
    turns.push(turn);
  }
  return ok(turns);
}

function readHistory(answer: HistoryAnswer | undefined, offer: Offer, sha256: Sha256): HistoryTurn | null {
  const { history, after } = offer;
  if (answer?.history !== history) return null;
  if ('denied' in answer) return { history, state: 'denied', why: answer.denied };
  if ('diverged' in answer) return { history, state: 'diverged' };
  const page = readRows(answer.rows, offer, sha256);
  if (page === null) return null;
  let chain = after.seq === 0 ? (answer.start ?? '') : after.chain;
  for (const { id } of page.confirmed) chain = nextChain(chain, id, sha256);
  const seq = after.seq + page.confirmed.length;
  const more = answer.head > seq;
  if (chain !== answer.chain || answer.head < seq) return null;
  if (more && page.confirmed.length === 0) return null; // a row the endpoint cannot give: asking on would never end
  const refused = answer.refused.map(({ index, why }) => ({ id: offer.revisions[index]?.id ?? '', why }));
  if (refused.some(({ id }) => id === '')) return null;
  const done = new Set([...page.confirmed, ...refused].map(({ id }) => id));
  return {
    history,
    state: 'page',
    ...page,
    sent: offer.revisions.map(({ id }) => id).filter((id) => !done.has(id)),
    refused,
    // an empty history keeps cursor 0: its value 0 is asked for again
    cursor: seq === 0 ? after : { seq, chain },
    more,
  };
}

/** The rows of a page in order, without a hole, every id recomputed; null when anything does not fit. */
function readRows(rows: Extract<HistoryAnswer, { rows: unknown }>['rows'], offer: Offer, sha256: Sha256) {
  const revisions: Revision[] = [];
  const confirmed: { id: string; srvAt: number; via?: string }[] = [];
  for (const row of rows) {
    const expected = offer.after.seq + confirmed.length + 1;
    if ('own' in row) {
      const own = offer.revisions.slice(row.own[0], row.own[1] + 1);
      if (row.from !== expected || own.length === 0 || own.length !== row.own[1] - row.own[0] + 1) return null;
      for (const { id } of own) confirmed.push({ id, srvAt: row.srvAt });
      continue;
    }
    const { tuple, signature } = fromWire(row.revision, offer.history);
    const checked = checkRevision(tuple, sha256);
    if (row.seq !== expected || !checked.ok) return null;
    revisions.push(signature ? { ...checked.value, signature } : checked.value);
    confirmed.push({ id: checked.value.id, srvAt: row.srvAt, via: row.via });
  }
  return { revisions, confirmed };
}
