import {
  type Block,
  type Cell,
  figureText,
  plainText,
  type ReportDocument,
} from '../../src/reports/report-document.ts';

/** A cell in words; a bar as its number. */
export function cellText(cell: Cell): string {
  if (typeof cell === 'object' && 'bar' in cell) return `[${cell.bar}]`;
  return typeof cell === 'object' && 'number' in cell ? figureText(cell) : plainText(cell);
}

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [block.text];
    case 'paragraph':
      return [plainText(block.text)];
    case 'facts':
      return block.items.map(([label, text]) => `${label}: ${plainText(text)}`);
    case 'table':
      return [
        ...(block.caption ? [block.caption] : []),
        ...(block.running ? [block.running] : []),
        ...[...block.rows, ...(block.total ? [block.total] : [])].map((row) => row.map(cellText).join(' | ')),
      ];
    case 'diagram':
      return [block.diagram.title, block.diagram.alt];
    case 'box':
      return block.blocks.flatMap(blockLines);
    case 'side-by-side':
      return [...block.left, ...block.right].flatMap(blockLines);
    case 'list':
      return block.items.map(plainText);
    case 'write-in':
      return [block.labels.join(' ')];
    case 'signatures':
      return block.rows.map((row) => row.who);
  }
}

/** Everything a report says, one line a paragraph or row. */
export const linesOf = (report: ReportDocument): string[] =>
  report.sections.flatMap(({ title, blocks, footer }) => [
    title,
    ...blocks.flatMap(blockLines),
    plainText(footer.left),
    plainText(footer.right),
  ]);
