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
