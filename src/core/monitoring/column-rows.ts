import type { ColumnForm, FormColumn } from '../form/column-form.ts';
import { filledColumns } from '../form/column-form.ts';
import type { Json } from '../json.ts';
import { propertiesOf } from '../submission/answer.ts';
import type { Facts } from '../submission/facts.ts';
import { firstValue } from '../submission/facts.ts';
import { rowsOf } from '../submission/passport.ts';
import { branchTwinsOf, twinsLeftOut } from './branch-twins.ts';

/** What stands in one row: by column id; a list's rows as an array under its id, those beside a count under `14.rows`. Nothing: absent. */
export type ColumnRow = ReadonlyMap<string, Json>;

export type BranchRow = { id: string; name: string; address: string; row: ColumnRow };

export type SchoolRows = { own: ColumnRow; branches: readonly BranchRow[] };

/** «Did not take part»: what a list holds instead of rows. */
export const noneTookPart = 'notParticipated';

/** Where the rows listed beside a count stand in a row. */
export const listBeside = (columnId: string): string => `${columnId}.rows`;

/** The short key of a cell's register: `8`, of a branch `8@b1`. */
export const cellKey = (columnId: string, branchId: string | null): string =>
  branchId === null ? columnId : `${columnId}@${branchId}`;

/** The short key of a listed row's register: `24:01`, of a branch `24:01@b1`. */
export const listedKey = (columnId: string, rowId: string, branchId: string | null): string =>
  cellKey(`${columnId}:${rowId}`, branchId);

/**
 * MN1: the school's own row and one for each of its branches, by name of the branch's register; `facts` are of a form of columns.
 * CX3: of two rows of one branch one.
 */
export function schoolRowsOf(form: ColumnForm, facts: Facts): SchoolRows {
  const branches = allBranchRows(form, facts);
  const out = twinsLeftOut(branchTwinsOf(branches, facts));
  return { own: rowOf(form, facts, null), branches: branches.filter(({ id }) => !out.has(id)) };
}

/** Every row of a branch there is, also those that do not count. */
export const allBranchRows = (form: ColumnForm, facts: Facts): readonly BranchRow[] =>
  branchesOf(facts).map((branch) => ({ ...branch, row: rowOf(form, facts, branch.id) }));

/** The branches of the passport, and those that only a cell of theirs tells of. */
function branchesOf(facts: Facts): { id: string; name: string; address: string }[] {
  const known = rowsOf(facts, '-/branch:').map(([id, { name, address }]) => ({
    id,
    name: textOf(name),
    address: textOf(address),
  }));
  const named = new Set(known.map(({ id }) => id));
  const others = [...facts.keys()].flatMap((key) => (key.startsWith('-/') ? [] : (/@([^@]+)$/.exec(key)?.[1] ?? [])));
  const unknown = [...new Set(others)].filter((id) => !named.has(id)).sort();
  return [...known, ...unknown.map((id) => ({ id, name: id, address: '' }))];
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

function rowOf(form: ColumnForm, facts: Facts, branchId: string | null): ColumnRow {
  const cells = new Map<string, Json>();
  for (const column of filledColumns(form)) {
    const value = firstValue(facts, cellKey(column.id, branchId));
    if (value !== null && value !== '') cells.set(column.id, value);
    const listed = column.rows ? listedRows(facts, column, branchId) : [];
    if (listed.length > 0) cells.set(column.kind === 'rows' ? column.id : listBeside(column.id), listed);
  }
  return cells;
}

/** The rows of a list in the order of their ids; removed ones left out. */
function listedRows(facts: Facts, { id }: FormColumn, branchId: string | null): Json[] {
  const ending = branchId === null ? '' : `@${branchId}`;
  const keys = [...facts.keys()].filter((key) => {
    if (!key.startsWith(`${id}:`) || !key.endsWith(ending)) return false;
    return !key.slice(id.length + 1, key.length - ending.length).includes('@');
  });
  return keys.sort().flatMap((key) => {
    const row = firstValue(facts, key);
    return Object.keys(propertiesOf(row)).length > 0 ? [row] : [];
  });
}

/** A figure of a row; null: there is none. */
export function figureOf(row: ColumnRow, columnId: string): number | null {
  const value = row.get(columnId);
  return typeof value === 'number' ? value : null;
}
