import { type ColumnForm, type FormColumn, filledColumns } from '../form/column-form.ts';
import type { Json } from '../json.ts';
import { propertiesOf } from '../submission/answer.ts';
import { type Facts, firstValue } from '../submission/facts.ts';
import { countOf, rowsOf } from '../submission/passport.ts';
import { cellKey, type SchoolRows } from './column-rows.ts';
import { fitsColumn } from './fits-column.ts';

/** A value known from elsewhere, with where from; a person takes it or types another. */
export type Offer = { value: Json; from: NonNullable<FormColumn['offer']>['from'] | 'noSystem'; name: string };

/** Without a system there are none of these (X02). */
const zeroWithoutSystem: readonly string[] = ['9', '10', '13', '14', '16', '18'];

/**
 * MS3: what is offered beside empty cells, by short key: the passport's figures, the computers of its buildings, answers of the
 * scored form. Counts of that form hold the branches' too, so they are offered only to a school without any. Where there is no
 * system, what is counted in it is 0.
 */
export function offersOf(
  form: ColumnForm,
  rows: SchoolRows,
  { facts, scored }: { facts: Facts; scored: Facts },
): ReadonlyMap<string, Offer> {
  const offers = new Map<string, Offer>();
  const places = [{ id: null, row: rows.own }, ...rows.branches];
  for (const column of filledColumns(form))
    for (const { id, row } of places) {
      if (row.has(column.id)) continue;
      if (row.get('5') === 'none' && zeroWithoutSystem.includes(column.id)) {
        offers.set(cellKey(column.id, id), { value: 0, from: 'noSystem', name: '5' });
        continue;
      }
      if (!column.offer) continue;
      const value = knownValue(column.offer, id, { facts, scored, hasBranches: rows.branches.length > 0 });
      if (value !== null && fitsColumn(column, value)) offers.set(cellKey(column.id, id), { ...column.offer, value });
    }
  return offers;
}

type Known = { facts: Facts; scored: Facts; hasBranches: boolean };

function knownValue(
  { from, name }: NonNullable<FormColumn['offer']>,
  branch: string | null,
  { facts, scored, hasBranches }: Known,
): Json {
  if (from === 'passport')
    return branch === null
      ? firstValue(facts, `-/passport/${name}`)
      : (propertiesOf(firstValue(facts, `-/branch:${branch}`))[name] ?? null);
  if (from === 'buildings') return computersOf(facts, branch, name);
  if (branch !== null) return null;
  const answer = firstValue(scored, name);
  const { n } = propertiesOf(answer);
  if (n !== undefined) return hasBranches ? null : n;
  return typeof answer === 'string' && /^\d$/.test(answer) ? Number(answer) : null;
}

/** The sum over the buildings of one place; null: it has none, or one of them does not say. */
function computersOf(facts: Facts, branch: string | null, name: string): number | null {
  const buildings = rowsOf(facts, '-/passport/building:').filter(([, row]) => (row.branchId ?? null) === branch);
  const counts = buildings.map(([, row]) => countOf(row[name] ?? null));
  return counts.length === 0 ? null : counts.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0);
}
