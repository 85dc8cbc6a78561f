import type { Block, Cell } from '../reports/report-document.ts';
import { isBar, wordsOfCell } from './words.ts';

export type Table = Extract<Block, { kind: 'table' }>;

/** The average letter of a book face is a little less than half as wide as its size. */
const letter = 0.48;
/** What the sides of a cell take, in letters as small as tables have them. */
const sides = 2.4;
const longestWordHeeded = 22;
const widestColumn = 60;
/** Typefaces differ; a text is taken for a little wider than it is. */
const spare = 1.03;
const barWidth = 12;
/** How much wider bold letters are. */
const bold = 1.1;
/** The same of a head of very many columns: none of its words may be torn. */
const boldAndSmall = 1.25;

/** How many letters of a size (points) stand in a width (points). */
export const lettersIn = (width: number, size: number): number => Math.max(1, Math.floor(width / (size * letter)));

/** How long the lines of a head that stands on end are, in letters. */
const turnedHead = 22;
/** How high a line is, in letters. */
const lineInLetters = 1.16 / letter;
/** How high the heads of a table of this size (points) are, when some stand on end: in points; none does: 0. */
export const turnedHeight = (table: Table, size: number): number =>
  table.columns.some((column) => column.turned) ? turnedHead * size * letter * bold + 2 * sides : 0;

/** How wide a text is, in average letters: capitals, broad letters and signs count for more, points and spaces for less. */
function widthOf(text: string): number {
  const broad = text.match(/[\p{Lu}жмфшщыю№%—]/gu)?.length ?? 0;
  const signs = text.match(/[◆■□]/g)?.length ?? 0;
  const narrow = text.match(/[\s.,:;!'()|/-]/g)?.length ?? 0;
  return text.length + 0.45 * broad + 1.5 * signs - 0.4 * narrow;
}

/** How many lines a text takes where so many letters stand in one, words kept whole where they fit. */
export function linesOf(text: string, letters: number): number {
  let lines = 0;
  for (const line of text.split('\n')) {
    let filled = 0;
    lines += 1;
    for (const word of line.split(' ')) {
      const width = widthOf(word) * spare;
      if (filled > 0 && filled + width > letters) {
        lines += 1;
        filled = 0;
      }
      lines += Math.max(0, Math.ceil(width / letters) - 1);
      filled += width + 0.55;
    }
  }
  return lines;
}

export const rowsOf = (table: Table): readonly (readonly Cell[])[] =>
  table.total ? [...table.rows, table.total] : table.rows;

export const hasHeads = (table: Table): boolean => table.columns.some((column) => column.title !== '');

export const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

const longest = (parts: readonly string[]): number => parts.reduce((most, part) => Math.max(most, widthOf(part)), 0);
/** A word alone in its line is most of all in danger of being torn. */
const wordSpare = 1.06;

/** What a column needs at least, and what it would like to have, in letters. */
function needOf(table: Table, index: number): { least: number; liked: number } {
  const column = table.columns[index];
  const rows = rowsOf(table).filter((_, at) => table.apart?.[at] !== 'across');
  const cells = rows.map((row) => wordsOfCell(row[index] ?? ''));
  const lines = cells.flatMap((cell) => cell.split('\n'));
  const longestLine = longest(lines);
  const title = column?.title ?? '';
  const head = column?.turned
    ? linesOf(title, turnedHead) * lineInLetters
    : Math.min(longestWordHeeded, longest(title.split(/[\s-]+/)) * (table.numbered ? boldAndSmall : bold));
  const words = Math.min(longestWordHeeded, wordSpare * longest(lines.flatMap((line) => line.split(/[\s-]+/))));
  const hasBar = rows.some((row) => isBar(row[index] ?? ''));
  const least =
    Math.max(head, hasBar ? barWidth : 0, column?.keep ? Math.min(longestLine, widestColumn) : words) + sides;
  return { least, liked: Math.max(least, Math.min(longestLine, widestColumn) + sides) };
}

/** How much of a width, in letters, the labels of facts take: about a third, more where a word of theirs is longer. */
export const labelShare = (items: readonly (readonly [string, unknown])[], letters: number): number =>
  Math.min(0.5, Math.max(0.35, (longest(items.flatMap(([label]) => label.split(/[\s-]+/))) + sides) / letters));

/** About how wide a text of a size (points) is, in points. */
export const pointsWide = (text: string, size: number): number => widthOf(text) * spare * size * letter;

/**
 * How many letters wide a table has to be so that no word of it is torn; one with numbered columns also so that none has less room
 * than the report gives it.
 */
export function leastWidth(table: Table): number {
  const leasts = table.columns.map((_, index) => needOf(table, index).least);
  const given = table.numbered ? sumOf(table.columns.map(({ width = 0 }) => width)) : 0;
  const others = leasts.filter((_, index) => table.columns[index]?.width === undefined);
  return Math.max(sumOf(leasts), given > 0 && given < 100 ? (100 * sumOf(others)) / (100 - given) : 0);
}

/**
 * Widths of the columns in letters, together `letters`: what the report says, else by content; a column too narrow for its
 * longest word takes from those that have more than they need.
 */
export function columnWidths(table: Table, letters: number): number[] {
  const needs = table.columns.map((_, index) => needOf(table, index));
  const given = sumOf(table.columns.map((column) => column.width ?? 0));
  const liked = sumOf(needs.map((need, index) => (table.columns[index]?.width ? 0 : need.liked)));
  const free = Math.max(0, liked === 0 ? 0 : 100 - given);
  const wanted = needs.map((need, index) => {
    const share = table.columns[index]?.width ?? (free * need.liked) / liked;
    return (letters * share) / (liked === 0 ? given : given + free);
  });
  const lacking = needs.map((need, index) => Math.max(0, need.least - (wanted[index] ?? 0)));
  const surplus = needs.map((need, index) => Math.max(0, (wanted[index] ?? 0) - need.least));
  const lack = sumOf(lacking);
  const store = sumOf(surplus);
  const least = sumOf(needs.map((need) => need.least));
  if (lack > store) return needs.map((need) => (letters * need.least) / least);
  return wanted.map(
    (width, index) => width + (lacking[index] ?? 0) - (store ? (lack * (surplus[index] ?? 0)) / store : 0),
  );
}

/** How wide a diagram stands on a width in points: in pixels of 1/96 inch. */
export const diagramWidth = (width: number): number => Math.floor((width * 96) / 72);
