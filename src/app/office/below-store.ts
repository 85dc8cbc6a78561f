import { sha256 } from '@noble/hashes/sha2.js';
import { Dexie, type EntityTable } from 'dexie';
import { checkRevision } from '../../core/submission/check-revision.ts';
import { type Revision, toTuple } from '../../core/submission/revision.ts';
import { type Cursor, noCursor } from '../../core/sync/chain.ts';
import type { Confirmations, CursorRow } from '../store/confirmations.ts';
import type { ConfirmedPage } from '../store/dexie-store.ts';

/** A revision of a history below, as the endpoint gave it. `srvAt` null: it has forgotten it since (SY4). */
export type BelowRow = { id: string; history: string; srvAt: number | null; via: string; revision: Revision };

type Tables = {
  rows: EntityTable<BelowRow, 'id'>;
  cursors: EntityTable<CursorRow, 'history'>;
  told: EntityTable<{ key: string; at: string }, 'key'>;
};

/**
 * OF2: what only an officer's device keeps of the histories below it, in a database of its own. All of it can be had again from
 * the endpoint, so it has no second copy and needs not wait for the disk; rows and cursor go in together, so they are lost
 * together, too.
 */
export class BelowStore {
  readonly #db: Dexie & Tables;
  readonly #bodyOf: (history: string, id: string) => Revision | undefined;

  /** `bodyOf`: a revision this device offered, which comes back without its content */
  constructor(name: string, bodyOf: (history: string, id: string) => Revision | undefined) {
    this.#bodyOf = bodyOf;
    this.#db = new Dexie(`${name}-below`) as Dexie & Tables;
    this.#db.version(1).stores({ rows: 'id, history', cursors: 'history', told: 'key' });
    this.#db.on('versionchange', () => this.#db.close());
  }

  /** How far each history was pulled. */
  async cursors(): Promise<Map<string, Cursor>> {
    const rows = await this.#db.cursors.toArray();
    return new Map(rows.map(({ history, seq, chain }) => [history, { seq, chain }]));
  }

  /** When the endpoint last told of everything below, ISO; null: never. */
  async toldAt(): Promise<string | null> {
    return (await this.#db.told.get('all'))?.at ?? null;
  }

  async keepToldAt(at: string): Promise<void> {
    await this.#db.told.put({ key: 'all', at });
  }

  /** RV4: a history with a row that is not sound is pulled anew; what is sound of it stands meanwhile. */
  async rows(history: string): Promise<BelowRow[]> {
    const rows = await this.#db.rows.where('history').equals(history).toArray();
    const sound = rows.filter(isSound);
    if (sound.length < rows.length) await this.forget(history);
    return sound;
  }

  async confirmations(history: string): Promise<Confirmations> {
    const rows = await this.#db.rows.where('history').equals(history).toArray();
    const cursor = (await this.#db.cursors.get(history)) ?? noCursor;
    const ids = new Map(rows.flatMap(({ id, srvAt }) => (srvAt === null ? [] : [[id, srvAt]])));
    const latest = ids.size === 0 ? null : Math.max(...ids.values());
    return { cursor: { seq: cursor.seq, chain: cursor.chain }, ids, latest };
  }

  /** SY8 */
  confirm({ history, after, cursor, revisions, confirmed }: ConfirmedPage): Promise<boolean> {
    const { rows, cursors } = this.#db;
    const bodies = new Map(revisions.map((revision) => [revision.id, revision]));
    return this.#db.transaction('rw', rows, cursors, async () => {
      const at = (await cursors.get(history)) ?? noCursor;
      if (at.seq !== after.seq || at.chain !== after.chain) return false;
      const page = confirmed.flatMap(({ id, srvAt, via = 'http' }): BelowRow[] => {
        const revision = bodies.get(id) ?? this.#bodyOf(history, id);
        return revision ? [{ id, history, srvAt, via, revision }] : [];
      });
      await rows.bulkPut(page);
      await cursors.put({ history, ...cursor });
      return true;
    });
  }

  /** SY4: the rows stay, for the endpoint may have lost them: what does not come back is offered to it. */
  forget(history: string): Promise<void> {
    const { rows, cursors } = this.#db;
    return this.#db.transaction('rw', rows, cursors, async () => {
      await rows.where('history').equals(history).modify({ srvAt: null });
      await cursors.delete(history);
    });
  }
}

function isSound({ revision }: BelowRow): boolean {
  const checked = checkRevision(toTuple(revision), sha256);
  return checked.ok && checked.value.id === revision.id;
}
