import { Dexie, type EntityTable } from 'dexie';
import type { RevisionStore } from '../../core/revision-store.ts';
import type { Revision } from '../../core/submission/revision.ts';

/** Raised when stored data get a meaning older code must not write into. */
const schemaEpoch = 1;

export class NewerDataError extends Error {}

type Meta = { key: string; value: number };
type Tables = { revisions: EntityTable<Revision, 'id'>; meta: EntityTable<Meta, 'key'> };

/**
 * The device's store of revisions.
 * ST4: a database found without its sentinel was wiped, also under an open page: everything `everything()` still knows is
 * written again in the same transaction as the new revision.
 * ST5: code older than the data refuses to write.
 */
export class DexieStore implements RevisionStore {
  readonly #db: Dexie & Tables;
  readonly #everything: () => readonly Revision[];

  constructor(everything: () => readonly Revision[], name = 'gotovo') {
    this.#everything = everything;
    this.#db = new Dexie(name, { chromeTransactionDurability: 'strict' }) as Dexie & Tables;
    this.#db.version(1).stores({ revisions: 'id', meta: 'key' });
    this.#db.on('versionchange', () => this.#db.close());
  }

  /** ST1: all or nothing, durable when it resolves; a lost connection is opened again and tried once more (C13). */
  async append(revisions: readonly Revision[]): Promise<void> {
    try {
      await this.#write(revisions);
    } catch (error) {
      if (error instanceof NewerDataError || isDiskFull(error)) throw error;
      this.#db.close();
      await this.#db.open();
      await this.#write(revisions);
    }
  }

  async #write(revisions: readonly Revision[]): Promise<void> {
    const { revisions: table, meta } = this.#db;
    await this.#db.transaction('rw', table, meta, async () => {
      const epoch = (await meta.get('schemaEpoch'))?.value;
      if (epoch !== undefined && epoch > schemaEpoch) throw new NewerDataError();
      if (epoch === undefined) {
        await meta.put({ key: 'schemaEpoch', value: schemaEpoch });
        await table.bulkPut([...this.#everything()]);
      }
      await table.bulkPut([...revisions]);
    });
  }

  readAll(): Promise<Revision[]> {
    return this.#db.revisions.toArray();
  }

  /** Those of the given ids that are here. */
  async read(ids: readonly string[]): Promise<Revision[]> {
    return (await this.#db.revisions.bulkGet([...ids])).filter((revision) => revision !== undefined);
  }

  /** Whether the database has ever been written, and was not wiped since. */
  async isNew(): Promise<boolean> {
    return (await this.#db.meta.get('schemaEpoch')) === undefined;
  }

  close(): void {
    this.#db.close();
  }
}

/** C9: a full disk often hides inside an AbortError. */
export function isDiskFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, inner } = error as { name?: string; inner?: unknown };
  return name === 'QuotaExceededError' || isDiskFull(inner);
}
