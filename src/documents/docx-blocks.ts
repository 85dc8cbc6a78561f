import { HeadingLevel, ImageRun, Paragraph, type Table, TableRow } from 'docx';
import type { Diagram } from '../reports/diagram.ts';
import type { Block } from '../reports/report-document.ts';
import { cellOf, dataTable, fixedTable, noBorders, signatureTable } from './docx-table.ts';
import { line, paragraph, spacer, writeIn } from './docx-text.ts';
import { labelShare, lettersIn } from './measure.ts';
import type { Look } from './paper.ts';
import { listItem } from './words.ts';

type Part = Paragraph | Table;

const thick = { ...line, size: 12 };
const boxBorders = { ...noBorders, top: thick, bottom: thick, left: thick, right: thick };

function boxed(blocks: readonly Block[], width: number, look: Look): Part[] {
  const inside = cellOf(docxBlocks(blocks, width - 12, look), width);
  return [fixedTable([width], [new TableRow({ cantSplit: true, children: [inside] })], boxBorders), spacer(look.gap)];
}

function sideBySide(left: readonly Block[], right: readonly Block[], width: number, look: Look): Part[] {
  const half = width / 2;
  const margins = { top: 0, bottom: 0, left: 0, right: 0 };
  const row = new TableRow({
    children: [
      cellOf(docxBlocks(left, half - 6, look), half, { margins: { ...margins, right: 120 } }),
      cellOf(docxBlocks(right, half - 6, look), half, { margins: { ...margins, left: 120 } }),
    ],
  });
  return [fixedTable([half, half], [row], noBorders), spacer(look.gap)];
}

function facts(items: Extract<Block, { kind: 'facts' }>['items'], width: number, look: Look): Part[] {
  const labels = width * labelShare(items, lettersIn(width, look.text));
  const widths = [labels, width - labels];
  const rows = items.map(
    ([name, value]) =>
      new TableRow({
        cantSplit: true,
        children: [
          cellOf([paragraph(name, { size: look.text })], widths[0] ?? 0),
          cellOf([paragraph(value, { size: look.text, bold: true })], widths[1] ?? 0),
        ],
      }),
  );
  return [fixedTable(widths, rows, noBorders), spacer(look.gap)];
}

const caption = (text: string | undefined, look: Look): Part[] =>
  text
    ? [paragraph(text, { size: look.text, align: 'end', before: look.gap, after: look.gap / 2, keepNext: true })]
    : [];

/** DG5: a picture with its alternative text, never wider than the text; without a picture the words stand in its place. */
function diagramPart(diagram: Diagram, width: number, look: Look): Paragraph {
  const picture = look.pictures?.get(diagram);
  if (!picture) return paragraph(`${diagram.title}. ${diagram.alt}`, { size: look.text, after: look.gap });
  const scale = (Math.min(1, width / picture.width) * 96) / 72;
  const transformation = { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) };
  const altText = { name: diagram.title, title: diagram.title, description: diagram.alt };
  return new Paragraph({ children: [new ImageRun({ type: 'png', data: picture.png, transformation, altText })] });
}

function partsOf(block: Block, width: number, look: Look): Part[] {
  switch (block.kind) {
    case 'heading': {
      const { heading: size, gap } = look;
      return [
        paragraph(block.text, {
          size,
          bold: true,
          before: gap,
          after: gap / 2,
          keepNext: true,
          heading: HeadingLevel.HEADING_2,
        }),
      ];
    }
    case 'paragraph':
      return [
        paragraph(block.text, {
          size: block.large ? look.large : look.text,
          bold: block.large === true,
          after: look.gap,
        }),
      ];
    case 'facts':
      return block.items.length === 0 ? [] : facts(block.items, width, look);
    case 'table':
      return block.columns.length === 0
        ? []
        : [...caption(block.caption, look), dataTable(block, width, look), spacer(look.gap)];
    case 'diagram':
      return [diagramPart(block.diagram, width, look)];
    case 'box':
      return boxed(block.blocks, width, look);
    case 'list':
      return block.items.map((item) =>
        paragraph(listItem(item), {
          size: look.text,
          after: look.gap / 3,
          indent: { left: look.text, hanging: look.text },
        }),
      );
    case 'side-by-side':
      return sideBySide(block.left, block.right, width, look);
    case 'write-in':
      return [writeIn(block.labels, width, look.text, look.gap)];
    case 'signatures':
      return block.rows.flatMap((row) => [signatureTable(row, width, look), spacer(look.gap)]);
  }
}

/** The blocks of a section, a box or a side, on a width in points. */
export const docxBlocks = (blocks: readonly Block[], width: number, look: Look): Part[] =>
  blocks.flatMap((block) => partsOf(block, width, look));
