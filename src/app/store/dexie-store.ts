import { sha256 } from '@noble/hashes/sha2.js';
import { Dexie, type EntityTable } from 'dexie';
import type { Road } from '../../core/access/weigh-judgement.ts';
import type { RevisionStore } from '../../core/revision-store.ts';
import { checkRevision } from '../../core/submission/check-revision.ts';
import { type Revision, toTuple } from '../../core/submission/revision.ts';
import { type Cursor, noCursor } from '../../core/sync/chain.ts';
import type { Confirmations, ConfirmedRow, CursorRow, DeliveredRow } from './confirmations.ts';

/** Raised when stored data get a meaning older code must not write into. */
const schemaEpoch = 1;

export class NewerDataError extends Error {}

type Meta = { key: string; value: number };
type Tables = {
  revisions: EntityTable<Revision, 'id'>;
  meta: EntityTable<Meta, 'key'>;
  confirmed: EntityTable<ConfirmedRow, 'id'>;
  cursors: EntityTable<CursorRow, 'history'>;
  aside: EntityTable<AsideRow, 'id'>;
  delivered: EntityTable<DeliveredRow, 'id'>;
};

/** A judgement nobody can vouch for yet (JG2), and the road it came by. */
export type AsideRow = { id: string; revision: Revision; road: Road };

/** A page of a history as one turn brought it. */
export type ConfirmedPage = {
  history: string;
  /** the cursor the turn began from */
  after: Cursor;
  cursor: Cursor;
  revisions: readonly Revision[];
  confirmed: readonly { id: string; srvAt: number; via?: string }[];
};

/**
 * The device's store of revisions.
 * ST4: a database found without its sentinel is new or was wiped, also under an open page: everything `onWiped` gives is
 * written again in the same transaction as the new revision.
 * ST5: code older than the data refuses to write. ST9: it lets go when a newer program opens; a version only adds tables.
 */
export class DexieStore implements RevisionStore {
  readonly #db: Dexie & Tables;
  readonly #onWiped: () => readonly Revision[];

  constructor(onWiped: () => readonly Revision[], name: string) {
    this.#onWiped = onWiped;
    this.#db = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Dexie & Tables;
    this.#db.version(1).stores({ revisions: 'id', meta: 'key' });
    this.#db.version(2).stores({ confirmed: 'id, history', cursors: 'history' });
    this.#db.version(3).stores({ aside: 'id', delivered: 'id' });
    this.#db.on('versionchange', () => this.#db.close());
  }

  /** Opens the connection; every other method does so by itself. */
  async open(): Promise<void> {
    await this.#twice(() => this.#db.open());
  }

  /** Called when the browser itself closed the database, as it does before it throws the data away. */
  onLost(call: () => void): void {
    this.#db.on('close', call);
  }

  /** Called when opening waits because an older window of the program does not let the database go. */
  onBlocked(call: () => void): void {
    this.#db.on('blocked', call);
  }

  /** ST1: all or nothing, durable when it resolves. */
  append(revisions: readonly Revision[]): Promise<void> {
    return this.#twice(() => this.#write(revisions));
  }

  /** RV4: rows that are not sound are left out; the journal puts them back. */
  readAll(): Promise<Revision[]> {
    return this.#twice(async () => (await this.#db.revisions.toArray()).filter(isSound));
  }

  /** The ids of all that is here. */
  ids(): Promise<string[]> {
    return this.#twice(() => this.#db.revisions.toCollection().primaryKeys());
  }

  /** Those of the given ids that are here. */
  read(ids: readonly string[]): Promise<Revision[]> {
    return this.#twice(async () =>
      (await this.#db.revisions.bulkGet([...ids])).filter((row): row is Revision => row !== undefined && isSound(row)),
    );
  }

