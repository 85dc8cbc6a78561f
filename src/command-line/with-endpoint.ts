import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Endpoint, openEndpoint } from '../server/endpoint.ts';
import { openSqlite, StoreOfNewerProgram, StoreUnreadable, storeName } from '../server/store/engine.ts';
import { commandTexts } from '../texts/command-line.ts';
import { UsageError } from './usage-error.ts';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Where the store lies: `--data`, else DATA_DIR, else `data` where the command is run. */
export const dataFolder = (flag?: string): string => flag || process.env.DATA_DIR || 'data';

/**
 * Opens the store a command works on, beside a live `serve` too, and closes it whatever happens. CL3: a mistyped folder is
 * told; only `serve`, `places import` and `restore` begin a store.
 */
export async function withEndpoint<Outcome>(
  folder: string,
  work: (endpoint: Endpoint) => Promise<Outcome>,
): Promise<Outcome> {
  if (!existsSync(join(folder, storeName))) throw new UsageError(commandTexts.noStore(folder));
  return withNewEndpoint(folder, work);
}

/** The same, beginning the store when there is none. */
export async function withNewEndpoint<Outcome>(
  folder: string,
  work: (endpoint: Endpoint) => Promise<Outcome>,
): Promise<Outcome> {
  const endpoint = await openStoreIn(folder);
  try {
    return await work(endpoint);
  } finally {
    await endpoint.engine.close();
  }
}

export async function openStoreIn(folder: string): Promise<Endpoint> {
  const level = process.env.LOG_LEVEL || 'warn';
  if (!logLevels.includes(level)) throw new UsageError(commandTexts.badLogLevel(level, logLevels.join(', ')));
  try {
    return await openEndpoint(await openSqlite(folder), pino({ level }, pino.destination(2)));
  } catch (error) {
    if (error instanceof StoreOfNewerProgram) throw new Error(commandTexts.newerStore);
    if (error instanceof StoreUnreadable) throw new Error(commandTexts.unreadableStore(folder));
    throw error;
  }
}
