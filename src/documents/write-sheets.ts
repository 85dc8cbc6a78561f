import { type WriteSheet, writeXlsx as writeWorkbook } from 'hucre/xlsx';
import { paper } from './paper.ts';

type CellValue = string | number;
type PlainSheet = { name: string; rows: readonly (readonly CellValue[])[] };

const [narrowest, widest] = [8, 48];
const fontSize = 10;
const lineHeight = 13;
/** Excel has no higher row. */
const highest = 409;

/** FS12: plain sheets as an xlsx to be worked in: headings stand out and stay in sight, columns are as wide and rows as high as what they hold, numbers are numbers, all else is text and nothing a formula. */
export const writeSheets = (title: string, sheets: readonly PlainSheet[]): Promise<Uint8Array> =>
  writeWorkbook({
    properties: { title },
    defaultFont: { name: paper.font, size: fontSize },
    sheets: sheets.map(sheetOf),
  });

function sheetOf({ name, rows }: PlainSheet): WriteSheet {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) => {
    const longest = Math.max(...rows.map((row) => String(row[column] ?? '').length));
    return { width: Math.min(widest, Math.max(narrowest, longest + 2)) };
  });
  const cells = new Map<string, ReturnType<typeof cellOf>>();
  for (const [row, values] of rows.entries())
    for (const [column, value] of values.entries())
      if (value !== '') cells.set(`${row},${column}`, cellOf(value, row === 0));
  const rowDefs = new Map(
    rows.map((values, row) => {
      const lines = values.map((value, column) => linesOf(String(value), widths[column]?.width ?? widest));
      return [row, { height: Math.min(highest, Math.max(1, ...lines) * lineHeight + 2) }];
    }),
  );
  return { name, columns: widths, cells, rowDefs, freezePane: { rows: 1 } };
}

/** Spreadsheets on other machines do not measure rows anew, so a text that is wrapped needs its height. */
const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / (width - 2))), 0);

function cellOf(value: CellValue, isHeading: boolean) {
  const style = {
    font: { name: paper.font, size: fontSize, ...(isHeading && { bold: true }) },
    alignment: { vertical: 'top' as const, wrapText: true },
    ...(isHeading && { fill: { type: 'pattern' as const, pattern: 'solid' as const, fgColor: { rgb: paper.shade } } }),
  };
  return typeof value === 'number'
    ? { type: 'number' as const, value, style }
    : { type: 'string' as const, value, style };
}