  /** `new`: never written, or wiped since; `newer`: written by a newer program, which this one may only read. */
  age(): Promise<'new' | 'known' | 'newer'> {
    return this.#twice(async () => {
      const epoch = (await this.#db.meta.get('schemaEpoch'))?.value;
      return epoch === undefined ? 'new' : epoch > schemaEpoch ? 'newer' : 'known';
    });
  }

  /** What was seen back so far; without a row for it a history begins at no cursor. */
  confirmations(history: string): Promise<Confirmations> {
    return this.#twice(async () => {
      const rows = await this.#db.confirmed.where('history').equals(history).toArray();
      const at = await this.#db.cursors.get(history);
      const latest = rows.reduce<number | null>((last, { srvAt }) => Math.max(last ?? 0, srvAt), null);
      return {
        cursor: at ? { seq: at.seq, chain: at.chain } : noCursor,
        ids: new Map(rows.map(({ id, srvAt }) => [id, srvAt])),
        latest,
      };
    });
  }

  /**
   * SY8: rows, confirmations and cursor go in together. False: the cursor is not where the turn began (another tab was
   * quicker, or the database was wiped meanwhile), so nothing is moved and the next turn tells.
   */
  confirm({ history, after, cursor, revisions, confirmed }: ConfirmedPage): Promise<boolean> {
    const db = this.#db;
    return this.#twice(() =>
      db.transaction('rw', db.revisions, db.confirmed, db.cursors, db.meta, async () => {
        await this.#guard();
        const at = (await db.cursors.get(history)) ?? { ...noCursor };
        if (at.seq !== after.seq || at.chain !== after.chain) return false;
        await db.revisions.bulkPut([...revisions]);
        await db.confirmed.bulkPut(confirmed.map(({ id, srvAt }) => ({ id, srvAt, history })));
        await db.cursors.put({ history, ...cursor });
        return true;
      }),
    );
  }

  /** SY4: the endpoint does not know the cursor: it and what was confirmed of that history are forgotten. */
  forget(history: string): Promise<void> {
    const db = this.#db;
    return this.#twice(() =>
      db.transaction('rw', db.confirmed, db.cursors, async () => {
        await db.confirmed.where('history').equals(history).delete();
        await db.cursors.delete(history);
      }),
    );
  }

  /** JG2: what waits until its signer is known. */
  readAside(): Promise<AsideRow[]> {
    return this.#twice(() => this.#db.aside.toArray());
  }

  /** Puts aside what is new there, and drops what has been weighed; a file never takes the place of what the endpoint gave. */
  changeAside(put: readonly AsideRow[], dropped: readonly string[]): Promise<void> {
    const db = this.#db;
    return this.#twice(() =>
      db.transaction('rw', db.aside, db.revisions, db.meta, async () => {
        await this.#guard();
        await db.aside.bulkDelete([...dropped]);
        const known = new Set((await db.aside.toArray()).map(({ id }) => id));
        await db.aside.bulkPut(put.filter(({ id, road }) => road === 'endpoint' || !known.has(id)));
      }),
    );
  }

  /** EV15: what a receipt says was taken; all or nothing, durable when it resolves. The first receipt's moment stays. */
  deliver(rows: readonly DeliveredRow[]): Promise<void> {
    const db = this.#db;
    return this.#twice(() =>
      db.transaction('rw', db.revisions, db.delivered, db.meta, async () => {
        await this.#guard();
        const known = await db.delivered.bulkGet(rows.map(({ id }) => id));
        await db.delivered.bulkPut(rows.filter((_row, at) => known[at] === undefined));
      }),
    );
  }

  /** Every revision some receipt has answered for. */
  delivered(): Promise<DeliveredRow[]> {
    return this.#twice(() => this.#db.delivered.toArray());
  }

  close(): void {
    this.#db.close();
  }

  /** A lost connection is opened again and the work tried once more. */
  async #twice<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof NewerDataError || isDiskFull(error)) throw error;
      this.#db.close();
      await this.#db.open();
      return await work();
    }
  }

  /**
   * Every answer goes through here, so it asks the browser itself and only once: the guard's reading and the rows go out
   * together, and a guard that refuses undoes the whole transaction (ST4, ST5).
   */
  async #write(revisions: readonly Revision[]): Promise<void> {
    if (!this.#db.isOpen()) await this.#db.open();
    const transaction = this.#db.backendDB().transaction(['revisions', 'meta'], 'readwrite', { durability: 'strict' });
    const [rows, meta] = [transaction.objectStore('revisions'), transaction.objectStore('meta')];
    const reading = meta.get('schemaEpoch') as IDBRequest<Meta | undefined>;
    try {
      for (const revision of revisions) rows.put(revision);
    } catch (error) {
      transaction.abort(); // or those before the one that could not be put would be written without it
      throw error;
    }
    let isNewer = false;
    reading.onsuccess = () => {
      const epoch = reading.result?.value;
      isNewer = epoch !== undefined && epoch > schemaEpoch;
      if (isNewer) return transaction.abort();
      if (epoch === undefined) {
        meta.put({ key: 'schemaEpoch', value: schemaEpoch });
        for (const revision of this.#onWiped()) rows.put(revision);
      }
      transaction.commit();
    };
    await new Promise<void>((done, fail) => {
      transaction.oncomplete = () => done();
      transaction.onabort = () => fail(isNewer ? new NewerDataError() : transaction.error);
    });
  }

  /** ST4, ST5: inside a writing transaction of the library, before anything is written. */
  async #guard(): Promise<void> {
    const { revisions: table, meta } = this.#db;
    const epoch = (await meta.get('schemaEpoch'))?.value;
    if (epoch !== undefined && epoch > schemaEpoch) throw new NewerDataError();
    if (epoch !== undefined) return;
    await meta.put({ key: 'schemaEpoch', value: schemaEpoch });
    await table.bulkPut([...this.#onWiped()]);
  }
}

function isSound(row: Revision): boolean {
  const checked = checkRevision(toTuple(row), sha256);
  return checked.ok && checked.value.id === row.id; // its signature stays beside it
}

/** A full disk often hides inside an AbortError. */
export function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, inner } = error as { name?: string; inner?: unknown };
  return name === 'QuotaExceededError' || isDiskFull(inner);
}

/** Why a write failed, in the words of `SavingState`. */
export function writeFailureOf(error: unknown): 'newer-data' | 'disk-full' | 'storage-failed' {
  if (error instanceof NewerDataError) return 'newer-data';
  return isDiskFull(error) ? 'disk-full' : 'storage-failed';
}
