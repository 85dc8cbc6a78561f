import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { commandTexts } from '../texts/command-line.ts';
import { flushToDisk } from './flush-to-disk.ts';
import { UsageError } from './usage-error.ts';

/** Writes a file whole or not at all: a stick pulled out in the middle leaves no half of one under its name. */
export function writeWhole(file: string, content: string | Uint8Array): void {
  const unfinished = `${file}.unfinished`;
  try {
    writeFileSync(unfinished, content);
    flushToDisk(unfinished);
    renameSync(unfinished, file);
  } catch {
    rmSync(unfinished, { force: true });
    throw new UsageError(commandTexts.cannotWrite(file));
  }
}
