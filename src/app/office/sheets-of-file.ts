import { readCsv } from '../../core/places/read-csv.ts';

type CsvProblem = Extract<ReturnType<typeof readCsv>, { ok: false }>['problem'];

export type SheetsOfFile =
  | { kind: 'sheets'; sheets: string[][][] }
  | { kind: 'csv-problem'; problem: CsvProblem }
  | { kind: 'unreadable' }
  /** the reader comes from the server when it is first needed */
  | { kind: 'load-failed' };

/** The sheets of a table people choose, xlsx or CSV, told apart by its bytes; a CSV is one sheet. `mostRows`: of each. */
export async function sheetsOfFile(file: Blob, mostRows: number): Promise<SheetsOfFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // every xlsx is a zip archive, whatever its name ends with
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    try {
      const { readXlsxSheets } = await import('../../documents/read-xlsx.ts');
      const sheets = await readXlsxSheets(bytes, mostRows);
      return sheets ? { kind: 'sheets', sheets: sheets.map(({ rows }) => rows) } : { kind: 'unreadable' };
    } catch {
      return { kind: 'load-failed' };
    }
  }
  // UTF-8, or what Russian spreadsheets write by themselves
  const utf8 = new TextDecoder().decode(bytes);
  const rows = readCsv(utf8.includes('\ufffd') ? new TextDecoder('windows-1251').decode(bytes) : utf8);
  return rows.ok ? { kind: 'sheets', sheets: [rows.value] } : { kind: 'csv-problem', problem: rows.problem };
}
