import type { Json } from '../json.ts';
import type { Form } from './form.ts';

/** One month of the journal as stored; `percent` is typed only where the pair is not known. */
export type MonthFigures = { filled: Json; due: Json; percent: Json };

/** The months of a school year in order: "2016/2017" and "09" … "07" → 2016-09 … 2017-07. */
export function schoolYearMonths(schoolYear: string, months: readonly string[]): readonly string[] {
  const [first = '', second = ''] = schoolYear.split('/');
  return months.map((month) => `${month >= '09' ? first : second}-${month}`);
}

/** A month has come once the as-of date stands in it. */
export const hasMonthCome = (month: string, asOf: string): boolean => month <= asOf.slice(0, 7);

/** The parts of a stored month; a value of another shape has none. */
export function monthFiguresOf(value: Json): MonthFigures {
  const isRow = value !== null && typeof value === 'object' && !Array.isArray(value);
  const row = isRow ? (value as { readonly [key: string]: Json }) : {};
  return { filled: row.filled ?? null, due: row.due ?? null, percent: row.percent ?? null };
}

/** The percent of one month, unrounded: from the pair when it is whole, else as typed; null: none or out of range. */
export function monthPercentOf(value: Json): number | null {
  const { filled, due, percent } = monthFiguresOf(value);
  if (filled !== null || due !== null) {
    if (typeof filled !== 'number' || typeof due !== 'number' || due <= 0) return null;
    return filled < 0 || filled > due ? null : (100 * filled) / due;
  }
  return typeof percent === 'number' && percent >= 0 && percent <= 100 ? percent : null;
}

export type MonthRemark = { code: 'low'; month: string } | { code: 'fall'; month: string; points: number };

/** Months filled below the low line, and falls from the month before that a school is asked about. */
export function monthRemarksOf(
  percents: readonly { month: string; percent: number | null }[],
  limits: Pick<Form['journalFill'], 'low' | 'fall'>,
): readonly MonthRemark[] {
  const remarks: MonthRemark[] = [];
  let before: number | null = null;
  for (const { month, percent } of percents) {
    if (percent !== null && percent < limits.low) remarks.push({ code: 'low', month });
    const points: number = before === null || percent === null ? 0 : before - percent;
    // a fall of exactly 5 must not become more than 5 by binary fractions
    if (points > limits.fall + 1e-9) remarks.push({ code: 'fall', month, points });
    before = percent;
  }
  return remarks;
}
