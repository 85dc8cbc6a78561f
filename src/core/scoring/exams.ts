import type { Form } from '../form/form.ts';
import type { Json } from '../json.ts';
import { propertiesOf } from '../submission/answer.ts';
import type { Facts } from '../submission/facts.ts';
import type { Totals } from '../submission/passport.ts';
import type { Block } from './block.ts';

export type ExamRow = { key: string; exam: string; subject: string; date: string; values: readonly Json[] };

/** Rows of the exam table, one by exam, subject and date (TB7), in key order. */
export function examRowsOf(facts: Facts): ExamRow[] {
  const rows: ExamRow[] = [];
  for (const [key, values] of facts) {
    const parts = /^GIA:([^.]+)\.([^.]+)\.(\d{4}-\d\d-\d\d)$/.exec(key);
    const kept = values.filter((value) => value !== null);
    if (parts && kept.length > 0)
      rows.push({ key, exam: parts[1] ?? '', subject: parts[2] ?? '', date: parts[3] ?? '', values: kept });
  }
  return rows.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** TB5: a row is complete when its protocol is loaded and neither the score nor the passed/failed mark is missing. */
export function isComplete(value: Json): boolean {
  const { state, scoreMissing, resultMissing } = propertiesOf(value);
  return state === 'loaded' && scoreMissing !== true && resultMissing !== true;
}

/** TB6: grades with graduates, or not known to have none, and no exam of theirs. */
export function gradesWithoutExams(form: Form, rows: readonly ExamRow[], totals: Totals): readonly (9 | 11)[] {
  return ([9, 11] as const).filter(
    (grade) => totals[`grad${grade}`] !== 0 && !rows.some(({ exam }) => kindsOf(form, grade).includes(exam)),
  );
}

/** The exams the graduates of a grade take. */
export const kindsOf = (form: Form, grade: 9 | 11): readonly string[] =>
  form.exams.kinds.filter((kind) => kind.grade === grade).map(({ id }) => id);

/** TB6: the share is complete rows ÷ rows; graduates of a grade without any exam of theirs add one incomplete row; no graduates: leaves both sums. */
export function exams(form: Form, facts: Facts, totals: Totals): Block {
  if (totals.grad9 === 0 && totals.grad11 === 0)
    return { answered: 0, of: 0, done: true, figure: null, applies: false, state: 'empty' };
  const rows = examRowsOf(facts);
  const withoutRows = gradesWithoutExams(form, rows, totals);
  const silent = (facts.get('GIA:reported') ?? []).includes('notProvided');
  const known = totals.grad9 !== null && totals.grad11 !== null;
  const answered = rows.filter((row) => row.values.every((value) => propertiesOf(value).state !== undefined)).length;
  const of = rows.length + withoutRows.length;
  return {
    answered: silent ? answered + withoutRows.length : answered,
    of,
    done: known && answered === rows.length && (withoutRows.length === 0 || silent),
    figure: rows.length === 0 && !silent ? null : rows.filter((row) => row.values.every(isComplete)).length / of,
    applies: true,
    state: rows.length > 0 ? 'value' : silent ? 'notProvided' : 'empty',
  };
}
