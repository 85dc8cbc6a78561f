import { readXlsx } from 'hucre/xlsx';

/**
 * The sheets of a workbook, hidden ones too, as rows of cells as text: empty cells as '', days as YYYY-MM-DD. A sheet of more rows
 * than `mostRows` ends with one row more, so that it is noticed. Null: the bytes are no workbook that can be read.
 */
export async function readXlsxSheets(
  bytes: Uint8Array,
  mostRows: number,
): Promise<{ name: string; rows: string[][] }[] | null> {
  try {
    const { sheets } = await readXlsx(bytes, { maxRows: mostRows + 1 });
    return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(textOf)) }));
  } catch {
    return null; // of a damaged file the library says no more than a person is told
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
