import type { ReportDocument, Section } from '../reports/report-document.ts';
import { sumOf } from './measure.ts';
import { paper, printable } from './paper.ts';
import type { Heads } from './xlsx-blocks.ts';
import type { XlsxSheet } from './xlsx-sheet.ts';

/** How wide a column of one letter is, in points: a spreadsheet counts in digits of its main typeface. */
const letterWide = 5.25;
/** Programs round heights differently: what has to stay together gets a line of room, in points. */
const spare = 24;

/**
 * DC4: the rows, from 0, before which a page of a flowing section has to end, because else a heading or the heads of a table
 * would stand alone at its foot. All other pages end by themselves; `repeated` heads stand on every page after their own.
 */
export function pageBreaks(
  sheet: XlsxSheet,
  page: ReportDocument['page'],
  size: Section['paper'],
  repeated?: Heads,
): number[] {
  const { width, height } = printable(page, paper.flow.margin, size);
  const room = height / Math.min(1, width / (sumOf(sheet.widths) * letterWide));
  const breaks: number[] = [];
  let filled = 0;
  let first = 0;
  while (first < sheet.rowCount) {
    let last = first;
    while (sheet.keptWithNext.has(last) && last + 1 < sheet.rowCount) last += 1;
    const needed = heightOf(sheet, first, last);
    const isKept = last > first;
    if (filled > 0 && filled + needed + (isKept ? spare : 0) > room) {
      if (isKept) breaks.push(first);
      filled = repeated && first > repeated.last ? heightOf(sheet, repeated.first, repeated.last) : 0;
    }
    filled += needed;
    first = last + 1;
  }
  return breaks;
}

/** Rows `first` to `last`, both included, in points. */
function heightOf(sheet: XlsxSheet, first: number, last: number): number {
  let height = 0;
  for (let row = first; row <= last; row += 1) height += sheet.heights.get(row)?.height ?? 0;
  return height;
}
