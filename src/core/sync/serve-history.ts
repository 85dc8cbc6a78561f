import { checkRevision } from '../submission/check-revision.ts';
import type { Revision, Sha256 } from '../submission/revision.ts';
import { type Cursor, nextChain } from './chain.ts';
import { fromWire, type HistoryAnswer, mostBytes, mostRevisions, type SyncRequest, toWire } from './messages.ts';

export type StoredRow = { seq: number; revision: Revision; srvAt: number; via: string };
export type NewRow = StoredRow & { chain: string };

/** One history inside a transaction that holds its lock until it commits; so rows become visible in the order of their numbers. */
export type LockedHistory = {
  /** last number and chain value; for an empty history seq 0 and its random value 0 */
  head: Cursor;
  /** the chain value after row `seq`; null: there is no such row */
  chainAt: (seq: number) => Promise<string | null>;
  /** numbers of those of the ids that are here */
  seqsOf: (ids: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  append: (rows: readonly NewRow[]) => Promise<void>;
  /** rows first … last, in order */
  rows: (first: number, last: number) => Promise<readonly StoredRow[]>;
};

export type Asked = Pick<SyncRequest['histories'][number], 'after' | 'revisions'>;

export type ServeParts = {
  history: string;
  sha256: Sha256;
  /** why this revision may not be brought by whoever asks; null: it may */
  refusalOf: (revision: Revision) => string | null;
  /** milliseconds since 1970 by the server's clock, for people only */
  now: number;
  via: string;
};

/**
 * One turn of one history on the server. SY4: a cursor this history does not know gets "diverged", and nothing is applied.
 * SY5: unknown revisions are numbered densely under the lock; a known one changes nothing; one that cannot be taken is
 * refused alone. SY6: the page follows the asker's cursor, so what he brought comes back only as its place in the order.
 */
export async function serveHistory(table: LockedHistory, asked: Asked, parts: ServeParts): Promise<HistoryAnswer> {
  const { after } = asked;
  const { history } = parts;
  // most askers know everything there is: the counter row has their chain value already
  const chainThere = after.seq === table.head.seq ? table.head.chain : await table.chainAt(after.seq);
  if (after.seq > 0 && chainThere !== after.chain) return { history, diverged: true };
  const start = after.seq === 0 ? (chainThere ?? '') : undefined;
  const taken = await takeRevisions(table, asked.revisions, parts);
  const page = await pageAfter(table, after.seq, taken.head, taken.indexBySeq);
  const chain = page.last === taken.head.seq ? taken.head.chain : ((await table.chainAt(page.last)) ?? '');
  const answer = { history, rows: page.rows, chain, head: taken.head.seq, refused: taken.refused };
  return start === undefined ? answer : { ...answer, start };
}

type Taken = { head: Cursor; refused: { index: number; why: string }[]; indexBySeq: Map<number, Own> };
/** A row this request brought: where it stands in the request, and when it was first taken. */
type Own = { index: number; srvAt: number };

async function takeRevisions(
  table: LockedHistory,
  offered: Asked['revisions'],
  { history, sha256, refusalOf, now, via }: ServeParts,
): Promise<Taken> {
  const refused: Taken['refused'] = [];
  const sound: { index: number; revision: Revision }[] = [];
  for (const [index, wire] of offered.entries()) {
    const { tuple, signature } = fromWire(wire, history);
    const checked = checkRevision(tuple, sha256);
    if (!checked.ok) {
      refused.push({ index, why: checked.problem.code });
      continue;
    }
    sound.push({ index, revision: signature ? { ...checked.value, signature } : checked.value });
  }
  // an empty history knows none of them
  const mayBeKnown = sound.length > 0 && table.head.seq > 0;
  const known = new Map(mayBeKnown ? await table.seqsOf(sound.map(({ revision }) => revision.id)) : []);
  let head = table.head;
  const fresh: NewRow[] = [];
  const indexBySeq = new Map<number, Own>();
  for (const { index, revision } of sound) {
    const seq = known.get(revision.id);
    if (seq !== undefined) {
      indexBySeq.set(seq, { index, srvAt: now });
      continue;
    }
    const why = refusalOf(revision);
    if (why !== null) {
      refused.push({ index, why });
      continue;
    }
    head = { seq: head.seq + 1, chain: nextChain(head.chain, revision.id, sha256) };
    known.set(revision.id, head.seq);
    fresh.push({ seq: head.seq, revision, srvAt: now, via, chain: head.chain });
    indexBySeq.set(head.seq, { index, srvAt: now });
  }
  if (fresh.length > 0) await table.append(fresh);
  return { head, refused, indexBySeq };
}

type Page = { rows: Extract<HistoryAnswer, { rows: unknown }>['rows']; last: number };

async function pageAfter(
  table: LockedHistory,
  after: number,
  head: Cursor,
  own: ReadonlyMap<number, Own>,
): Promise<Page> {
  const most = Math.min(head.seq, after + mostRevisions);
  const stored = await othersIn(table, after + 1, most, own);
  const rows: Page['rows'] = [];
  let bytes = 0;
  let seq = after + 1;
  for (; seq <= most; seq += 1) {
    const mine = own.get(seq);
    if (mine) {
      addOwn(rows, seq, mine);
      continue;
    }
    const row = stored.get(seq);
    if (!row) break;
    const revision = [...toWire(row.revision)];
    bytes += JSON.stringify(revision).length;
    if (bytes > mostBytes && rows.length > 0) break;
    rows.push({ seq, revision, srvAt: row.srvAt, via: row.via });
  }
  return { rows, last: seq - 1 };
}

/** The rows of a stretch that the asker does not have, by number; read only where there are any. */
async function othersIn(table: LockedHistory, first: number, last: number, own: ReadonlyMap<number, Own>) {
  let [from, to] = [first, last];
  while (from <= to && own.has(from)) from += 1;
  while (to >= from && own.has(to)) to -= 1;
  const rows = from <= to ? await table.rows(from, to) : [];
  return new Map(rows.map((row) => [row.seq, row]));
}

function addOwn(rows: Page['rows'], seq: number, { index, srvAt }: Own): void {
  const last = rows.at(-1);
  if (last && 'own' in last && last.own[1] + 1 === index && last.srvAt === srvAt) last.own[1] = index;
  else rows.push({ from: seq, own: [index, index], srvAt });
}
