import { byStep } from '../../answer-kinds/by-step.ts';
import { evaluate, type Surroundings } from '../expression/evaluate.ts';
import { toNumber, toText } from '../expression/values.ts';
import type { Indicator } from '../form/form.ts';
import type { Parsed } from '../form/form-logic.ts';
import type { Json } from '../json.ts';
import { propertiesOf, readAnswer } from '../submission/answer.ts';
import type { IndicatorLine } from './assessment.ts';

type Around = {
  given: Surroundings;
  /** lines of what the calculation reads */
  lines: ReadonlyMap<string, IndicatorLine>;
  /** what an officer put in its place */
  judged: Json | undefined;
};

/**
 * SC15: what is computed by an expression earns by its steps, without them it only informs; it counts as answered once everything
 * it reads is. Nothing computed then (NaN, an empty text) leaves both sums. VF9: an officer's figure, `no` or `na` stands in its place.
 */
export function calculatedLine(
  indicator: Indicator,
  { expression, names }: Parsed,
  { given, lines, judged }: Around,
): IndicatorLine {
  const answered = judged !== undefined || names.every((name) => lines.get(name)?.answered !== false);
  const value = judged === undefined ? computedOf(evaluate(expression, given)) : judgedOf(judged);
  const isThere = value !== null && (indicator.steps === undefined || typeof value === 'number');
  const share = !isThere ? 0 : indicator.steps ? byStep(Number(value), indicator.steps) : null;
  return {
    indicatorId: indicator.id,
    state: isThere ? 'value' : answered ? 'na' : 'empty',
    value: isThere ? value : null,
    values: isThere ? [value] : [],
    problem: null,
    share: (isThere || !answered) && indicator.steps ? share : null,
    points: indicator.points,
    of: typeof value === 'number' ? value : null,
    answered,
  };
}

/** A number where it is one, else the text; null: nothing. */
function computedOf(value: string | number | boolean): string | number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  const text = toText(value);
  if (text.trim() === '') return null;
  const figure = /^\d{4}-/.test(text) ? Number.NaN : toNumber(text);
  return Number.isFinite(figure) ? figure : text;
}

function judgedOf(judged: Json): string | number | null {
  if (typeof judged === 'number') return judged;
  return readAnswer(judged).state === 'na' ? null : 0;
}

/** EX5: an answer as expressions read it; what is empty, does not apply, was not submitted or cannot be read is an empty text. */
export function textOfLine({ state, value }: Pick<IndicatorLine, 'state' | 'value'>): string {
  if (state !== 'value' && state !== 'conflict') return '';
  if (readAnswer(value).state !== 'value') return '';
  return textOfValue(value);
}

/** EX5: a value of any kind as a text: several options parted by spaces, a part of a total its number. */
export function textOfValue(value: Json): string {
  if (typeof value === 'string' || typeof value === 'number') return toText(value);
  if (Array.isArray(value)) return value.filter((option) => typeof option === 'string').join(' ');
  const { n } = propertiesOf(value);
  return typeof n === 'number' ? toText(n) : '';
}
