import type { ColumnForm } from '../form/column-form.ts';
import { hashNamedBy } from '../private-values/private-values.ts';
import type { ColumnRow, SchoolRows } from './column-rows.ts';
import type { Collected } from './plan-collection.ts';

/** One contact a school has given: whose row it stands in (null: the school's own), its column and the hash that names it. */
export type NamedContact = { branchId: string | null; columnId: string; hash: string };

/** PV8: the contacts the rows of a school name, its own first, column by column. */
export function contactsIn(form: Pick<ColumnForm, 'columns'>, { own, branches }: SchoolRows): NamedContact[] {
  const columns = form.columns.filter((column) => column.private);
  const inRow = (row: ColumnRow, branchId: string | null) =>
    columns.flatMap(({ id }): NamedContact[] => {
      const hash = hashNamedBy(row.get(id) ?? null);
      return hash === null ? [] : [{ branchId, columnId: id, hash }];
    });
  return [...inRow(own, null), ...branches.flatMap(({ id, row }) => inRow(row, id))];
}

/** PV8: the same of everything collected, by school. */
export function contactsNamedIn(form: ColumnForm, { groups }: Collected): ReadonlyMap<string, readonly string[]> {
  const named = new Map<string, readonly string[]>();
  for (const { place, sent } of groups.flatMap(({ schools }) => schools)) {
    const hashes = sent ? contactsIn(form, sent.rows).map(({ hash }) => hash) : [];
    if (hashes.length > 0) named.set(place.id, hashes);
  }
  return named;
}
