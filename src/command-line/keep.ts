import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { awaitDevices, type Restored } from '../server/store/awaited.ts';
import { type Engine, StoreOfNewerProgram, StoreUnreadable } from '../server/store/engine.ts';
import { isStore, noteInCopy, openSqlite, storeName } from '../server/store/open-sqlite.ts';
import { lockForServing } from '../server/store/serve-lock.ts';
import { readSetting, setSetting } from '../server/store/settings.ts';
import { verifyStore } from '../server/store/verify-store.ts';
import { commandTexts } from '../texts/command-line.ts';
import { readArguments } from './arguments.ts';
import { awaitedWords } from './awaited.ts';
import { flushToDisk } from './flush-to-disk.ts';
import { answer, say } from './say.ts';
import { UsageError } from './usage-error.ts';
import { databaseUrl, dataFolder, withEndpoint } from './with-endpoint.ts';

const options = { data: { type: 'string' } } as const;

/** CL4: `gotovo backup FILE`: a whole copy of the store, taken beside a live `serve`; an existing file is never overwritten. */
export async function backup(args: string[]): Promise<void> {
  const { flags, words } = readArguments('backup', args, options, ['FILE']);
  const [file = ''] = words;
  if (databaseUrl()) throw new Error(commandTexts.copiedByDatabase);
  if (existsSync(file)) throw new Error(commandTexts.fileExists(file));
  const unfinished = `${file}.unfinished`;
  await withEndpoint(dataFolder(flags.data), async ({ engine, now }) => {
    try {
      rmSync(unfinished, { force: true });
      await engine.file?.backup(unfinished);
      noteInCopy(unfinished, 'copied-at', String(now()));
      flushToDisk(unfinished);
      renameSync(unfinished, file);
    } catch {
      rmSync(unfinished, { force: true });
      const folder = dirname(file);
      throw new Error(existsSync(folder) ? commandTexts.cannotWrite(file) : commandTexts.noFolder(folder));
    }
    await noteBackup(engine, now());
  });
  say(commandTexts.backedUp(file));
}

/** OP3: when the store was last copied, for the metrics; the copy is whole even if the store, its disk full, takes no note of it. */
async function noteBackup({ write, problemOf }: Engine, now: number): Promise<void> {
  try {
    await write((writer) => setSetting(writer, 'backup-at', String(now)));
  } catch (error) {
    if (problemOf(error) === null) throw error;
    say(commandTexts.backupNotNoted);
  }
}

/** CL5: `gotovo restore FILE`: puts a copy in the place of the store once it has been verified; the former store is kept beside it. */
export async function restore(args: string[]): Promise<void> {
  const { flags, words } = readArguments('restore', args, options, ['FILE']);
  const [file = ''] = words;
  const folder = dataFolder(flags.data);
  if (databaseUrl()) throw new Error(commandTexts.copiedByDatabase);
  if (!existsSync(file)) throw new UsageError(commandTexts.noFile(file));
  const lock = lockForServing(folder);
  if (!lock) throw new Error(commandTexts.stopFirst);
  const fresh = join(folder, `${storeName}.restoring`);
  try {
    rmSync(fresh, { force: true });
    const { histories, restored } = await copyVerified(file, fresh);
    flushToDisk(fresh);
    const former = keepFormer(folder);
    renameSync(fresh, join(folder, storeName));
    say(commandTexts.restored(histories, former));
    say(awaitedWords(restored, restored.places));
  } finally {
    rmSync(fresh, { force: true });
    lock.free();
  }
}

/** `gotovo verify`: the chain of every history; exit code 1 when anything does not fit. */
export async function verify(args: string[]): Promise<void> {
  const { flags } = readArguments('verify', args, options);
  const { checks, intact } = await withEndpoint(dataFolder(flags.data), async ({ engine }) => {
    const intact = (await engine.file?.isIntact()) ?? true;
    return { intact, checks: intact ? await verifyStore(engine.read) : [] };
  });
  if (!intact) throw new Error(commandTexts.brokenStore);
  for (const check of checks) answer(commandTexts.check(check));
  const faulty = checks.filter(({ fault }) => fault !== null);
  say(commandTexts.verified(checks.length, faulty.length));
  if (faulty.length > 0) process.exitCode = 1;
}

/**
 * CL5: writes to `target` what was verified, read from a copy of its own, so that nothing changes it meanwhile
 * and no trace is left beside it. OP4: from its first moment on its devices are awaited.
 */
async function copyVerified(file: string, target: string): Promise<{ histories: number; restored: Restored }> {
  const folder = mkdtempSync(join(tmpdir(), 'gotovo-restore-'));
  try {
    for (const ending of ['', '-wal'])
      if (existsSync(file + ending)) copyFileSync(file + ending, join(folder, storeName + ending));
    if (!isStore(folder)) throw new Error(commandTexts.badBackup(file));
    const engine = await openSqlite(folder);
    try {
      const checks = (await engine.file.isIntact()) ? await verifyStore(engine.read) : null;
      if (!checks || checks.some(({ fault }) => fault !== null)) throw new Error(commandTexts.badBackup(file));
      const copiedAt = await readSetting(engine.read, 'copied-at');
      const restored = await engine.write((writer) =>
        awaitDevices(writer, Date.now(), copiedAt === null ? null : Number(copiedAt)),
      );
      await engine.file.backup(target);
      return { histories: checks.length, restored };
    } finally {
      await engine.close();
    }
  } catch (error) {
    if (error instanceof StoreOfNewerProgram) throw new Error(commandTexts.newerStore);
    if (error instanceof StoreUnreadable) throw new Error(commandTexts.badBackup(file));
    throw error;
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
  for (const ending of ['-wal', '-shm', ''])
    if (existsSync(store + ending)) renameSync(store + ending, former + ending);
  return former;
}
