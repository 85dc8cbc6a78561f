import { pino } from 'pino';
import { type Endpoint, openEndpoint } from '../server/endpoint.ts';
import { openSqlite, StoreOfNewerProgram } from '../server/store/engine.ts';

/** Where the store lies: `--data`, else DATA_DIR, else `data` beside the program. */
export const dataFolder = (flag?: string): string => flag ?? process.env.DATA_DIR ?? 'data';

/** Opens the store a command works on, beside a live `serve` too, and closes it whatever happens. */
export async function withEndpoint<Outcome>(
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
  const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination(2));
  try {
    return await openEndpoint(await openSqlite(folder), log);
  } catch (error) {
    if (error instanceof StoreOfNewerProgram)
      throw new Error('хранилище записано более новой программой: обновите эту, данные не тронуты');
    throw error;
  }
}
