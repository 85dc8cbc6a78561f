import { readXlsx } from 'hucre/xlsx';
import { unpackedSize } from './archive-size.ts';

/** Of a workbook unpacked: no table of schools comes near. */
const mostBytes = 64_000_000;
const mostSheets = 200;

/**
 * The sheets of a workbook, hidden ones too, as rows of cells as text: empty cells as '', days as YYYY-MM-DD. A sheet of more rows
 * than `mostRows` ends with one row more, so that it is noticed. FS23: null: the bytes are no workbook that can be read, or one that
 * unpacks to more than `most` bytes, of which nothing is unpacked.
 */
export async function readXlsxSheets(
  bytes: Uint8Array,
  mostRows: number,
  most: number = mostBytes,
): Promise<{ name: string; rows: string[][] }[] | null> {
  if (isTooLarge(bytes, most) !== false) return null;
  try {
    const { sheets } = await readXlsx(bytes, { maxRows: mostRows + 1, sheets: (_, at) => at < mostSheets });
    return sheets.map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(textOf)) }));
  } catch {
    return null; // of a damaged file the library says no more than a person is told
  }
}

/** FS23: whether a workbook unpacks to more than so many bytes; null: it does not say. */
export function isTooLarge(bytes: Uint8Array, most: number = mostBytes): boolean | null {
  const size = bytes.byteLength > most ? bytes.byteLength : unpackedSize(bytes);
  return size === null ? null : size > most;
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell);
}
