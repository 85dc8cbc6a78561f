import {
  type ITableBordersOptions,
  type ITableCellOptions,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextDirection,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { Block, Cell, Column } from '../reports/report-document.ts';
import { line, type ParagraphLook, paragraph, twips } from './docx-text.ts';
import { handRow, tableSize } from './fit-section.ts';
import { columnWidths, hasHeads, lettersIn, type Table as ReportTable, turnedHeight } from './measure.ts';
import { type Look, paper } from './paper.ts';
import { isBar, textOfCell } from './words.ts';

const none = { style: 'none', size: 0, color: 'auto' } as const;
export const noBorders: ITableBordersOptions = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
};
const allBorders: ITableBordersOptions = {
  top: line,
  bottom: line,
  left: line,
  right: line,
  insideHorizontal: line,
  insideVertical: line,
};
const padding = { top: 15, bottom: 15, left: 70, right: 70, marginUnitType: WidthType.DXA };

/** A table of fixed column widths (points) whose rows never break across pages. */
export const fixedTable = (widths: readonly number[], rows: readonly TableRow[], borders = allBorders): Table =>
  new Table({
    width: { size: widths.map(twips).reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths.map(twips),
    layout: TableLayoutType.FIXED,
    borders,
    rows,
  });

export const cellOf = (
  children: ITableCellOptions['children'],
  width: number,
  options: Omit<ITableCellOptions, 'children'> = {},
): TableCell =>
  new TableCell({ children, width: { size: twips(width), type: WidthType.DXA }, margins: padding, ...options });

/** DC9: a bar of ten blocks in letters of equal width: dark on paper as on the screen; its number stands in its own cell. */
function barOf(value: number, width: number, largest: number): Paragraph {
  const blocks = Math.round(Math.min(100, Math.max(0, value)) / 10);
  const size = Math.min(largest, (width - 9) / (10 * 0.6));
  const text = '█'.repeat(blocks) + '░'.repeat(10 - blocks);
  return new Paragraph({
    children: [new TextRun({ text, font: paper.barFont, size: Math.floor(size * 2), color: paper.bar })],
  });
}

function dataCell(cell: Cell, width: number, column: Column | undefined, look: ParagraphLook): TableCell {
  if (isBar(cell)) {
    return cellOf([barOf(cell.bar, width, look.size)], width, { verticalAlign: VerticalAlign.CENTER });
  }
  const align = column?.align ? ({ align: column.align } as const) : {};
  return cellOf([paragraph(textOfCell(cell), { ...look, ...align })], width);
}

const shading = { type: ShadingType.CLEAR, color: 'auto', fill: paper.shade };

/** The rows that open the table on every page. */
function headRows(table: ReportTable, widths: readonly number[], size: number, runningSize: number): TableRow[] {
  const running = table.running
    ? [
        new TableRow({
          tableHeader: true,
          cantSplit: true,
          children: [
            cellOf(
              [paragraph(table.running, { size: runningSize, bold: true })],
              widths.reduce((sum, width) => sum + width, 0),
              {
                columnSpan: widths.length,
                shading,
              },
            ),
          ],
        }),
      ]
    : [];
  const heads = table.columns.map((column, index) =>
    cellOf([paragraph(column.title, { size, bold: true, align: 'center' })], widths[index] ?? 0, {
      shading,
      verticalAlign: VerticalAlign.CENTER,
      ...(column.turned && { textDirection: TextDirection.BOTTOM_TO_TOP_LEFT_TO_RIGHT }),
    }),
  );
  const high = twips(turnedHeight(table, size));
  const headRow = (children: readonly TableCell[], value = 0) =>
    new TableRow({
      tableHeader: true,
      cantSplit: true,
      ...(value > 0 && { height: { value, rule: 'atLeast' as const } }),
      children,
    });
  const numbers = table.columns.map((_, index) =>
    cellOf([paragraph(String(index + 1), { size, align: 'center' })], widths[index] ?? 0, { shading }),
  );
  if (!hasHeads(table)) return running;
  return [...running, headRow(heads, high), ...(table.numbered ? [headRow(numbers)] : [])];
}

/** DC2: a real table: heads repeat on every page, no row is split across pages, the last row may be set apart. */
export function dataTable(table: ReportTable, width: number, look: Look): Table {
  const size = tableSize(table, width, look);
  const letters = lettersIn(width, size);
  const widths = columnWidths(table, letters).map((part) => (part * width) / letters);
  const rowOf = (cells: readonly Cell[], bold: boolean): TableRow =>
    new TableRow({
      cantSplit: true,
      ...(table.byHand && { height: { value: twips(handRow), rule: 'atLeast' as const } }),
      children: table.columns.map((column, index) =>
        dataCell(cells[index] ?? '', widths[index] ?? 0, column, { size, bold }),
      ),
    });
  const across = (cell: Cell): TableRow =>
    new TableRow({
      cantSplit: true,
      children: [
        cellOf([paragraph(isBar(cell) ? '' : textOfCell(cell), { size, bold: true, keepNext: true })], width, {
          columnSpan: widths.length,
          shading,
        }),
      ],
    });
  return fixedTable(widths, [
    ...headRows(table, widths, size, look.heading),
    ...table.rows.map((row, at) =>
      table.apart?.[at] === 'across' ? across(row[0] ?? '') : rowOf(row, table.apart?.[at] === 'sum'),
    ),
    ...(table.total ? [rowOf(table.total, true)] : []),
  ]);
}

/** Who signs, and for each field a line with its name below; one table a row, since rows may have different fields. */
export const signatureTable = (
  row: Extract<Block, { kind: 'signatures' }>['rows'][number],
  width: number,
  look: Look,
): Table => {
  const whoWidth = row.fields.length === 0 ? width : width * 0.28;
  const fieldWidth = (width - whoWidth) / Math.max(1, row.fields.length);
  const fields = row.fields.map((field) =>
    cellOf(
      [
        paragraph('', { size: look.text, keepNext: true }),
        paragraph(field, { size: look.small, align: 'center', lineAbove: true }),
      ],
      fieldWidth,
    ),
  );
  const who = cellOf([paragraph(row.who, { size: look.text })], whoWidth, { verticalAlign: VerticalAlign.CENTER });
  return fixedTable(
    [whoWidth, ...row.fields.map(() => fieldWidth)],
    [new TableRow({ cantSplit: true, children: [who, ...fields] })],
    noBorders,
  );
};
