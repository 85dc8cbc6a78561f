import type { ConfirmedPage } from '../../src/app/store/dexie-store.ts';
import type { RevisionStore } from '../../src/core/revision-store.ts';
import type { Revision } from '../../src/core/submission/revision.ts';
import { type Cursor, noCursor } from '../../src/core/sync/chain.ts';

/** The device lost its power: memory is gone, what was durable stays. */
export class PowerCut extends Error {}

type Confirmed = { history: string; srvAt: number };

export type StoreContent = {
  revisions: ReadonlyMap<string, Revision>;
  confirmed: ReadonlyMap<string, Confirmed>;
  cursors: ReadonlyMap<string, Cursor>;
};

export type StoreEdge = 'before a write' | 'after a write' | 'before a page' | 'after a page';

export type StoreParts = {
  /** may throw a PowerCut */
  onEdge: (edge: StoreEdge) => void;
  onDurable: (revisions: readonly Revision[]) => void;
  onOtherTab: () => void;
  onForget: () => void;
  onConfirmed: (history: string, ids: readonly string[]) => void;
};

/** What a device keeps over a power cut; every call is one transaction, as in src/app/store/dexie-store.ts. */
export class DeviceStore implements RevisionStore {
  readonly #parts: StoreParts;
  revisions = new Map<string, Revision>();
  confirmed = new Map<string, Confirmed>();
  cursors = new Map<string, Cursor>();

  constructor(parts: StoreParts) {
    this.#parts = parts;
  }

  async append(revisions: readonly Revision[]): Promise<void> {
    this.#parts.onEdge('before a write');
    this.put(revisions);
    this.#parts.onEdge('after a write');
  }

  async readAll(): Promise<Revision[]> {
    return [...this.revisions.values()];
  }

  async confirmations(history: string) {
    const rows = [...this.confirmed].filter(([, row]) => row.history === history);
    const latest = rows.reduce<number | null>((last, [, { srvAt }]) => Math.max(last ?? 0, srvAt), null);
    return {
      cursor: this.cursors.get(history) ?? noCursor,
      ids: new Map(rows.map(([id, { srvAt }]) => [id, srvAt])),
      latest,
    };
  }

  async confirm(page: ConfirmedPage): Promise<boolean> {
    const { history, after, cursor, confirmed, revisions } = page;
    this.#parts.onEdge('before a page');
    const at = this.cursors.get(history) ?? noCursor;
    if (at.seq !== after.seq || at.chain !== after.chain) {
      this.#parts.onOtherTab();
      return false;
    }
    this.put(revisions);
    this.mark(history, confirmed);
    this.cursors.set(history, cursor);
    this.#parts.onEdge('after a page');
    return true;
  }

  async forget(history: string): Promise<void> {
    this.#parts.onForget();
    for (const [id, row] of this.confirmed) if (row.history === history) this.confirmed.delete(id);
    this.cursors.delete(history);
  }

  put(revisions: readonly Revision[]): void {
    for (const revision of revisions) this.revisions.set(revision.id, revision);
    this.#parts.onDurable(revisions);
  }

  mark(history: string, confirmed: readonly { id: string; srvAt: number }[]): void {
    for (const { id, srvAt } of confirmed) this.confirmed.set(id, { history, srvAt });
    this.#parts.onConfirmed(
      history,
      confirmed.map(({ id }) => id),
    );
  }

  copy(): StoreContent {
    return {
      revisions: new Map(this.revisions),
      confirmed: new Map(this.confirmed),
      cursors: new Map(this.cursors),
    };
  }

  replaceBy({ revisions, confirmed, cursors }: StoreContent): void {
    this.revisions = new Map(revisions);
    this.confirmed = new Map(confirmed);
    this.cursors = new Map(cursors);
  }
}

export const emptyStore: StoreContent = { revisions: new Map(), confirmed: new Map(), cursors: new Map() };
