import { type Block, type Cell, plainText } from '../reports/report-document.ts';

export type Table = Extract<Block, { kind: 'table' }>;

/** The average letter of a book face is about half as wide as its size. */
const letter = 0.5;
/** What the sides of a cell take, in letters. */
const sides = 2;
const longestWordHeeded = 22;
const widestColumn = 60;
const barWidth = 12;
/** How much wider bold letters are. */
const bold = 1.1;

/** How many letters of a size (points) stand in a width (points). */
export const lettersIn = (width: number, size: number): number => Math.max(1, Math.floor(width / (size * letter)));

/** How wide a text is, in average letters: capitals, broad letters and signs count for more, points and spaces for less. */
export function widthOf(text: string): number {
  const broad = text.match(/[\p{Lu}жмфшщыю№%—]/gu)?.length ?? 0;
  const signs = text.match(/[◆■□]/g)?.length ?? 0;
  const narrow = text.match(/[\s.,:;!'()|/-]/g)?.length ?? 0;
  return text.length + 0.45 * broad + 1.5 * signs - 0.4 * narrow;
}

/** How many lines a text takes where so many letters stand in one; words are not broken, so a line is seldom full. */
export const linesOf = (text: string, letters: number): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil((widthOf(line) * 1.07) / letters)), 0);

/** The words of a cell; a bar has none. */
export const wordsOf = (cell: Cell): string => (typeof cell === 'object' && 'bar' in cell ? '' : plainText(cell));

export const rowsOf = (table: Table): readonly (readonly Cell[])[] =>
  table.total ? [...table.rows, table.total] : table.rows;

export const hasHeads = (table: Table): boolean => table.columns.some((column) => column.title !== '');

const longest = (parts: readonly string[]): number => parts.reduce((most, part) => Math.max(most, widthOf(part)), 0);

/** What a column needs at least, and what it would like to have, in letters. */
function needOf(table: Table, index: number): { least: number; liked: number } {
  const column = table.columns[index];
  const cells = rowsOf(table).map((row) => wordsOf(row[index] ?? ''));
  const lines = [...cells.flatMap((cell) => cell.split('\n'))];
  const longestLine = longest(lines);
  const head = Math.min(longestWordHeeded, longest((column?.title ?? '').split(/[\s-]+/)) * bold);
  const words = Math.min(longestWordHeeded, longest(lines.flatMap((line) => line.split(/[\s-]+/))));
  const hasBar = rowsOf(table).some((row) => typeof row[index] === 'object' && 'bar' in (row[index] as object));
  const least =
    Math.max(head, hasBar ? barWidth : 0, column?.keep ? Math.min(longestLine, widestColumn) : words) + sides;
  return { least, liked: Math.max(least, Math.min(longestLine, widestColumn) + sides) };
}

/** How many letters wide a table has to be so that no word of it is torn. */
export const leastWidth = (table: Table): number =>
  table.columns.reduce((sum, _, index) => sum + needOf(table, index).least, 0);

/**
 * Widths of the columns in letters, together `letters`: what the report says, else by content; a column too narrow for its
 * longest word takes from those that have more than they need.
 */
export function columnWidths(table: Table, letters: number): number[] {
  const needs = table.columns.map((_, index) => needOf(table, index));
  const given = table.columns.reduce((sum, column) => sum + (column.width ?? 0), 0);
  const liked = needs.reduce((sum, need, index) => sum + (table.columns[index]?.width ? 0 : need.liked), 0);
  const free = Math.max(0, liked === 0 ? 0 : 100 - given);
  const wanted = needs.map((need, index) => {
    const share = table.columns[index]?.width ?? (free * need.liked) / liked;
    return (letters * share) / (liked === 0 ? given : given + free);
  });
  const lacking = needs.map((need, index) => Math.max(0, need.least - (wanted[index] ?? 0)));
  const spare = needs.map((need, index) => Math.max(0, (wanted[index] ?? 0) - need.least));
  const lack = lacking.reduce((sum, part) => sum + part, 0);
  const store = spare.reduce((sum, part) => sum + part, 0);
  if (lack > store) return needs.map((need) => (letters * need.least) / leastWidth(table));
  return wanted.map(
    (width, index) => width + (lacking[index] ?? 0) - (store ? (lack * (spare[index] ?? 0)) / store : 0),
  );
}
