import { type CsvProblem, readCsv } from '../places/read-csv.ts';
import { ok, type Result } from '../result.ts';
import type { Sheet } from './sheet-cells.ts';

/** XT1: a CSV table as a sheet. Its separator is the one that divides most lines: the title above a table has none at all. */
export function csvSheet(text: string, name: string): Result<Sheet, CsvProblem> {
  const lines = text.split(/\r\n|\r|\n/);
  const linesWith = (separator: string) => lines.filter((line) => line.split(separator).length > 2).length;
  const separators = [';', '\t', ','] as const;
  const most = separators.reduce((best, one) => (linesWith(one) > linesWith(best) ? one : best));
  const rows = readCsv(text, most);
  return rows.ok ? ok({ name, rows: rows.value }) : rows;
}
