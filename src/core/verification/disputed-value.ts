import { answerValuesOf, isTypedIn } from '../form/answer-values.ts';
import type { Indicator } from '../form/form.ts';
import type { Json } from '../json.ts';
import { fail, ok, type Result } from '../result.ts';
import type { IndicatorLine } from '../scoring/assessment.ts';
import { readCount, readDay, readDecimal, readFigure, readPlain } from '../submission/typed-text.ts';

export type DisputedProblem =
  | 'not-a-count'
  | 'not-a-figure'
  | 'not-a-date'
  | 'not-a-percent'
  | 'no-value'
  | 'above-total';

/**
 * VS6: what an officer can choose in place of an answer. «Не применимо» is his to say of a critical indicator, too, and «нет»
 * is there wherever the school says «не применимо»: so it is refused.
 */
export function disputedValues(indicator: Indicator, line: Pick<IndicatorLine, 'state'>): readonly Json[] {
  const values = answerValuesOf(indicator);
  const no: Json[] = line.state === 'na' && !values.includes('no') ? ['no'] : [];
  const own = values.filter((value) => typeof value === 'string' && value !== 'notProvided');
  // of several options each is ticked beside the others, they are no values of their own here
  return [...own, ...no, { na: '' }, 'notProvided'];
}

/** Whether the officer types a figure, a day or words: where the school does, and in place of what is computed. */
export const isFigure = (indicator: Indicator): boolean => isTypedIn(indicator) || indicator.kind === 'derived';

/** VS6: a figure as the officer types it, as it is stored: a count of the total, a number, a day, words, or a percent in place of a table's figure. */
export function readDisputed(indicator: Indicator, typed: string, of: number | null): Result<Json, DisputedProblem> {
  if (indicator.kind === 'date') {
    const day = readDay(typed);
    return typeof day === 'string' ? ok(day) : fail('not-a-date');
  }
  if (indicator.kind === 'text') {
    const words = readPlain(typed);
    return words === null ? fail('no-value') : ok(words);
  }
  if (indicator.kind === 'figure' || indicator.calculation !== undefined) {
    const figure = readFigure(typed);
    const isWhole = indicator.kind === 'figure' && indicator.decimal !== true;
    return typeof figure !== 'number' || (isWhole && !Number.isInteger(figure)) ? fail('not-a-figure') : ok(figure);
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
