import { monthsDue, percentIn } from '../../core/scoring/journal-fill.ts';
import { round2 } from '../../core/scoring/round.ts';
import type { MunicipalInput, SubmittedSchool } from './municipal-input.ts';
import { submittedOf } from './population.ts';

/** Percents by month, unrounded; null: none that counts. */
type JournalOfSchool = { school: SubmittedSchool; months: readonly (number | null)[]; year: number | null };

/** Figures of one month over the schools that gave it, rounded (SC6). */
type JournalMonth = {
  month: string;
  mean: number | null;
  lowest: number | null;
  highest: number | null;
  /** of the mean, in points since the month before; null: one of them has none */
  change: number | null;
  /** how many schools gave it */
  given: number;
};

export type JournalComparison = {
  months: readonly JournalMonth[];
  schools: readonly JournalOfSchool[];
  /** mean of the schools' years; null: nobody gave a month */
  year: number | null;
};

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, one) => sum + one, 0) / values.length;

const rounded = (value: number | null): number | null => (value === null ? null : round2(value));

/**
 * MR9: the municipality's figure of a month is the simple mean of the schools' percents, of the year the mean of the schools'
 * years; a school's year is the mean of its months (TB3). A missing month is no zero.
 */
export function journalComparison(input: MunicipalInput): JournalComparison {
  const ids = monthsDue(input.form, input.campaign);
  const schools = submittedOf(input).map((school) => ({
    school,
    months: ids.map((month) => percentIn(school.facts, month)),
    year: school.assessment.blocks.JRN.figure,
  }));
  const means = ids.map((_, at) => rounded(meanOf(schools.flatMap(({ months }) => months[at] ?? []))));
  const months = ids.map((month, at): JournalMonth => {
    const given = schools.flatMap((one) => one.months[at] ?? []);
    const [now, before] = [means[at] ?? null, means[at - 1] ?? null];
    return {
      month,
      mean: now,
      lowest: given.length === 0 ? null : round2(Math.min(...given)),
      highest: given.length === 0 ? null : round2(Math.max(...given)),
      change: now === null || before === null ? null : signedRound(now - before),
      given: given.length,
    };
  });
  return { months, schools, year: rounded(meanOf(schools.flatMap(({ year }) => year ?? []))) };
}

const signedRound = (value: number): number => (value < 0 ? -round2(-value) : round2(value));
