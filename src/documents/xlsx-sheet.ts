import type { Cell, CellStyle, MergeRange } from 'hucre/xlsx';
import { type Cell as ReportCell, type Run, runsOf, type Text } from '../reports/report-document.ts';
import { linesOf, sumOf } from './measure.ts';
import { paper } from './paper.ts';
import { splitCell } from './split-cell.ts';
import { isBar, isFigure, wordsOf, wordsOfCell, wordsOfRun } from './words.ts';

export type PieceLook = {
  size?: number;
  bold?: boolean;
  align?: 'end' | 'center';
  border?: CellStyle['border'];
  shade?: boolean;
  /** stands on end; the row's height is given */
  turned?: boolean;
  /** stands at the bottom of its row, on the line to write on */
  low?: boolean;
};
/** What stands in some neighbouring columns of a row, from left to right. */
export type Piece = { cell: ReportCell; span: number; look?: PieceLook };

export const thin = { style: 'thin' } as const;
const medium = { style: 'medium' } as const;
export const framed: CellStyle['border'] = { top: thin, right: thin, bottom: thin, left: thin };
/** No row of a spreadsheet can be higher, in points. */
const highest = 409;
export const sheetFont = 11;
const smallestFont = 5;

/** `_x0041_` means a letter to the format; typed by a person it stays what it is. */
const literal = (text: string): string => text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_');

/**
 * DC3: digits, with a decimal comma and «%», are a number with a format that shows just them; all else is text, so nothing
 * typed ever becomes a formula, and a leading zero stays.
 */
export function numberOf(text: string): { value: number; format: string } | null {
  const parts = /^(0|[1-9]\d{0,14})(?:,(\d{1,6}))?(\s?%)?$/.exec(text);
  if (!parts) return null;
  const [, whole = '', decimals = '', percent] = parts;
  const digits = decimals ? `0.${'0'.repeat(decimals.length)}` : '0';
  const value = Number(`${whole}.${decimals || '0'}`);
  if (percent === undefined) return { value, format: digits };
  return {
    value: Number((value / 100).toFixed(decimals.length + 2)),
    format: percent === '%' ? `${digits}%` : `${digits}"\u00a0"%`,
  };
}

const sheetWords = (run: Run): string => literal(wordsOfRun(run));

/** The text of a cell; where only some of it is bold, as runs. */
function textCell(text: Text, size: number, isBold: boolean): Partial<Cell> {
  const parts = runsOf(text);
  const isMixed = !isBold && parts.length > 1 && parts.some((run) => typeof run === 'object' && 'bold' in run);
  if (!isMixed) return { type: 'string', value: parts.map(sheetWords).join('') };
  const font = { name: paper.font, size };
  const richText = parts.map((run) => ({
    text: sheetWords(run),
    font: typeof run === 'object' && 'bold' in run ? { ...font, bold: true } : font,
  }));
  return { type: 'richText', value: null, richText };
}

/** One sheet under construction: a grid of columns into which rows of pieces are laid; widths in letters. */
export class XlsxSheet {
  readonly cells = new Map<string, Partial<Cell>>();
  readonly merges: MergeRange[] = [];
  readonly heights = new Map<number, { height: number }>();
  readonly bars: string[] = [];
  /** rows that say nothing without the row below them */
  readonly keptWithNext = new Set<number>();
  rowCount = 0;
  readonly widths: readonly number[];

  constructor(widths: readonly number[]) {
    this.widths = widths;
  }

  get columnCount(): number {
    return this.widths.length;
  }

  /**
   * Lays pieces into the next row; `height` in points is the least. Where a text would need a higher row than there is, it is
   * set smaller, so that print does not cut it off; what no cell can hold goes on in the row below.
   */
  addRow(pieces: readonly Piece[], height = 0): void {
    const split = pieces.map((piece) => ({ ...piece, ...splitCell(piece.cell) }));
    this.addOneRow(
      split.map(({ first, ...piece }) => ({ ...piece, cell: first })),
      height,
    );
    if (split.some(({ rest }) => rest !== ''))
      this.addRow(split.map(({ rest, ...piece }) => ({ ...piece, cell: rest })));
  }

