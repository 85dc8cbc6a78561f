import type { Form } from '../form/form.ts';
import type { Json } from '../json.ts';
import { fillPercentOf } from './journal-fill.ts';
import { round2 } from './round.ts';

export type MonthRemark = {
  low: boolean /** points lost since the month before; null: no fall worth a remark */;
  fall: number | null;
};

/**
 * TB8: what is remarkable in each month: a percent below the form's `low`, and a fall of more than its `fall` points from the
 * month before. Figures are rounded by SC6 first. `values`: the months in order; a month without a percent has no remark.
 */
export function monthRemarks(form: Form, values: readonly Json[]): MonthRemark[] {
  const percents = values.map((value) => {
    const percent = fillPercentOf(value);
    return percent === null ? null : round2(percent);
  });
  const { low, fall } = form.journalFill;
  return percents.map((percent, at) => {
    const before = percents[at - 1] ?? null;
    const lost = percent === null || before === null ? 0 : round2(before - percent);
    return { low: percent !== null && percent < low, fall: lost > fall ? lost : null };
  });
}
