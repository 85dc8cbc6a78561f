import type { Block, ReportDocument, Section } from '../reports/report-document.ts';
import { columnWidths, leastWidth, rowsOf, type Table } from './measure.ts';

const lettersAcross = { portrait: 92, landscape: 140 };
/** Edges of columns nearer to each other than this, in letters, become one. */
const nearby = 3;
const longTable = 10;

/** How facts, signatures and labels divide a row. */
export const factShares = [35, 65];
export const signatureShares = (fields: readonly string[]): number[] => [30, ...fields.map(() => 70 / fields.length)];
export const labelShares = (labels: readonly string[]): number[] => labels.map(() => 1);

const sumOf = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

function edgesOf(widths: readonly number[]): number[] {
  let edge = 0;
  return widths.map((width) => {
    edge += width;
    return edge;
  });
}

/** All blocks of a section, those in boxes and at the sides too. */
const flat = (blocks: readonly Block[]): Block[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'box') return flat(block.blocks);
    return block.kind === 'side-by-side' ? flat([...block.left, ...block.right]) : [block];
  });

/** The table a section mostly is: long, and longer than all the rest together. */
export function mainTable(section: Section): Table | undefined {
  const blocks = flat(section.blocks);
  const rowCount = sumOf(blocks.map((block) => (block.kind === 'table' ? rowsOf(block).length : 1)));
  return blocks.find(
    (block): block is Table =>
      block.kind === 'table' && rowsOf(block).length >= longTable && rowsOf(block).length * 2 > rowCount,
  );
}

const partsOf = (block: Block): number => {
  if (block.kind === 'table') return block.columns.length;
  if (block.kind === 'facts') return factShares.length;
  if (block.kind === 'write-in') return block.labels.length;
  return block.kind === 'signatures' ? Math.max(...block.rows.map((row) => row.fields.length + 1)) : 1;
};

/**
 * The columns of a sheet, in letters: those of the table it mostly is; where there is none, every edge of every table is one.
 * There are enough for the row with the most parts.
 */
export function gridOf(section: Section, page: ReportDocument['page']): number[] {
  const blocks = flat(section.blocks);
  const tables = blocks.filter((block) => block.kind === 'table' && block.columns.length > 0) as Table[];
  const main = mainTable(section);
  const across = Math.max(lettersAcross[page], ...tables.map(leastWidth));
  const edges = [across];
  for (const table of main ? [main] : tables) {
    for (const edge of edgesOf(columnWidths(table, across))) {
      if (edges.every((known) => Math.abs(known - edge) >= nearby)) edges.push(edge);
    }
  }
  edges.sort((one, other) => one - other);
  const widths = edges.map((edge, index) => edge - (edges[index - 1] ?? 0));
  const needed = Math.max(...blocks.map(partsOf), 2);
  while (widths.length < needed) {
    const widest = widths.indexOf(Math.max(...widths));
    const half = (widths[widest] ?? 0) / 2;
    widths.splice(widest, 1, half, half);
  }
  return widths;
}

/** How many columns each part of a row takes: up to the edge nearest to its share, at least one, all together all columns. */
export function spansOf(widths: readonly number[], shares: readonly number[]): number[] {
  const edges = edgesOf(widths);
  const unit = sumOf(widths) / sumOf(shares);
  let from = 0;
  return edgesOf(shares).map((share, index) => {
    const following = shares.length - 1 - index;
    const away = (columns: number): number => Math.abs((edges[columns - 1] ?? 0) - share * unit);
    let to = from + 1;
    while (to < widths.length - following && (following === 0 || away(to + 1) <= away(to))) to += 1;
    const span = to - from;
    from = to;
    return span;
  });
}
