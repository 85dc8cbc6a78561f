import type { Form } from '../form/form.ts';
import type { Json } from '../json.ts';
import { propertiesOf } from '../submission/answer.ts';
import type { Facts } from '../submission/facts.ts';
import { countOf, type Totals } from '../submission/passport.ts';
import type { Block } from './block.ts';

/** done ÷ total of one row; null: its total is 0, it leaves the mean; undefined: nothing that counts. */
export function rowShareOf(value: Json): number | null | undefined {
  const { done, total } = propertiesOf(value);
  const [ready, all] = [countOf(done ?? null), countOf(total ?? null)];
  if (ready === null || all === null || ready > all) return undefined;
  return all === 0 ? null : ready / all;
}

/**
 * TB4: a reported year is the mean of Y-1, Y-2, Y-5, Y-6, of Y-4 when there are graduates, and of the exams' share (Y-3)
 * when it applies; a missing row counts 0, a row with total 0 leaves the mean, none left leaves both sums.
 * Not reported is `notProvided`, share 0.
 */
export function yearClosing(form: Form, facts: Facts, totals: Totals, examBlock: Block): Block {
  const reported = facts.get('YEAR:reported') ?? [];
  const rows = form.yearClosing.rows.filter(
    (row) => row.source === undefined && !(row.total === 'graduates' && totals.grad9 === 0 && totals.grad11 === 0),
  );
  if (reported.some((value) => value === 'notProvided' || value === false))
    return { answered: rows.length, of: rows.length, done: true, figure: 0, applies: true, state: 'notProvided' };
  const typed = rows.map((row) => lowestRow(facts.get(`YEAR:${row.id}`) ?? []));
  const answered = typed.filter((share) => share !== undefined).length;
  const counted = typed.map((share) => (share === undefined ? 0 : share)).filter((share) => share !== null);
  if (examBlock.applies) counted.push(examBlock.figure ?? 0);
  const started = reported.includes(true) || answered > 0;
  const figure = counted.length === 0 ? null : counted.reduce((sum, share) => sum + share, 0) / counted.length;
  return {
    answered,
    of: rows.length,
    done: reported.includes(true) && answered === rows.length,
    figure: started ? figure : null,
    applies: counted.length > 0,
    state: started ? 'value' : 'empty',
  };
}

/** Of several different values the lowest; a row "not provided" counts 0 and is answered. */
function lowestRow(values: readonly Json[]): number | null | undefined {
  const shares = values.map((value) => (value === 'notProvided' ? 0 : rowShareOf(value)));
  if (shares.length === 0 || shares.includes(undefined)) return undefined;
  const numbers = shares.filter((share) => typeof share === 'number');
  return numbers.length === 0 ? null : Math.min(...numbers);
}
