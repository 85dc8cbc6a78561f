import type { ColumnForm, FormColumn } from '../form/column-form.ts';
import { filledColumns } from '../form/column-form.ts';
import type { Json } from '../json.ts';
import { type ColumnRow, figureOf, listBeside, type SchoolRows } from './column-rows.ts';

/** A note the program adds where a branch works in another system and says nothing of it itself. `system`: its id. */
type SystemNote = { branch: string; system: string };

/** The school's row as it is printed and counted. */
export type MergedRow = {
  row: ColumnRow;
  /** column 25, part by part: the school's own words first, then each branch's */
  notes: readonly ({ branch: string | null; text: string } | SystemNote)[];
};

/**
 * MN2: figures are summed over the school and its branches, the rarest entries win, paper is kept where anybody keeps it, lists and
 * notes are put together, all else is the school's own. A figure nobody gave stays empty.
 */
export function mergeRows(form: ColumnForm, rows: SchoolRows): MergedRow {
  const cells = new Map<string, Json>();
  for (const column of filledColumns(form)) {
    const merged = mergedCell(column, rows);
    if (merged !== null) cells.set(column.id, merged);
    const beside = column.kind === 'count' && column.rows ? listsOf(rows, listBeside(column.id)) : [];
    if (beside.length > 0) cells.set(listBeside(column.id), beside);
  }
  return { row: cells, notes: notesOf(rows) };
}

function mergedCell({ id, branch }: FormColumn, rows: SchoolRows): Json {
  const figures = [rows.own, ...rows.branches.map(({ row }) => row)].flatMap((row) => figureOf(row, id) ?? []);
  switch (branch) {
    case 'sum':
      return figures.length === 0 ? null : figures.reduce((sum, one) => sum + one, 0);
    case 'worst':
      return figures.length === 0 ? null : Math.max(...figures);
    case 'paper':
      return figures.length === 0 ? null : (([1, 3, 2] as const).find((state) => figures.includes(state)) ?? null);
    case 'merged': {
      const lists = listsOf(rows, id);
      return lists.length > 0 ? lists : (rows.own.get(id) ?? null);
    }
    case 'own':
    case 'school':
    case 'notes':
      return rows.own.get(id) ?? null;
  }
}

const listsOf = ({ own, branches }: SchoolRows, key: string): Json[] =>
  [own, ...branches.map(({ row }) => row)].flatMap((row) => {
    const list = row.get(key);
    return Array.isArray(list) ? (list as Json[]) : [];
  });

/** MN3: the notes of branches bear their names; where systems differ and the branch wrote nothing, the program says so. */
function notesOf({ own, branches }: SchoolRows): MergedRow['notes'] {
  const said = own.get('25');
  const system = own.get('5');
  return [
    ...(typeof said === 'string' ? [{ branch: null, text: said }] : []),
    ...branches.flatMap(({ name, row }): MergedRow['notes'] => {
      const [text, theirs] = [row.get('25'), row.get('5')];
      if (typeof text === 'string') return [{ branch: name, text }];
      return typeof theirs === 'string' && theirs !== system ? [{ branch: name, system: theirs }] : [];
    }),
  ];
}
