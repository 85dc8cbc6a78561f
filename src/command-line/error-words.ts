import { commandTexts } from '../texts/command-line.ts';

/** The code the operating system gave an error, `ENOENT`; empty: it is none of its errors. */
export const errorCodeOf = (error: unknown): string => (error as NodeJS.ErrnoException | null)?.code ?? '';

/** SL1: the one line a person sees: our own words, and for what the operating system or a broken store refused where and why. */
export function errorWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(errorCodeOf(error))) return commandTexts.brokenStore;
  const { path } = error as NodeJS.ErrnoException;
  return path ? commandTexts.fileProblem(path, errorCodeOf(error)) : error.message;
}
