import type { Form } from '../form/form.ts';
import { monthsDue, percentIn } from '../scoring/journal-fill.ts';
import { monthRemarks } from '../scoring/month-remarks.ts';
import type { Facts } from '../submission/facts.ts';

/** Percents of a month and of the one before it, unrounded. */
export type JournalFall = { month: string; percent: number; monthBefore: string; before: number };

/** VS7: months in which the journal fell so far that the school is asked why (TB8). */
export function journalFalls(form: Form, facts: Facts, campaign: { schoolYear: string; asOf: string }): JournalFall[] {
  const months = monthsDue(form, campaign);
  const percents = months.map((month) => percentIn(facts, month));
  const remarks = monthRemarks(
    form,
    percents.map((percent) => (percent === null ? null : { percent })),
  );
  return remarks.flatMap(({ fall }, at) => {
    const [month, monthBefore] = [months[at], months[at - 1]];
    const [percent, before] = [percents[at], percents[at - 1]];
    return fall === null || !month || !monthBefore || percent == null || before == null
      ? []
      : [{ month, percent, monthBefore, before }];
  });
}
