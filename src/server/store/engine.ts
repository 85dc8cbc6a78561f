import type { Kysely, Transaction } from 'kysely';
import type { ServerProblem } from '../problems.ts';
import { schemaVersion, type Tables } from './tables.ts';

export type Reader = Kysely<Tables>;
export type Writer = Transaction<Tables>;

export type StoreProblem = Extract<ServerProblem, 'store-busy' | 'store-full' | 'store-damaged'>;

/** What every database behind the endpoint does; only the file that opens one knows which it is. */
export type Engine = {
  /** reads a state that was committed */
  read: Reader;
  /** Runs a job in a transaction; resolves only when it is durable. What the job throws undoes that job alone; a job may be run again. */
  write: <Outcome>(job: (writer: Writer) => Promise<Outcome>) => Promise<Outcome>;
  /** the store's own file; null: it lies in a database that is copied and checked with tools of its own */
  file: StoreFile | null;
  /** failures a device should wait out; null: a bug */
  problemOf: (error: unknown) => StoreProblem | null;
  /** of everything that belongs to the store, on the disk */
  sizeInBytes: () => Promise<number>;
  close: () => Promise<void>;
};

export type StoreFile = {
  /** a copy of the whole store in one file, taken while others write */
  backup: (file: string) => Promise<void>;
  /** whether the file itself is sound, the tables without a chain included; `quick` leaves out what only an index would show */
  isIntact: (depth?: 'quick') => Promise<boolean>;
};

export class StoreOfNewerProgram extends Error {}
/** a row is not what was once written there */
export class DamagedRow extends Error {}
/** what lies there is no database, or a broken one */
export class StoreUnreadable extends Error {}

/** Writes into a new store which schema it has; refuses what a newer program has written. */
export async function checkVersion(db: Kysely<Tables>): Promise<void> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', 'schema').executeTakeFirst();
  if (!row)
    await db
      .insertInto('settings')
      .values({ name: 'schema', value: String(schemaVersion) })
      .execute();
  else if (Number(row.value) > schemaVersion) throw new StoreOfNewerProgram();
}

export const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
