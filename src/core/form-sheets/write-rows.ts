import type { CellValue, WrittenSheet } from './write-form.ts';

/** What stands in the columns of a row, by their names; absent: nothing. */
export type RowValues = Readonly<Record<string, CellValue | undefined>>;

/** A sheet of these columns, those left out in which nothing stands; null: there are no rows. */
export function sheetOf(
  name: string,
  headings: readonly { name: string }[],
  rows: readonly RowValues[],
): WrittenSheet[] {
  if (rows.length === 0) return [];
  const used = headings.map((one) => one.name).filter((column) => rows.some((row) => isThere(row[column])));
  return [{ name, rows: [used, ...rows.map((row) => used.map((column) => row[column] ?? ''))] }];
}

const isThere = (value: CellValue | undefined): boolean => value !== undefined && value !== '';

/** A word for what is so, nothing for what is not. */
export const yesIf = (is: boolean | undefined): string | undefined => (is ? 'yes' : undefined);

/** Words with spaces between them; nothing for none. */
export const listOf = (words: readonly string[] | undefined): string | undefined =>
  words && words.length > 0 ? words.join(' ') : undefined;

/** Pairs as people write them: «98:1; 90:0.5». */
export const pairsOf = (pairs: readonly (readonly [string | number, number])[] | undefined): string | undefined =>
  pairs?.map(([name, figure]) => `${name}:${figure}`).join('; ');
