import { fail, ok, type Result } from '../result.ts';

/** A row of the table pasted into; `names`: what its first cell may be called in the source besides its label, lower case. */
export type PasteRow = { key: string; label: string; closed: boolean; names?: readonly string[] };

export type PasteProblemCode =
  | 'no-row'
  | 'row-closed'
  | 'row-twice'
  | 'not-a-count'
  | 'not-a-percent'
  | 'above-due'
  | 'not-an-option'
  | 'too-many-cells'
  | 'heading';
export type CellReader<Value> = (cells: readonly string[], row: PasteRow) => Result<Value, PasteProblemCode>;

/** A line that was not taken: its number in the pasted text, counted from 1, what it said, and why. */
export type LineLeft<Code> = { line: number; text: string; code: Code };

export type PasteOutcome<Value> = {
  taken: readonly { row: PasteRow; value: Value }[];
  left: readonly LineLeft<PasteProblemCode>[];
};

/** Text copied from a spreadsheet: lines by newlines, cells by tabs, trailing empty lines and cells dropped. */
export function splitPasted(text: string): readonly (readonly string[])[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  while (lines.length > 0 && lines[lines.length - 1]?.trim() === '') lines.pop();
  return lines.map((line) =>
    line
      .replace(/\s+$/, '')
      .split('\t')
      .map((cell) => cell.trim()),
  );
}

/** Whether pasted text is more than the one cell the browser would put in by itself. */
export const isTablePaste = (text: string): boolean => /[\t\n\r]/.test(text.trim());

/** A line's cells as one text for people. */
export const lineText = (cells: readonly string[]): string => cells.filter((cell) => cell !== '').join(' ');

/** A number as spreadsheets copy it: `1 250`, `97,2`, `97.20 %`; null: not a number. */
function readPastedNumber(text: string): number | null {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/%$/, '')
    .replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** A whole number from 0. */
export const readPastedCount = (text: string): Result<number, PasteProblemCode> => {
  const count = readPastedNumber(text);
  return count !== null && Number.isSafeInteger(count) && !text.includes('%') ? ok(count) : fail('not-a-count');
};

/** A number from 0 to 100, with or without the sign. */
export const readPastedPercent = (text: string): Result<number, PasteProblemCode> => {
  const percent = readPastedNumber(text);
  return percent !== null && percent <= 100 ? ok(percent) : fail('not-a-percent');
};

/**
 * PA2: lays pasted lines on the rows from `start` down; a line that begins with a row's name goes to that row. Nothing is
 * written here: what was taken and what was left, line by line and why, is shown first. An empty line passes over its row.
 */
export function placePasted<Value>(
  text: string,
  rows: readonly PasteRow[],
  start: number,
  read: CellReader<Value>,
): PasteOutcome<Value> {
  const lines = splitPasted(text);
  const taken: { row: PasteRow; value: Value }[] = [];
  const left: LineLeft<PasteProblemCode>[] = [];
  let next = start;
  for (const [index, cells] of lines.entries()) {
    const leave = (code: PasteProblemCode) => left.push({ line: index + 1, text: lineText(cells), code });
    if (index === 0 && isHeading(lines, rows, start)) {
      leave('heading');
      continue;
    }
    const named = rowNamed(cells[0] ?? '', rows);
    if (named < 0 && cells.length > 1 && /[a-zа-яё]/i.test(cells[0] ?? '')) {
      leave('no-row');
      continue;
    }
    const values = named < 0 ? cells : cells.slice(1);
    const at = named < 0 ? next : named;
    next = at + 1;
    if (values.every((cell) => cell === '')) continue;
    const row = rows[at];
    const result = row ? readInto(row, values, taken, read) : fail('no-row' as const);
    if (row && result.ok) taken.push({ row, value: result.value });
    else if (!result.ok) leave(result.problem);
  }
  return { taken, left };
}

function readInto<Value>(
  row: PasteRow,
  cells: readonly string[],
  taken: readonly { row: PasteRow }[],
  read: CellReader<Value>,
): Result<Value, PasteProblemCode> {
  if (row.closed) return fail('row-closed');
  return taken.some((one) => one.row.key === row.key) ? fail('row-twice') : read(cells, row);
}

function rowNamed(cell: string, rows: readonly PasteRow[]): number {
  const name = cell.toLowerCase().replace(/[\s\u00a0]+/g, ' ');
  if (name === '') return -1;
  return rows.findIndex((row) => row.label.toLowerCase() === name || row.names?.includes(name));
}

/** The first line is a heading when it holds no figure, names no row, and there is a line too many or a named one below. */
function isHeading(lines: readonly (readonly string[])[], rows: readonly PasteRow[], start: number): boolean {
  const [first = [], second = []] = lines;
  if (first.some((cell) => /\d|:\/\//.test(cell)) || first.every((cell) => cell === '')) return false;
  if (rowNamed(first[0] ?? '', rows) >= 0) return false;
  return first.length > 1 || lines.length > rows.length - start || rowNamed(second[0] ?? '', rows) >= 0;
}
