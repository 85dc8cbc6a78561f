import { readXlsx } from 'hucre/xlsx';

/** Rows of cells of the first sheet as text, empty cells as ''; null: the bytes are no workbook that can be read. */
export async function readXlsxRows(bytes: Uint8Array, mostRows: number): Promise<string[][] | null> {
  try {
    const { sheets } = await readXlsx(bytes, { sheets: [0], maxRows: mostRows });
    return (sheets[0]?.rows ?? []).map((row) =>
      row.map((cell) => (cell === null || cell === undefined ? '' : String(cell))),
    );
  } catch {
    return null; // of a damaged file the library says no more than a person is told
  }
}

/** Every sheet the same way, hidden ones too; a sheet of more rows than `mostRows` ends with one row more, so that it is noticed. */
export async function readXlsxSheets(
  bytes: Uint8Array,
  mostRows: number,
): Promise<{ name: string; rows: string[][] }[] | null> {
  try {
    const { sheets } = await readXlsx(bytes, { maxRows: mostRows + 1 });
    return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(textOf)) }));
  } catch {
    return null; // as above
  }
}

const textOf = (cell: unknown): string => {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
};
