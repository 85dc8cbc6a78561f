import { csvSheet } from '../core/monitoring-table/csv-sheet.ts';
import type { Sheet } from '../core/monitoring-table/sheet-cells.ts';
import { isTooLarge, readXlsxSheets } from '../documents/read-xlsx.ts';
import { tableTexts } from '../texts/monitoring-table.ts';
import { readBytes } from './read-file.ts';

const mostRows = 20_000;

/** XT1: the sheets of an xlsx or CSV file, CSV in UTF-8 or windows-1251; what is no table ends with one clear line. */
export async function readTable(
  file: string,
  mostBytes?: number,
  problems: Readonly<Record<'unreadable' | 'too-long', string>> = tableTexts.problems,
): Promise<readonly Sheet[]> {
  const bytes = readBytes(file);
  const isWorkbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (isWorkbook && isTooLarge(bytes, mostBytes)) throw new Error(problems['too-long']);
  const sheets = isWorkbook ? await readXlsxSheets(bytes, mostRows, mostBytes) : [sheetOf(bytes)];
  if (sheets === null) throw new Error(problems.unreadable);
  if (sheets.some(({ rows }) => rows.length > mostRows)) throw new Error(problems['too-long']);
  return sheets;
}

function sheetOf(bytes: Uint8Array): Sheet {
  const utf8 = new TextDecoder().decode(bytes);
  const text = utf8.includes('\ufffd') ? new TextDecoder('windows-1251').decode(bytes) : utf8;
  const sheet = csvSheet(text, 'CSV');
  if (!sheet.ok) throw new Error(tableTexts.problems.csv(sheet.problem.row));
  return sheet.value;
}
