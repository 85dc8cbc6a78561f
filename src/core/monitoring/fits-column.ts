import type { FormColumn } from '../form/column-form.ts';
import type { Json } from '../json.ts';
import { hashNamedBy } from '../private-values/private-values.ts';
import { propertiesOf } from '../submission/answer.ts';
import { type ColumnRow, listBeside, noneTookPart, type SchoolRows } from './column-rows.ts';

const isCount = (value: Json | undefined, least: number): boolean => Number.isInteger(value) && Number(value) >= least;

/** MN6 on a screen: whether a value may stand in a cell of this column; what does not fit is kept as typed and does not count. */
export function fitsColumn(column: FormColumn, value: Json): boolean {
  switch (column.kind) {
    case 'system':
    case 'text':
      return typeof value === 'string';
    case 'count':
      return isCount(value, column.least ?? 0);
    case 'choice':
      return typeof value === 'number' && String(value) in (column.options ?? {});
    case 'rows':
      return value === noneTookPart || areRows(column, value);
    default:
      return column.private ? hashNamedBy(value) !== null : propertiesOf(value).typed === undefined;
  }
}

/** Whether listed rows hold counts where counts stand, and each of them has a first part. */
function areRows({ rows = [] }: FormColumn, value: Json | undefined): boolean {
  if (!Array.isArray(value)) return false;
  return value.every((row: Json) => {
    const parts = propertiesOf(row);
    const isNamed = typeof parts[rows[0]?.id ?? ''] === 'string';
    return (
      isNamed && rows.every(({ id, kind }) => kind === 'text' || (parts[id] ?? null) === null || isCount(parts[id], 0))
    );
  });
}

/** A cell with something that does not fit; `branch`: id, null: of the school's row. */
export type UnfitCell = { columnId: string; branch: string | null };

/** MS4: the rows without what does not fit, so that it neither counts nor passes for filled in, and where that stands. */
export function fittingRows(
  columns: readonly FormColumn[],
  rows: SchoolRows,
): { rows: SchoolRows; unfit: readonly UnfitCell[] } {
  const unfit: UnfitCell[] = [];
  const fitting = (row: ColumnRow, branch: string | null): ColumnRow => {
    const kept = new Map(row);
    for (const column of columns) {
      const value = row.get(column.id) ?? null;
      const beside = row.get(listBeside(column.id));
      const wrong = [
        ...(value !== null && !fitsColumn(column, value) ? [column.id] : []),
        ...(beside !== undefined && !areRows(column, beside) ? [listBeside(column.id)] : []),
      ];
      for (const key of wrong) kept.delete(key);
      if (wrong.length > 0) unfit.push({ columnId: column.id, branch });
    }
    return kept;
  };
  return {
    rows: {
      own: fitting(rows.own, null),
      branches: rows.branches.map((branch) => ({ ...branch, row: fitting(branch.row, branch.id) })),
    },
    unfit,
  };
}