  private addOneRow(pieces: readonly Piece[], height: number): void {
    let column = 0;
    let needed = height;
    for (const piece of pieces) {
      const letters = sumOf(this.widths.slice(column, column + piece.span));
      const heightAt = (size: number): number =>
        linesOf(wordsOfCell(piece.cell), (letters * sheetFont) / size - 1) * size * 1.2 + 3;
      let size = piece.look?.size ?? sheetFont;
      while (size > smallestFont && heightAt(size) > highest) size -= 1;
      this.lay(piece, size, column);
      if (!piece.look?.turned) needed = Math.max(needed, heightAt(size));
      column += piece.span;
    }
    this.heights.set(this.rowCount, { height: Math.min(highest, Math.round(needed)) });
    this.rowCount += 1;
  }

  /** The same for a row that stays on the page of the row below it. */
  addHead(pieces: readonly Piece[], height = 0): void {
    this.keptWithNext.add(this.rowCount);
    this.addRow(pieces, height);
  }

  /** A thick frame around the rows from `first` to the last one. */
  frame(first: number): void {
    const last = this.rowCount - 1;
    for (let row = first; row <= last; row += 1) {
      for (let column = 0; column < this.columnCount; column += 1) {
        const border = {
          ...(row === first && { top: medium }),
          ...(row === last && { bottom: medium }),
          ...(column === 0 && { left: medium }),
          ...(column === this.columnCount - 1 && { right: medium }),
        };
        const cell = this.cells.get(`${row},${column}`) ?? {};
        this.cells.set(`${row},${column}`, {
          ...cell,
          style: { ...cell.style, border: { ...cell.style?.border, ...border } },
        });
      }
    }
  }

  private lay({ cell, span, look }: Piece, size: number, column: number): void {
    const row = this.rowCount;
    const style = styleOf(isBar(cell) ? { ...look, size, align: 'end' } : { ...look, size });
    if (isBar(cell)) {
      this.bars.push(`${letterOf(column)}${row + 1}`);
      this.cells.set(`${row},${column}`, { type: 'number', value: cell.bar, style: { ...style, numFmt: '0.00' } });
    } else if (isFigure(cell)) {
      const { number, digits, unit } = cell;
      const format = digits > 0 ? `0.${'0'.repeat(digits)}` : '0';
      this.cells.set(`${row},${column}`, {
        type: 'number',
        value: unit ? Number((number / 100).toFixed(10)) : number,
        style: { ...style, numFmt: unit ? `${format}"\u00a0"%` : format },
      });
    } else {
      const runs = runsOf(cell);
      const only = runs.length === 1 ? runs[0] : undefined;
      const isBold = typeof only === 'object' && 'bold' in only;
      const number = typeof only === 'string' || isBold ? numberOf(wordsOf(cell)) : null;
      const shown = isBold ? { ...style, font: { ...style.font, bold: true } } : style;
      const content = number
        ? { type: 'number' as const, value: number.value }
        : textCell(cell, size, look?.bold === true);
      this.cells.set(`${row},${column}`, { ...content, style: number ? { ...shown, numFmt: number.format } : shown });
    }
    for (let next = column + 1; next < column + span; next += 1) this.cells.set(`${row},${next}`, { style });
    if (span > 1) this.merges.push({ startRow: row, endRow: row, startCol: column, endCol: column + span - 1 });
  }
}

function styleOf(look: PieceLook): CellStyle {
  const horizontal = look.align === 'end' ? 'right' : look.align === 'center' ? 'center' : 'left';
  return {
    font: { name: paper.font, size: look.size ?? sheetFont, ...(look.bold && { bold: true }) },
    alignment: {
      horizontal,
      vertical: look.low ? 'bottom' : look.align === 'center' ? 'center' : 'top',
      wrapText: true,
      ...(look.turned && { textRotation: 90 }),
      // so that a figure does not touch the words beside it
      ...(look.align === 'end' && { indent: 1 }),
    },
    ...(look.border && { border: look.border }),
    ...(look.shade && { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: paper.shade } } }),
  };
}

/** 0 → A, 25 → Z, 26 → AA. */
export const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
