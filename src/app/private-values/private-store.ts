import Dexie, { type EntityTable } from 'dexie';
import type { PrivateValue } from '../../core/private-values/private-values.ts';
import { privateStoreName } from './store-name.ts';

type Tables = { values: EntityTable<PrivateRow, 'hash'> };

/**
 * `kept`: the endpoint has it, too; `keptAt`: since when this device knows so, ISO, left out of what came from there.
 * `madeAt`: when it was given on this device, ISO. `carriedAt`: a receipt of an officer's device answered for it then, ISO. `until`: the last day it may be here, of what an officer
 * asked for.
 */
export type PrivateRow = PrivateValue & {
  history: string;
  kept: boolean;
  madeAt?: string;
  keptAt?: string;
  carriedAt?: string;
  until?: string;
};

/**
 * PV6: contacts of staff on this device, in a database of their own that can forget: nothing of them stands in the journal, in
 * revisions or in copies, so there is one copy here and one on the endpoint.
 */
export class PrivateStore {
  readonly #db: Dexie & Tables;

  constructor(name: string) {
    this.#db = new Dexie(privateStoreName(name), { chromeTransactionDurability: 'strict' }) as Dexie & Tables;
    this.#db.version(1).stores({ values: 'hash, history' });
    this.#db.on('versionchange', () => this.#db.close());
  }

  all(): Promise<PrivateRow[]> {
    return this.#db.values.toArray();
  }

  /** Durable when it resolves. */
  async put(rows: readonly PrivateRow[]): Promise<void> {
    await this.#db.values.bulkPut([...rows]);
  }

  async drop(hashes: readonly string[]): Promise<void> {
    await this.#db.values.bulkDelete([...hashes]);
  }
}
