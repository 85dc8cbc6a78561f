import type { Block, Cell, Column } from '../reports/report-document.ts';
import { handRow } from './fit-section.ts';
import { columnWidths, hasHeads, sumOf, type Table, turnedHeight } from './measure.ts';
import { listItem } from './words.ts';
import { factShares, labelShares, signatureShares, spansOf } from './xlsx-grid.ts';
import { framed, type Piece, type PieceLook, sheetFont, thin, type XlsxSheet } from './xlsx-sheet.ts';

/** Where the heads of a table stand: rows from 0, the last one included. */
export type Heads = { table: Table; first: number; last: number };

const wide = (sheet: XlsxSheet, cell: Cell, look: PieceLook = {}): Piece => ({ cell, span: sheet.columnCount, look });

/** Heads, rows and total; of the table a sheet mostly is, every cell stands in a column of its own. */
function addTable(sheet: XlsxSheet, table: Table): Heads {
  const spans = spansOf(sheet.widths, columnWidths(table, sumOf(sheet.widths)));
  const head = { bold: true, border: framed, shade: true };
  const rowOf = (cells: readonly Cell[], look: (column: Column) => PieceLook): Piece[] =>
    table.columns.map((column, index) => ({ cell: cells[index] ?? '', span: spans[index] ?? 1, look: look(column) }));
  const dataLook =
    (bold: boolean) =>
    (column: Column): PieceLook => ({
      border: framed,
      ...(bold && { bold }),
      ...(column.align && { align: column.align }),
    });
  if (table.caption) sheet.addHead([wide(sheet, table.caption, { align: 'end' })]);
  const first = sheet.rowCount;
  if (table.running) sheet.addHead([wide(sheet, table.running, head)]);
  if (hasHeads(table))
    sheet.addHead(
      rowOf(
        table.columns.map((column) => column.title),
        ({ turned }) => ({ ...head, align: 'center', ...(turned && { turned }) }),
      ),
      turnedHeight(table, sheetFont),
    );
  if (table.numbered)
    sheet.addHead(
      rowOf(
        table.columns.map((_, index) => String(index + 1)),
        () => ({ border: framed, shade: true, align: 'center' }),
      ),
    );
  const last = sheet.rowCount - 1;
  const height = table.byHand ? handRow : 0;
  for (const [at, row] of table.rows.entries()) {
    const apart = table.apart?.[at];
    if (apart === 'across') sheet.addHead([wide(sheet, row[0] ?? '', head)]);
    else sheet.addRow(rowOf(row, dataLook(apart === 'sum')), height);
  }
  if (table.total) sheet.addRow(rowOf(table.total, dataLook(true)), height);
  return { table, first, last };
}

function addSignatures(sheet: XlsxSheet, rows: Extract<Block, { kind: 'signatures' }>['rows']): void {
  for (const { who, fields } of rows) {
    const spans = spansOf(sheet.widths, signatureShares(fields));
    const line: PieceLook = { border: { bottom: thin } };
    const pieces = fields.map((_, index): Piece => ({ cell: '', span: spans[index + 1] ?? 1, look: line }));
    sheet.addHead([{ cell: who, span: spans[0] ?? 1, look: { low: true } }, ...pieces], handRow);
    const names = fields.map(
      (field, index): Piece => ({
        cell: field,
        span: spans[index + 1] ?? 1,
        look: { size: sheetFont - 2, align: 'center' },
      }),
    );
    sheet.addRow([{ cell: '', span: spans[0] ?? 1 }, ...names]);
  }
}

function addFacts(sheet: XlsxSheet, items: Extract<Block, { kind: 'facts' }>['items']): void {
  const [nameSpan = 1, valueSpan = 1] = spansOf(sheet.widths, factShares);
  for (const [name, value] of items) {
    sheet.addRow([
      { cell: name, span: nameSpan },
      { cell: value, span: valueSpan, look: { bold: true } },
    ]);
  }
}

function addBlock(sheet: XlsxSheet, block: Block): Heads[] {
  switch (block.kind) {
    case 'heading':
      sheet.addHead([wide(sheet, block.text, { bold: true, size: sheetFont + 1 })], 22);
      return [];
    case 'paragraph':
      sheet.addRow([wide(sheet, block.text, block.large ? { bold: true, size: sheetFont + 2 } : {})]);
      return [];
    case 'facts':
      addFacts(sheet, block.items);
      return [];
    case 'table':
      return block.columns.length === 0 ? [] : [addTable(sheet, block)];
    case 'diagram':
      sheet.addHead([wide(sheet, block.diagram.title, { bold: true })]);
      sheet.addRow([wide(sheet, block.diagram.alt)]);
      return [];
    case 'box': {
      const first = sheet.rowCount;
      const heads = addBlocks(sheet, block.blocks);
      sheet.frame(first);
      return heads;
    }
    case 'list':
      for (const item of block.items) sheet.addRow([wide(sheet, listItem(item))]);
      return [];
    case 'side-by-side':
      return [...addBlocks(sheet, block.left), ...addBlocks(sheet, block.right)];
    case 'write-in': {
      const spans = spansOf(sheet.widths, labelShares(block.labels));
      sheet.addRow(
        block.labels.map((cell, index) => ({
          cell,
          span: spans[index] ?? 1,
          look: { border: { bottom: thin }, low: true },
        })),
        handRow,
      );
      return [];
    }
    case 'signatures':
      addSignatures(sheet, block.rows);
      return [];
  }
}

/** Lays blocks into a sheet one under the other; tells where the heads of its tables stand. */
export const addBlocks = (sheet: XlsxSheet, blocks: readonly Block[]): Heads[] =>
  blocks.flatMap((block) => addBlock(sheet, block));
