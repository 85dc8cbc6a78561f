import { fail, ok, type Result } from '../result.ts';

/** A row of the table pasted into; `names`: what its first cell may be called in the source, lower case. */
export type PasteRow = { key: string; label: string; closed: boolean; names?: readonly string[] };

type PasteProblemCode = 'no-row' | 'row-closed' | 'not-a-count' | 'not-a-percent' | 'heading';
type CellReader<Value> = (cells: readonly string[]) => Result<Value, PasteProblemCode>;

type PasteOutcome<Value> = {
  taken: readonly { row: PasteRow; value: Value }[];
  /** what was not taken, by line of the pasted text, counted from 1 */
  left: readonly { line: number; text: string; code: PasteProblemCode }[];
};

/** Text copied from a spreadsheet: lines by newlines, cells by tabs, trailing empty lines dropped. */
function splitPasted(text: string): readonly (readonly string[])[] {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  while (lines.length > 0 && lines[lines.length - 1]?.trim() === '') lines.pop();
  return lines.map((line) => line.split('\t').map((cell) => cell.trim()));
}

/** Whether pasted text is more than the one cell the browser would put in by itself. */
export const isTablePaste = (text: string): boolean => /[\t\n\r]/.test(text.trim());

/** A number as spreadsheets copy it: `1 250`, `97,2`, `97.20 %`; null: not a number. */
function readPastedNumber(text: string): number | null {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/%$/, '')
    .replace(',', '.');
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

const readPastedCount = (text: string): Result<number, PasteProblemCode> => {
  const count = readPastedNumber(text);
  return count !== null && Number.isSafeInteger(count) && !text.includes('%') ? ok(count) : fail('not-a-count');
};

const readPastedPercent = (text: string): Result<number, PasteProblemCode> => {
  const percent = readPastedNumber(text);
  return percent !== null && percent <= 100 ? ok(percent) : fail('not-a-percent');
};

/** One month as pasted: a percent, or filled and due. */
export const readPastedMonth: CellReader<{ percent: number } | { filled: number; due: number }> = ([
  first = '',
  second,
]) => {
  if (second === undefined || second === '') {
    const percent = readPastedPercent(first);
    return percent.ok ? ok({ percent: percent.value }) : percent;
  }
  const [filled, due] = [readPastedCount(first), readPastedCount(second)];
  if (!filled.ok) return filled;
  if (!due.ok) return due;
  return filled.value <= due.value ? ok({ filled: filled.value, due: due.value }) : fail('not-a-count');
};

/**
 * Lays pasted lines on the rows from `start` down; a line that begins with a row's name goes to that row.
 * Nothing is written here: what was taken and what was left is shown first. An empty line passes over its row.
 */
export function placePasted<Value>(
  text: string,
  rows: readonly PasteRow[],
  start: number,
  read: CellReader<Value>,
): PasteOutcome<Value> {
  const lines = splitPasted(text);
  const taken: { row: PasteRow; value: Value }[] = [];
  const left: { line: number; text: string; code: PasteProblemCode }[] = [];
  let next = start;
  for (const [index, cells] of lines.entries()) {
    const named = rowNamed(cells[0] ?? '', rows);
    const values = named < 0 ? cells : cells.slice(1);
    const leave = (code: PasteProblemCode) =>
      left.push({ line: index + 1, text: cells.filter((cell) => cell !== '').join(' '), code });
    if (index === 0 && isHeading(lines, rows, start)) {
      leave('heading');
      continue;
    }
    const at = named < 0 ? next : named;
    next = at + 1;
    if (values.every((cell) => cell === '')) continue;
    const row = rows[at];
    if (!row) {
      leave('no-row');
      continue;
    }
    const result = read(values);
    if (row.closed) leave('row-closed');
    else if (!result.ok) leave(result.problem);
    else if (!taken.some((one) => one.row.key === row.key)) taken.push({ row, value: result.value });
    else leave('no-row');
  }
  return { taken, left };
}

function rowNamed(cell: string, rows: readonly PasteRow[]): number {
  const name = cell.toLowerCase().replace(/[\s\u00a0]+/g, ' ');
  if (!/[a-zа-яё]/.test(name)) return -1;
  return rows.findIndex((row) => row.label.toLowerCase() === name || row.names?.includes(name));
}

/** The first line is a heading when it holds no figure, names no row, and there is a line too many or a named one below. */
function isHeading(lines: readonly (readonly string[])[], rows: readonly PasteRow[], start: number): boolean {
  const [first = [], second = []] = lines;
  if (first.some((cell) => /\d|:\/\//.test(cell)) || first.every((cell) => cell === '')) return false;
  if (rowNamed(first[0] ?? '', rows) >= 0) return false;
  return lines.length > rows.length - start || rowNamed(second[0] ?? '', rows) >= 0;
}
