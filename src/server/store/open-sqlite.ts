import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
  type SqliteStatement,
  sql,
} from 'kysely';
import Database from 'libsql';
import { makeFolder } from '../make-folder.ts';
import {
  checkVersion,
  codeOf,
  DamagedRow,
  type Engine,
  type StoreFile,
  type StoreProblem,
  StoreUnreadable,
  type Writer,
} from './engine.ts';
import { createTables, type Tables } from './tables.ts';

export const storeName = 'gotovo.sqlite';

/** Whether a store lies in the folder: a database that says which schema it has. */
export function isStore(folder: string): boolean {
  try {
    const database = new Database(join(folder, storeName), { fileMustExist: true });
    try {
      return database.prepare("select value from settings where name = 'schema'").get() !== undefined;
    } finally {
      database.close();
    }
  } catch {
    return false;
  }
}

/** Writes a named value into a copy that nobody has opened yet. */
export function noteInCopy(file: string, name: string, value: string): void {
  const database = new Database(file, { fileMustExist: true });
  try {
    database.prepare('insert or replace into settings (name, value) values (?, ?)').run(name, value);
  } finally {
    database.close();
  }
}

export type SqliteEngine = Engine & { file: StoreFile };

/** ES1: SQLite in `folder`, WAL and synchronous=FULL: what was answered is on the disk. */
export async function openSqlite(folder: string): Promise<SqliteEngine> {
  makeFolder(folder);
  const file = join(folder, storeName);
  const writing = await openStore(file);
  const reading = kyselyOn(openDatabase(file));
  return {
    read: reading,
    write: groupCommit(writing),
    file: {
      backup: async (target) => {
        await sql`vacuum into ${target}`.execute(reading);
      },
      isIntact: (depth) => isIntact(reading, depth),
    },
    problemOf,
    sizeInBytes: async () =>
      ['', '-wal'].reduce((sum, end) => sum + (existsSync(file + end) ? statSync(file + end).size : 0), 0),
    close: async () => {
      // brings everything into the one file, so that a copy of it alone is whole; never waits for others
      await sql`pragma wal_checkpoint(passive)`.execute(writing);
      await reading.destroy();
      await writing.destroy();
    },
  };
}

/** Creates the tables of a new store; refuses what is no database and what a newer program has written. */
async function openStore(file: string): Promise<Kysely<Tables>> {
  try {
    const db = kyselyOn(openDatabase(file));
    await createTables(db, { text: 'text', numbered: 'integer primary key', compact: 'without rowid' });
    await checkVersion(db);
    return db;
  } catch (error) {
    throw isDamage(error) ? new StoreUnreadable() : error;
  }
}

async function isIntact(db: Kysely<Tables>, depth?: 'quick'): Promise<boolean> {
  try {
    const check = depth === 'quick' ? sql`pragma quick_check(1)` : sql`pragma integrity_check(1)`;
    const { rows } = await sql<Record<string, string>>`${check}`.execute(db);
    return Object.values(rows[0] ?? {})[0] === 'ok';
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

const isDamage = (error: unknown): boolean => /^SQLITE_(NOTADB|CORRUPT)/.test(codeOf(error));

function problemOf(error: unknown): StoreProblem | null {
  const code = codeOf(error);
  if (error instanceof DamagedRow || isDamage(error)) return 'store-damaged';
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'store-busy';
  return /^SQLITE_(FULL|IOERR)/.test(code) || code === 'ENOSPC' ? 'store-full' : null;
}

function openDatabase(file: string): SqliteDatabase {
  const database = new Database(file);
  for (const pragma of ['busy_timeout = 5000', 'journal_mode = WAL', 'synchronous = FULL', 'cache_size = -16000'])
    database.exec(`pragma ${pragma}`);
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => database.close(),
    prepare: (text) => {
      const statement = prepared.get(text) ?? prepare(database, text);
      if (prepared.size < 500) prepared.set(text, statement);
      return statement;
    },
  };
}

/** A statement that asks libsql only once whether it gives rows. */
function prepare(database: Database.Database, text: string): SqliteStatement {
  const statement = database.prepare(text);
  return {
    reader: statement.reader,
    all: (values) => statement.all(values),
    run: (values) => statement.run(values),
    iterate: (values) => statement.iterate(values) as IterableIterator<unknown>,
  };
}

/** Takes the lock of the file when a transaction begins, not in the middle of a job. ES5: what a full disk has undone already needs no undoing. */
class LockingDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(begin);
  }
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      if (!/no transaction is active/.test(asError(error).message)) throw error;
    }
  }
}

class LockingDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;
  constructor(database: SqliteDatabase) {
    super({ database });
    this.#database = database;
  }
  override createDriver(): SqliteDriver {
    return new LockingDriver({ database: this.#database });
  }
}

const begin = CompiledQuery.raw('begin immediate');
const savepoint = CompiledQuery.raw('savepoint job');
const undo = CompiledQuery.raw('rollback to job');
const release = CompiledQuery.raw('release job');

const kyselyOn = (database: SqliteDatabase) => new Kysely<Tables>({ dialect: new LockingDialect(database) });

type Job = { run: (writer: Writer) => Promise<void>; settle: (failure: Error | null) => void };

/**
 * ES2: jobs that wait at the same moment share one commit, each behind a savepoint of its own; all of them are answered only
 * after that commit. SQLite commits stop the whole process for a disk flush, so one flush for many is what keeps it quick.
 */
function groupCommit(db: Kysely<Tables>): Engine['write'] {
  let waiting: Job[] = [];
  let running = false;

  async function run(): Promise<void> {
    running = true;
    while (waiting.length > 0) {
      await new Promise(setImmediate); // lets requests that have arrived meanwhile join
      const batch = waiting;
      waiting = [];
      await commitTogether(db, batch);
    }
    running = false;
  }

  return (job) =>
    new Promise((done, fail) => {
      let outcome: Awaited<ReturnType<typeof job>>;
      waiting.push({
        run: async (writer) => {
          outcome = await job(writer);
        },
        settle: (failure) => (failure ? fail(failure) : done(outcome)),
      });
      if (!running) void run();
    });
}

async function commitTogether(db: Kysely<Tables>, batch: readonly Job[]): Promise<void> {
  const failures = new Map<Job, Error>();
  try {
    await db.transaction().execute(async (writer) => {
      for (const job of batch) {
        await writer.executeQuery(savepoint);
        try {
          await job.run(writer);
        } catch (error) {
          await writer.executeQuery(undo).catch(() => {
            throw error; // the disk failed: the whole transaction is gone with its savepoints
          });
          failures.set(job, asError(error));
        }
        await writer.executeQuery(release);
      }
    });
  } catch (error) {
    for (const job of batch) job.settle(failures.get(job) ?? asError(error));
    return;
  }
  for (const job of batch) job.settle(failures.get(job) ?? null);
}

const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));
