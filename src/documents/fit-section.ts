import { drawDiagram, sizeOfSvg } from '../diagrams/draw-diagram.ts';
import type { Block, ReportDocument, Section } from '../reports/report-document.ts';
import {
  columnWidths,
  diagramWidth,
  hasHeads,
  labelShare,
  leastWidth,
  lettersIn,
  linesOf,
  rowsOf,
  type Table,
  turnedHeight,
} from './measure.ts';
import { type DocumentSettings, type Look, lookOf, paper, printable } from './paper.ts';
import { wordsOf, wordsOfCell } from './words.ts';

const lineHeight = 1.16;
export const smallestTable = 6;
/** A row to write in by hand, in points: 8 mm. */
export const handRow = 22.7;

/** DC6: the size of a table's letters in points: smaller than the look says where else a word would be torn. */
export function tableSize(table: Table, width: number, look: Look): number {
  const least = leastWidth(table);
  let size = look.table;
  while (size > smallestTable && least > lettersIn(width, size)) size -= 0.5;
  return size;
}

function tableHeight(table: Table, width: number, look: Look): number {
  const size = tableSize(table, width, look);
  const letters = lettersIn(width, size);
  const widths = columnWidths(table, letters);
  const rowHeight = (texts: readonly string[]): number =>
    texts.reduce((most, text, index) => Math.max(most, linesOf(text, (widths[index] ?? 1) - 2)), 1) *
      size *
      lineHeight +
    2.5;
  const least = table.byHand ? handRow : 0;
  const rows = rowsOf(table).map((row, at) =>
    table.apart?.[at] === 'across'
      ? linesOf(wordsOfCell(row[0] ?? ''), letters) * size * lineHeight + 2.5
      : Math.max(least, rowHeight(row.map(wordsOfCell))),
  );
  const numbers = table.numbered ? size * lineHeight + 2.5 : 0;
  const upright = table.columns.map((column) => (column.turned ? '' : column.title));
  const heads = hasHeads(table) ? Math.max(turnedHeight(table, size), rowHeight(upright)) + numbers : 0;
  const running = table.running
    ? linesOf(table.running, lettersIn(width, look.heading)) * look.heading * lineHeight + 2.5
    : 0;
  const caption = table.caption ? textHeight(table.caption, width, look.text) + look.gap : 0;
  return rows.reduce((sum, height) => sum + height, heads + running + caption) + look.gap;
}

const textHeight = (text: string, width: number, size: number): number =>
  linesOf(text, lettersIn(width, size)) * size * lineHeight;

function blockHeight(block: Block, width: number, look: Look): number {
  const sum = (blocks: readonly Block[], part: number): number =>
    blocks.reduce((height, inner) => height + blockHeight(inner, part, look), 0);
  switch (block.kind) {
    case 'heading':
      return textHeight(block.text, width, look.heading) + 2 * look.gap;
    case 'paragraph':
      return textHeight(wordsOf(block.text), width, block.large ? look.large : look.text) + look.gap;
    case 'facts': {
      const labels = labelShare(block.items, lettersIn(width, look.text));
      return block.items.reduce(
        (height, [name, value]) =>
          height +
          Math.max(
            textHeight(name, width * labels, look.text),
            textHeight(wordsOf(value), width * (1 - labels), look.text),
          ) +
          1,
        look.gap,
      );
    }
    case 'table':
      return tableHeight(block, width, look);
    case 'diagram': {
      const { height } = sizeOfSvg(drawDiagram(block.diagram, { width: diagramWidth(width) }));
      return (height * 72) / 96 + look.gap;
    }
    case 'box':
      return sum(block.blocks, width - 12) + 3 * look.gap;
    case 'list':
      return block.items.reduce((height, item) => height + textHeight(wordsOf(item), width - 16, look.text), look.gap);
    case 'side-by-side':
      return Math.max(sum(block.left, width / 2 - 6), sum(block.right, width / 2 - 6)) + look.gap;
    case 'write-in':
      return look.text * lineHeight + 3 * look.gap;
    case 'signatures':
      return block.rows.length * (look.text + look.small + 4) * lineHeight + 2 * look.gap;
  }
}

/** The height of a section in points: title, blocks and footer. */
function sectionHeight(section: Section, width: number, look: Look): number {
  const footer = `${wordsOf(section.footer.left)}  ${wordsOf(section.footer.right)}`;
  const blocks = section.blocks.reduce((sum, block) => sum + blockHeight(block, width, look), 0);
  return (
    textHeight(section.title, width, look.title) +
    2 * look.gap +
    blocks +
    2 * textHeight(footer, width * 0.9, look.small)
  );
}

/** DC5: the look of a section: of a one-page section the largest that by estimate keeps it on its page, else the smallest. */
export function fitSection(section: Section, page: ReportDocument['page'], settings: DocumentSettings = {}): Look {
  if (section.fit === 'flow') return lookOf(settings.size ?? paper.flow.size, 'flow', settings.margins);
  const looks = paper.onePage.sizes.map((size) => lookOf(size, 'one-page'));
  const fitting = looks.find((look) => {
    const { width, height } = printable(page, look.margin, section.paper);
    return sectionHeight(section, width, look) <= height * 0.97;
  });
  return fitting ?? lookOf(paper.onePage.sizes.at(-1) ?? paper.flow.size, 'one-page');
}
