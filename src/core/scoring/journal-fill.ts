import type { Form } from '../form/form.ts';
import type { Json } from '../json.ts';
import { propertiesOf } from '../submission/answer.ts';
import type { Facts } from '../submission/facts.ts';
import { countOf } from '../submission/passport.ts';
import type { Block } from './block.ts';
import { round2 } from './round.ts';

/** TB1: the percent of one month: typed, or 100 × filled ÷ due when the pair is given; null: none that counts. */
export function fillPercentOf(value: Json): number | null {
  const { percent, filled, due } = propertiesOf(value);
  const [done, all] = [countOf(filled ?? null), countOf(due ?? null)];
  if (done !== null && all !== null) return all > 0 && done <= all ? (100 * done) / all : null;
  return typeof percent === 'number' && percent >= 0 && percent <= 100 ? percent : null;
}

/** The percent of a month; of several different values the lowest counts (TB3); null: none that counts. */
export function percentIn(facts: Facts, month: string): number | null {
  const percents = (facts.get(`JRN:${month}`) ?? []).map(fillPercentOf).filter((percent) => percent !== null);
  return percents.length === 0 ? null : Math.min(...percents);
}

/** All months of the school year the form asks for, as YYYY-MM, in order; August is never asked. */
export function monthsOf(form: Form, campaign: { schoolYear: string }): string[] {
  const [first = '', second = ''] = campaign.schoolYear.split('/');
  return form.journalFill.months.map((month) => `${month >= '08' ? first : second}-${month}`);
}

/** TB2: a month is due once it has begun by the as-of date. */
export const monthsDue = (form: Form, campaign: { schoolYear: string; asOf: string }): string[] =>
  monthsOf(form, campaign).filter((month) => `${month}-01` <= campaign.asOf);

/** TB3: the figure is the mean of the months given, rounded by SC6; missing months are no zeros. */
export function journalFill(form: Form, facts: Facts, campaign: { schoolYear: string; asOf: string }): Block {
  const due = monthsDue(form, campaign);
  const months = due.map((month) => facts.get(`JRN:${month}`) ?? []);
  const given = due.flatMap((month) => percentIn(facts, month) ?? []);
  const silent = months.filter((values) => values.length > 0 && values.every((value) => value === 'notProvided'));
  const answered = given.length + silent.length;
  return {
    answered,
    of: months.length,
    done: answered === months.length,
    figure: given.length === 0 ? null : round2(given.reduce((sum, percent) => sum + percent, 0) / given.length),
    applies: months.length > 0,
    state: given.length > 0 ? 'value' : silent.length > 0 ? 'notProvided' : 'empty',
  };
}
