import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqlite } from '../server/store/engine.ts';
import { lockForServing } from '../server/store/serve-lock.ts';
import { type HistoryCheck, verifyStore } from '../server/store/verify-store.ts';
import { commandTexts } from '../texts/command-line.ts';
import { readArguments } from './arguments.ts';
import { dataFolder, withEndpoint } from './with-endpoint.ts';

const options = { data: { type: 'string' } } as const;
const storeName = 'gotovo.sqlite';

/** `gotovo backup FILE`: a whole copy of the store, taken beside a live `serve`; an existing file is never overwritten. */
export async function backup(args: string[]): Promise<void> {
  const { flags, words } = readArguments('backup', args, options, ['FILE']);
  const [file = ''] = words;
  if (existsSync(file)) throw new Error(commandTexts.fileExists(file));
  await withEndpoint(dataFolder(flags.data), ({ engine }) => engine.backup(file));
  process.stdout.write(`${commandTexts.backedUp(file)}\n`);
}

/** `gotovo restore FILE`: puts a copy in the place of the store once it has been verified; the former store is kept beside it. */
export async function restore(args: string[]): Promise<void> {
  const { flags, words } = readArguments('restore', args, options, ['FILE']);
  const [file = ''] = words;
  const folder = dataFolder(flags.data);
  if (!existsSync(file)) throw new Error(commandTexts.noFile(file));
  const lock = lockForServing(folder);
  if (!lock) throw new Error(commandTexts.stopFirst);
  try {
    const checks = await verifyCopy(file);
    if (checks.some(({ fault }) => fault !== null)) throw new Error(commandTexts.badBackup(file));
    const former = keepFormer(folder);
    mkdirSync(folder, { recursive: true });
    copyFileSync(file, join(folder, `${storeName}.new`));
    renameSync(join(folder, `${storeName}.new`), join(folder, storeName));
    process.stdout.write(`${commandTexts.restored(checks.length, former)}\n`);
  } finally {
    lock.free();
  }
}

/** `gotovo verify`: the chain of every history; exit code 1 when anything does not fit. */
export async function verify(args: string[]): Promise<void> {
  const { flags } = readArguments('verify', args, options);
  const checks = await withEndpoint(dataFolder(flags.data), ({ engine }) => verifyStore(engine.read));
  for (const check of checks) process.stdout.write(`${commandTexts.check(check)}\n`);
  const faulty = checks.filter(({ fault }) => fault !== null);
  process.stdout.write(`${commandTexts.verified(checks.length, faulty.length)}\n`);
  if (faulty.length > 0) process.exitCode = 1;
}

async function verifyCopy(file: string): Promise<HistoryCheck[]> {
  const folder = mkdtempSync(join(tmpdir(), 'gotovo-restore-'));
  try {
    copyFileSync(file, join(folder, storeName));
    const engine = await openSqlite(folder);
    try {
      return await verifyStore(engine.read);
    } finally {
      await engine.close();
    }
  } catch {
    throw new Error(commandTexts.badBackup(file)); // not a database, or not one of ours
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Moves the store aside, with the files SQLite keeps beside it; the name it got, null when there was none. */
function keepFormer(folder: string): string | null {
  const store = join(folder, storeName);
  if (!existsSync(store)) return null;
  let number = 1;
  while (existsSync(`${store}.before-restore-${number}`)) number += 1;
  const former = `${store}.before-restore-${number}`;
  for (const ending of ['', '-wal', '-shm'])
    if (existsSync(store + ending)) renameSync(store + ending, former + ending);
  return former;
}
