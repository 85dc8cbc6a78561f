import { type ColumnForm, type FormColumn, filledColumns } from '../form/column-form.ts';
import type { Json } from '../json.ts';
import { type ColumnRow, figureOf, listBeside, type SchoolRows } from './column-rows.ts';

/** A cell still to be filled in; `branch`: id, null: of the school's row. */
type MissingCell = { columnId: string; branch: string | null };

export type RowsProgress = { missing: readonly MissingCell[]; filled: number; of: number };

/** Columns of which a branch tells nothing of its own. */
const ofSchoolOnly: readonly FormColumn['branch'][] = ['school', 'merged', 'notes'];

/**
 * MN5: what has to be filled in: everything but notes; who answers for the system and how often entries are made only where there
 * is one; the project's columns only at a site of it; what a module is wherever classes use one. CX4: a list that is put together is
 * filled in once the school or a branch has a row of it.
 */
export function progressOf(form: ColumnForm, { own, branches }: SchoolRows): RowsProgress {
  const all = [
    ...cellsOf(form, withMerged(form, own, branches), null),
    ...branches.flatMap(({ id, row }) =>
      cellsOf({ ...form, columns: form.columns.filter(({ branch }) => !ofSchoolOnly.includes(branch)) }, row, id),
    ),
  ];
  const missing = all.filter(({ isFilled }) => !isFilled).map(({ columnId, branch }) => ({ columnId, branch }));
  return { missing, filled: all.length - missing.length, of: all.length };
}

/** The school's row with the lists of its branches where it has none itself. */
const withMerged = ({ columns }: ColumnForm, own: ColumnRow, branches: SchoolRows['branches']): ColumnRow =>
  new Map([
    ...columns.flatMap(({ id, branch }): [string, Json][] => {
      const list = branch === 'merged' ? branches.find(({ row }) => row.has(id))?.row.get(id) : undefined;
      return list === undefined ? [] : [[id, list]];
    }),
    ...own,
  ]);

function cellsOf(form: ColumnForm, row: ColumnRow, branch: string | null): (MissingCell & { isFilled: boolean })[] {
  return filledColumns(form)
    .filter((column) => isNeeded(column, row))
    .map((column) => ({ columnId: column.id, branch, isFilled: row.has(column.id) && isWhole(column, row) }));
}

function isNeeded({ id, kind, requiredUnlessNone }: FormColumn, row: ColumnRow): boolean {
  const hasSystem = row.get('5') !== 'none';
  if (kind === 'text') return false;
  if (requiredUnlessNone || id === '19') return hasSystem;
  return ['22', '23', '24'].includes(id) ? row.get('21') === 1 : true;
}

const isWhole = ({ id, kind, rows }: FormColumn, row: ColumnRow): boolean =>
  kind !== 'count' || !rows || (figureOf(row, id) ?? 0) === 0 || row.has(listBeside(id));
