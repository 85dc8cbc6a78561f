import { csvSheet } from '../../core/monitoring-table/csv-sheet.ts';
import type { Sheet } from '../../core/monitoring-table/sheet-cells.ts';
import type { CsvProblem } from '../../core/places/read-csv.ts';
import { fail, ok, type Result } from '../../core/result.ts';

const mostRows = 20_000;

export type TableFileProblem =
  | { code: 'unreadable' }
  | { code: 'load-failed' }
  | { code: 'too-long' }
  | { code: 'csv'; row: number; problem: CsvProblem };

/** XT1: the sheets of an xlsx or CSV file, whatever its name ends with; CSV in UTF-8 or as Russian spreadsheets write it. */
export async function readTableFile(bytes: Uint8Array, mostBytes?: number): Promise<Result<Sheet[], TableFileProblem>> {
  const sheets = await (isWorkbook(bytes) ? sheetsOfWorkbook(bytes, mostBytes) : sheetOfCsv(bytes));
  if (!sheets.ok) return sheets;
  return sheets.value.some(({ rows }) => rows.length > mostRows) ? fail({ code: 'too-long' }) : sheets;
}

/** Every xlsx is a zip archive. */
const isWorkbook = ([first, second]: Uint8Array): boolean => first === 0x50 && second === 0x4b;

async function sheetsOfWorkbook(bytes: Uint8Array, mostBytes?: number): Promise<Result<Sheet[], TableFileProblem>> {
  try {
    const { isTooLarge, readXlsxSheets } = await import('../../documents/read-xlsx.ts');
    if (isTooLarge(bytes, mostBytes)) return fail({ code: 'too-long' });
    const sheets = await readXlsxSheets(bytes, mostRows, mostBytes);
    return sheets ? ok(sheets) : fail({ code: 'unreadable' });
  } catch {
    return fail({ code: 'load-failed' }); // the reader comes from the server when it is first needed
  }
}

function sheetOfCsv(bytes: Uint8Array): Result<Sheet[], TableFileProblem> {
  const utf8 = new TextDecoder().decode(bytes);
  const text = utf8.includes('\ufffd') ? new TextDecoder('windows-1251').decode(bytes) : utf8;
  const sheet = csvSheet(text, 'CSV');
  return sheet.ok ? ok([sheet.value]) : fail({ code: 'csv', row: sheet.problem.row, problem: sheet.problem });
}
