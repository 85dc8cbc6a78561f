import { modulesName } from '../answers-file/monitoring-block.ts';
import { columnOfLabel, isPartial } from './head-words.ts';
import { filledIn, isFigure, type Sheet, textOfCell } from './sheet-cells.ts';

/** The head of one table on a sheet: where it stands and which of our columns each of its columns is. */
export type TableHead = {
  /** first row of the head and the first below it */
  from: number;
  to: number;
  columns: readonly HeadColumn[];
  /** CX8: the first column of the table and the first behind it, where another stands beside it */
  left: number;
  right: number;
};

type HeadColumn = {
  at: number;
  label: string;
  /** row of the head where the label stands */
  row: number;
  /** null: not known, or the number and the label disagree */
  id: string | null;
  /** what it may be, the likelier first; empty: nothing is known */
  candidates: readonly string[];
};

/** XT1: the heads of every table on a sheet, under one another and side by side (CX8), known by labels, by the row of numbers 1, 2, 3 …, or by both. */
export function findHeads(sheet: Sheet, ids: ReadonlySet<string>): TableHead[] {
  const heads: TableHead[] = [];
  for (let row = 0; row < sheet.rows.length; row += 1) {
    const labelled = isLabelRow(sheet.rows[row]);
    if (!labelled && !isNumberRow(sheet.rows[row])) continue;
    const end = heads.at(-1)?.to ?? 0;
    const beside = headsAround(sheet, row, end, ids);
    heads.push(...beside);
    row = (heads.at(-1)?.to ?? row + 1) - 1;
  }
  return heads;
}

/** At least four columns known by their labels, one of them of those that are filled in; no row of figures is one. */
function isLabelRow(row: readonly string[] | undefined): boolean {
  const texts = filledIn(row).map((at) => textOfCell(row, at));
  if (texts.length < 3 || texts.some(isFigure)) return false;
  const known = new Set(texts.flatMap((text) => columnOfLabel(text) ?? []));
  return known.size >= Math.min(4, texts.length) && known.size >= 3 && [...known].some((id) => Number(id) >= 8);
}

/** 1, 2, 3 … one after the other, at least four of them; anew for every table beside another (CX8). */
function isNumberRow(row: readonly string[] | undefined): boolean {
  let next = 1;
  for (const at of filledIn(row)) {
    const text = textOfCell(row, at);
    if (text === '1' && next > 4) next = 1;
    if (text !== String(next)) return false;
    next += 1;
  }
  return next > 4;
}

function headsAround(sheet: Sheet, row: number, end: number, ids: ReadonlySet<string>): TableHead[] {
  const { rows } = sheet;
  let from = row;
  while (from > end && from > row - 3 && isUpperRow(rows[from - 1])) from -= 1;
  let to = row + 1;
  while (to < row + 4 && (isLowerRow(rows[to]) || isLabelRow(rows[to]) || isNumberRow(rows[to]))) to += 1;
  const width = Math.max(0, ...rows.slice(from, to).map((one) => one.length));
  const columns = Array.from({ length: width }, (_, at) => columnAt(rows, from, to, at, ids));
  const starts = [0, ...startsBeside(columns), Math.max(width, ...rows.map((one) => one.length))];
  return starts.slice(0, -1).map((left, at) => {
    const right = starts[at + 1] ?? width;
    const own = columns.map((one) => (one.at >= left && one.at < right ? one : { ...one, id: null, candidates: [] }));
    return { from, to, columns: withoutTwice(own), left, right };
  });
}

/** What a row of a table begins with: its number, the municipality, the school. */
const beginnings: readonly string[] = ['1', '2', '3'];

/** CX8: where a table beside another begins: its columns say once more what a row begins with, a school, and two of the figures said before. */
function startsBeside(columns: readonly HeadColumn[]): number[] {
  const starts: number[] = [];
  let seen = new Set<string>();
  for (const [at, { id }] of columns.entries()) {
    if (id === null) continue;
    const again = columns.slice(at).flatMap((one) => (one.id !== null && seen.has(one.id) ? [one.id] : []));
    if (beginnings.includes(id) && seen.has(id) && again.includes('3') && again.filter(isFigureColumn).length >= 2) {
      starts.push(at);
      seen = new Set();
    }
    seen.add(id);
  }
  return starts;
}

const isFigureColumn = (id: string): boolean => Number.parseInt(id, 10) >= 5;

/** Labels of groups over the labels: several texts, no figures. */
const isUpperRow = (row: readonly string[] | undefined): boolean => {
  const texts = filledIn(row).map((at) => textOfCell(row, at));
  return texts.length >= 2 && !texts.some(isFigure);
};

/** Parts of labels under the labels. */
const isLowerRow = (row: readonly string[] | undefined): boolean => {
  const texts = filledIn(row).map((at) => textOfCell(row, at));
  return (
    texts.length >= 2 &&
    texts.every((text) => !isFigure(text) && (isPartial(text) || columnOfLabel(text) !== null)) &&
    texts.filter(isPartial).length * 2 >= texts.length
  );
};

function columnAt(rows: Sheet['rows'], from: number, to: number, at: number, ids: ReadonlySet<string>): HeadColumn {
  const last = rows[to - 1];
  const numbered = isNumberRow(last);
  const labels = numbered ? to - 1 : to;
  const lines = Array.from({ length: labels - from }, (_, step) => from + step);
  const own = lines.filter((row) => textOfCell(rows[row], at) !== '');
  const label = own.map((row) => textOfCell(rows[row], at)).join(' ');
  const lowest = own.at(-1);
  const text = lowest === undefined ? '' : textOfCell(rows[lowest], at);
  const group = groupOver(rows, from, own[0] ?? from, at);
  const named = isPartial(text) ? columnOfLabel(`${group} ${label}`) : (columnOfLabel(text) ?? columnOfLabel(label));
  const number = numbered ? textOfCell(last, at) : '';
  const byLabel = named !== null && ids.has(named) ? [named] : [];
  const byNumber = ids.has(number) ? [number] : [];
  const candidates = [...new Set([...byLabel, ...byNumber])];
  const id = candidates.length === 1 ? (candidates[0] ?? null) : null;
  return { at, label: label === '' ? number : label, row: lowest ?? to - 1, id, candidates };
}

/** What stands in the merged cell over this one: the nearest to the left in the row above. */
function groupOver(rows: Sheet['rows'], from: number, row: number, at: number): string {
  if (row <= from) return '';
  const above = rows[row - 1];
  for (let left = at; left >= 0; left -= 1) {
    const text = textOfCell(above, left);
    if (text !== '') return text;
  }
  return '';
}

/** Of two columns that say they are the same the second is asked about; the second of modules is likely their list (CX7). */
function withoutTwice(columns: readonly HeadColumn[]): HeadColumn[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    if (column.id === null) return column;
    if (taken.has(column.id))
      return { ...column, id: null, candidates: column.id === '14' ? [modulesName] : column.candidates };
    taken.add(column.id);
    return column;
  });
}
