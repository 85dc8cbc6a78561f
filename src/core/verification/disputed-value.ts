import { answerValuesOf, isTypedIn } from '../form/answer-values.ts';
import type { Indicator } from '../form/form.ts';
import type { Json } from '../json.ts';
import { fail, ok, type Result } from '../result.ts';
import type { IndicatorLine } from '../scoring/assessment.ts';
import { readCount, readDay, readDecimal } from '../submission/typed-text.ts';

export type DisputedProblem = 'not-a-count' | 'not-a-date' | 'not-a-percent' | 'above-total';

/**
 * VS6: what an officer can choose in place of an answer. «Не применимо» is his to say of a critical indicator, too, and «нет»
 * is there wherever the school says «не применимо»: so it is refused.
 */
export function disputedValues(indicator: Indicator, line: Pick<IndicatorLine, 'state'>): readonly Json[] {
  const values = answerValuesOf(indicator);
  const no: Json[] = line.state === 'na' && !values.includes('no') ? ['no'] : [];
  const own = values.filter((value) => typeof value === 'string' && value !== 'notProvided');
  return [...own, ...no, { na: '' }, 'notProvided'];
}

/** Whether the officer types a figure or a day: where the school does, and in place of what is computed from a table. */
export const isFigure = (indicator: Indicator): boolean => isTypedIn(indicator) || indicator.kind === 'derived';

/** VS6: a figure as the officer types it, as it is stored: a count of the total, a day, or a percent in place of a table's figure. */
export function readDisputed(indicator: Indicator, typed: string, of: number | null): Result<Json, DisputedProblem> {
  if (indicator.kind === 'date') {
    const day = readDay(typed);
    return typeof day === 'string' ? ok(day) : fail('not-a-date');
  }
  if (indicator.kind === 'derived') {
    const percent = readDecimal(typed);
    if (typeof percent !== 'number' || percent > 100) return fail('not-a-percent');
    return ok(indicator.source === 'JRN.mean' ? percent : percent / 100);
  }
  const count = readCount(typed);
  if (typeof count !== 'number') return fail('not-a-count');
  if (indicator.kind === 'number') return ok(count);
  return of !== null && count > of ? fail('above-total') : ok({ n: count });
}
