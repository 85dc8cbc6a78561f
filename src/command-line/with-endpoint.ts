import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Endpoint, openEndpoint } from '../server/endpoint.ts';
import { type Engine, StoreOfNewerProgram, StoreUnreadable } from '../server/store/engine.ts';
import { DatabaseUnfit, openPostgres } from '../server/store/open-postgres.ts';
import { openSqlite, storeName } from '../server/store/open-sqlite.ts';
import { lockForServing } from '../server/store/serve-lock.ts';
import { commandTexts } from '../texts/command-line.ts';
import { UsageError } from './usage-error.ts';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Where a store of one file lies: `--data`, else DATA_DIR, else `data` where the command is run. */
export const dataFolder = (flag?: string): string => flag || process.env.DATA_DIR || 'data';

/** PG1: the database that takes the folder's place for every command; null: none is named. */
export function databaseUrl(): string | null {
  const typed = process.env.DATABASE_URL;
  return typed ? readDatabaseUrl('DATABASE_URL', typed) : null;
}

export function readDatabaseUrl(name: string, typed: string): string {
  if (!/^postgres(ql)?:\/\//.test(typed) || !URL.canParse(typed))
    throw new UsageError(commandTexts.badDatabaseUrl(name));
  return typed;
}

/** PG3: one `serve` to a folder; a database takes any number of them. Null: the folder has its own already. */
export const lockStore = (folder: string): { free: () => void } | null =>
  databaseUrl() ? { free: () => undefined } : lockForServing(folder);

/**
 * Opens the store a command works on, beside a live `serve` too, and closes it whatever happens. CL3: a mistyped folder is
 * told; only `serve`, `places import` and `restore` begin a store.
 */
export async function withEndpoint<Outcome>(
  folder: string,
  work: (endpoint: Endpoint) => Promise<Outcome>,
): Promise<Outcome> {
  if (!databaseUrl() && !existsSync(join(folder, storeName))) throw new UsageError(commandTexts.noStore(folder));
  return workOn(await openStoreIn(folder, { mayBegin: false }), work);
}

/** The same, beginning the store when there is none. */
export async function withNewEndpoint<Outcome>(
  folder: string,
  work: (endpoint: Endpoint) => Promise<Outcome>,
): Promise<Outcome> {
  return workOn(await openStoreIn(folder), work);
}

async function workOn<Outcome>(endpoint: Endpoint, work: (endpoint: Endpoint) => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work(endpoint);
  } finally {
    await endpoint.engine.close();
  }
}

export async function openStoreIn(folder: string, { mayBegin } = { mayBegin: true }): Promise<Endpoint> {
  const level = process.env.LOG_LEVEL || 'warn';
  if (!logLevels.includes(level)) throw new UsageError(commandTexts.badLogLevel(level, logLevels.join(', ')));
  const url = databaseUrl();
  const engine = await inWords(folder, () => (url ? openPostgres(url, { mayBegin }) : openSqlite(folder)));
  return openEndpoint(engine, pino({ level }, pino.destination(2)));
}

/** What can be wrong with a store that is opened, in words. */
export async function inWords<Opened extends Engine>(folder: string, open: () => Promise<Opened>): Promise<Opened> {
  try {
    return await open();
  } catch (error) {
    if (error instanceof StoreOfNewerProgram) throw new Error(commandTexts.newerStore);
    if (error instanceof StoreUnreadable) throw new Error(commandTexts.unreadableStore(folder));
    if (!(error instanceof DatabaseUnfit)) throw error;
    const words = commandTexts.databaseUnfit(error.fault);
    throw error.fault === 'no-store' ? new UsageError(words) : new Error(words);
  }
}
