import { sha256 } from '@noble/hashes/sha2.js';
import { Dexie, type EntityTable } from 'dexie';
import type { RevisionStore } from '../../core/revision-store.ts';
import { checkRevision } from '../../core/submission/check-revision.ts';
import { type Revision, toTuple } from '../../core/submission/revision.ts';

/** Raised when stored data get a meaning older code must not write into. */
const schemaEpoch = 1;

export class NewerDataError extends Error {}

type Meta = { key: string; value: number };
type Tables = { revisions: EntityTable<Revision, 'id'>; meta: EntityTable<Meta, 'key'> };

/**
 * The device's store of revisions.
 * ST4: a database found without its sentinel is new or was wiped, also under an open page: everything `onWiped` gives is
 * written again in the same transaction as the new revision.
 * ST5: code older than the data refuses to write.
 */
export class DexieStore implements RevisionStore {
  readonly #db: Dexie & Tables;
  readonly #onWiped: () => readonly Revision[];

  constructor(onWiped: () => readonly Revision[], name: string) {
    this.#onWiped = onWiped;
    this.#db = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Dexie & Tables;
    this.#db.version(1).stores({ revisions: 'id', meta: 'key' });
    this.#db.on('versionchange', () => this.#db.close());
  }

  /** Called when the browser itself closed the database, as it does before it throws the data away (C6). */
  onLost(call: () => void): void {
    this.#db.on('close', call);
  }

  /** ST1: all or nothing, durable when it resolves. */
  append(revisions: readonly Revision[]): Promise<void> {
    return this.#twice(() => this.#write(revisions));
  }

  /** RV4: rows that are not sound are left out; the journal puts them back. */
  readAll(): Promise<Revision[]> {
    return this.#twice(async () => (await this.#db.revisions.toArray()).filter(isSound));
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

  close(): void {
    this.#db.close();
  }

  /** C13: a lost connection is opened again and the work tried once more. */
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

  async #write(revisions: readonly Revision[]): Promise<void> {
    const { revisions: table, meta } = this.#db;
    await this.#db.transaction('rw', table, meta, async () => {
      const epoch = (await meta.get('schemaEpoch'))?.value;
      if (epoch !== undefined && epoch > schemaEpoch) throw new NewerDataError();
      if (epoch === undefined) {
        await meta.put({ key: 'schemaEpoch', value: schemaEpoch });
        await table.bulkPut([...this.#onWiped()]);
      }
      await table.bulkPut([...revisions]);
    });
  }
}

function isSound(row: Revision): boolean {
  const checked = checkRevision(toTuple(row), sha256);
  return checked.ok && checked.value.id === row.id;
}

/** C9: a full disk often hides inside an AbortError. */
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
