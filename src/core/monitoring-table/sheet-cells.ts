/** A sheet as read: rows of cells as text, empty ones ''; rows may be of different lengths. */
export type Sheet = { name: string; rows: readonly (readonly string[])[] };

/** XT5: what became of a cell that was not empty. */
export type CellFate = 'head' | 'value' | 'question' | 'unread';

/** The letters a spreadsheet gives a column: 0 → A, 26 → AA. */
export function columnLetters(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnLetters(Math.floor(at / 26) - 1) + letter;
}

/** How people and decisions name a cell: «Лист1!C7». */
export const cellName = (sheet: Sheet, row: number, column: number): string =>
  `${sheet.name}!${columnLetters(column)}${row + 1}`;

/** The text of a cell on one line, without spaces around. */
export const textOfCell = (row: readonly string[] | undefined, column: number | undefined): string =>
  column === undefined ? '' : (row?.[column] ?? '').replace(/[\s\u00a0]+/g, ' ').trim();

/** Positions of the cells of a row that are not empty. */
export const filledIn = (row: readonly string[] | undefined): number[] =>
  (row ?? []).flatMap((_, at) => (textOfCell(row, at) === '' ? [] : [at]));

/** Words without case, «ё», quotation marks and punctuation; digits stand apart. */
export function plainWords(text: string): string[] {
  const plain = text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/(\d+)/g, ' $1 ')
    .replace(/[^\p{L}\d]+/gu, ' ');
  return plain.split(' ').filter((word) => word !== '');
}

export const isFigure = (text: string): boolean => /^\d+([.,]\d+)?$/.test(text);
