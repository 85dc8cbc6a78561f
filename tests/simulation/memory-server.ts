import type { Revision, Sha256 } from '../../src/core/submission/revision.ts';
import { base64url, utf8 } from '../../src/core/submission/revision.ts';
import { type HistoryAnswer, protocol, type SyncRequest, syncRequestSchema } from '../../src/core/sync/messages.ts';
import { type LockedHistory, type NewRow, serveHistory } from '../../src/core/sync/serve-history.ts';

export type StoredHistory = { start: string; rows: readonly NewRow[]; ids: ReadonlyMap<string, number> };
export type Backup = ReadonlyMap<string, StoredHistory>;

/** Opens one history for one turn; `longestPage`: a store may give fewer rows than asked for. `commit` is called once at most. */
export type OpenHistory = (
  stored: StoredHistory,
  longestPage: number,
  commit: (next: StoredHistory) => void,
) => LockedHistory;

/** Where the server loses its power; what was committed before stays. */
export type DiesAt = 'between histories' | 'before the answer' | null;

/** The one register no device may write, so that something is refused. */
export const forbiddenPath = '2026-27/readiness/forbidden';

export type ServerParts = {
  sha256: Sha256;
  open: OpenHistory;
  /** rows a page may have, drawn anew for every history of a turn */
  longestPage: () => number;
  now: () => number;
};

/** A server over arrays; what it does with a turn is the product's own `serveHistory`. */
export class MemoryServer {
  readonly #parts: ServerParts;
  #histories = new Map<string, StoredHistory>();
  #created = 0;
  /** how often it was put back from a backup */
  restores = 0;

  constructor(parts: ServerParts) {
    this.#parts = parts;
  }

  stored(history: string): StoredHistory | undefined {
    return this.#histories.get(history);
  }

  rowsOf(history: string): readonly NewRow[] {
    return this.#histories.get(history)?.rows ?? [];
  }

  holds({ history, id, value }: Revision): boolean {
    const stored = this.#histories.get(history);
    return stored?.rows[(stored.ids.get(id) ?? 0) - 1]?.revision.value === value;
  }

  get size(): number {
    return [...this.#histories.values()].reduce((sum, { rows }) => sum + rows.length, 0);
  }

  backup(): Backup {
    return new Map(this.#histories);
  }

  restore(backup: Backup): void {
    this.#histories = new Map(backup);
    this.restores += 1;
  }

  /** What it answers to the text of a request; null: it died before it could. */
  async answer(text: string, diesAt: DiesAt = null): Promise<{ status: number; text: string } | null> {
    const request = readRequest(text);
    if (request === null) return { status: 400, text: JSON.stringify({ code: 'body-unreadable' }) };
    const histories: HistoryAnswer[] = [];
    for (const asked of request.histories) {
      histories.push(await this.#serve(asked));
      if (diesAt === 'between histories') return null;
    }
    if (diesAt !== null) return null;
    return { status: 200, text: JSON.stringify({ proto: protocol, nonce: request.nonce, histories }) };
  }

  async #serve(asked: SyncRequest['histories'][number]): Promise<HistoryAnswer> {
    const { history } = asked;
    const { sha256, open, now, longestPage } = this.#parts;
    const stored = this.#histories.get(history);
    if (!stored && asked.revisions.length === 0)
      return asked.after.seq > 0
        ? { history, diverged: true }
        : { history, rows: [], start: '', chain: '', head: 0, refused: [] };
    const locked = open(stored ?? this.#create(), longestPage(), (next) => this.#histories.set(history, next));
    const refusalOf = ({ path }: Revision) => (path === forbiddenPath ? 'not-your-branch' : null);
    return serveHistory(locked, asked, { history, sha256, refusalOf, now: now(), via: 'http' });
  }

  /** A new history has a value 0 of its own, also when one of this name was lost with a restore. */
  #create(): StoredHistory {
    this.#created += 1;
    return { start: base64url(this.#parts.sha256(utf8(`start ${this.#created}`))), rows: [], ids: new Map() };
  }
}

export const openHistory: OpenHistory = (stored, longestPage, commit) => {
  const { start, rows, ids } = stored;
  return {
    head: { seq: rows.length, chain: rows.at(-1)?.chain ?? start },
    chainAt: async (seq) => (seq === 0 ? start : (rows[seq - 1]?.chain ?? null)),
    seqsOf: async (wanted) =>
      new Map(
        wanted.flatMap((id) => {
          const seq = ids.get(id);
          return seq === undefined ? [] : [[id, seq] as const];
        }),
      ),
    append: async (added) => commit(withRows(start, [...rows, ...added])),
    rows: async (first, last) => rows.slice(first - 1, Math.min(last, first - 1 + longestPage)),
  };
};

export const withRows = (start: string, rows: readonly NewRow[]): StoredHistory => ({
  start,
  rows,
  ids: new Map(rows.map(({ revision }, at) => [revision.id, at + 1])),
});

function readRequest(text: string): SyncRequest | null {
  try {
    return syncRequestSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null; // cut on its way
  }
}
