import { readFileSync } from 'node:fs';
import { commandTexts } from '../texts/command-line.ts';
import { errorCodeOf } from './error-words.ts';
import { UsageError } from './usage-error.ts';

/** The text of a file in UTF-8; what cannot be read ends with one clear line. */
export function readTextFile(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const code = errorCodeOf(error);
    throw new UsageError(code === 'ENOENT' ? commandTexts.noFile(file) : commandTexts.fileProblem(file, code));
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error(commandTexts.notUtf8(file));
  }
}

/** The same, read as JSON. */
export function readJsonFile(file: string): unknown {
  const text = readTextFile(file);
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(commandTexts.notJson(file));
  }
}
