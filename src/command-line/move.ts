import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { moveStore } from '../server/store/move-store.ts';
import { openPostgres } from '../server/store/open-postgres.ts';
import { openSqlite, storeName } from '../server/store/open-sqlite.ts';
import { lockForServing } from '../server/store/serve-lock.ts';
import { commandTexts } from '../texts/command-line.ts';
import { readArguments, required } from './arguments.ts';
import { answer, say } from './say.ts';
import { UsageError } from './usage-error.ts';
import { dataFolder, inWords, readDatabaseUrl } from './with-endpoint.ts';

/** PG5: `gotovo move --to postgres://…`: carries the store of the folder into an empty database and proves equal chains. */
export async function move(args: string[]): Promise<void> {
  const { flags } = readArguments('move', args, { to: { type: 'string' }, data: { type: 'string' } });
  const url = readDatabaseUrl('--to', required('move', 'to', flags.to));
  const folder = dataFolder(flags.data);
  if (!existsSync(join(folder, storeName))) throw new UsageError(commandTexts.noStore(folder));
  const lock = lockForServing(folder);
  if (!lock) throw new Error(commandTexts.stopFirst);
  try {
    await carry(folder, url);
  } finally {
    lock.free();
  }
}

async function carry(folder: string, url: string): Promise<void> {
  const from = await inWords(folder, () => openSqlite(folder));
  try {
    const to = await inWords(folder, () => openPostgres(url, { mayBegin: true }));
    try {
      const moved = await moveStore(from, to);
      if (!moved.ok)
        throw new Error(
          moved.problem.code === 'not-empty'
            ? commandTexts.moveIsNotEmpty
            : commandTexts.moveFailed(moved.problem.history),
        );
      for (const [table, rows] of moved.value.rows) answer(`${table}\t${rows}`);
      say(commandTexts.moved(moved.value.histories, folder));
    } finally {
      await to.close();
    }
  } finally {
    await from.close();
  }
}
