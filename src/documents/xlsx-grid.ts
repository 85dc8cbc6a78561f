import type { Block, ReportDocument, Section } from '../reports/report-document.ts';
import { columnWidths, leastWidth, rowsOf, sumOf, type Table } from './measure.ts';

/** A one-page section is printed smaller, so more stands in a line. */
const lettersAcross = {
  flow: { portrait: 92, landscape: 140 },
  'one-page': { portrait: 116, landscape: 176 },
};
/** Edges of columns nearer to each other than this, in letters, become one. */
const nearby = 1.5;
const longTable = 10;

/** How facts, signatures and labels divide a row. */
export const factShares = [35, 65];
export const signatureShares = (fields: readonly string[]): number[] => [30, ...fields.map(() => 70 / fields.length)];
export const labelShares = (labels: readonly string[]): number[] => labels.map(() => 1);

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

/** The table a section mostly is: alone in it, or long and longer than all the rest together, or one with numbered columns; not to be filled in by hand. */
export function mainTable(section: Section): Table | undefined {
  const blocks = flat(section.blocks);
  const rowCount = sumOf(blocks.map((block) => (block.kind === 'table' ? rowsOf(block).length : 1)));
  return blocks.find(
    (block): block is Table =>
      block.kind === 'table' &&
      !block.byHand &&
      (block.numbered ||
        ((blocks.length === 1 || rowsOf(block).length >= longTable) && rowsOf(block).length * 2 > rowCount)),
  );
}

/** How the rows of a block are divided, in shares of any unit. */
function sharesOf(block: Block, across: number): readonly number[][] {
  if (block.kind === 'table') return [columnWidths(block, across)];
  if (block.kind === 'facts') return [factShares];
  if (block.kind === 'write-in') return [labelShares(block.labels)];
  return block.kind === 'signatures' ? block.rows.map((row) => signatureShares(row.fields)) : [];
}

/**
 * The columns of a sheet, in letters: those of the table it mostly is; where there is none, every edge of every block is one.
 * There are enough for the row with the most parts.
 */
export function gridOf(section: Section, page: ReportDocument['page']): number[] {
  const blocks = flat(section.blocks);
  const main = mainTable(section);
  const tables = blocks.filter((block): block is Table => block.kind === 'table');
  const larger = section.paper === 'a3' ? Math.SQRT2 : 1;
  const across = Math.max(lettersAcross[section.fit][page] * larger, ...tables.map(leastWidth));
  const divisions = blocks.flatMap((block) => sharesOf(block, across));
  const edges = [across];
  for (const shares of main ? sharesOf(main, across) : divisions) {
    for (const edge of edgesOf(shares).map((share) => (share * across) / sumOf(shares))) {
      if (edges.every((known) => Math.abs(known - edge) >= nearby)) edges.push(edge);
    }
  }
  edges.sort((one, other) => one - other);
  const widths = edges.map((edge, index) => edge - (edges[index - 1] ?? 0));
  const needed = Math.max(2, ...divisions.map((shares) => shares.length));
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
