import { readFileSync, statSync } from 'node:fs';
import { largestPackedInBytes } from '../core/envelope/signed-lines.ts';
import { commandTexts } from '../texts/command-line.ts';
import { envelopeTexts } from '../texts/envelope.ts';
import { errorCodeOf } from './error-words.ts';
import { UsageError } from './usage-error.ts';

/** The bytes of a file; what cannot be read ends with one clear line. */
export function readBytes(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = errorCodeOf(error);
    throw new UsageError(code === 'ENOENT' ? commandTexts.noFile(file) : commandTexts.fileProblem(file, code));
  }
}

/** The same for a file brought on a stick: one over the cap is not read at all (EV3). */
export function readPackedFile(file: string): Uint8Array {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > largestPackedInBytes) throw new Error(envelopeTexts.problems['too-large']);
  return readBytes(file);
}

/** The text of a file in UTF-8. */
export function readTextFile(file: string): string {
  const bytes = readBytes(file);
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
