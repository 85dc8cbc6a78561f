import type { Json } from '../json.ts';
import type { IndicatorLine } from '../scoring/assessment.ts';
import { isComplete } from '../scoring/exams.ts';
import { fillPercentOf } from '../scoring/journal-fill.ts';
import { rowShareOf } from '../scoring/year-closing.ts';
import { submissionStateOf } from '../submission/status.ts';

/**
 * SC7, TB3–TB5: of several different values of one register the one that counts; where none counts for less, the one
 * shown first. Of statuses the one asking for more work. `lines`: the indicators as scored.
 */
export function countedValue(key: string, values: readonly Json[], lines: readonly IndicatorLine[]): Json {
  const first = values[0] ?? null;
  if (values.length < 2) return first;
  const line = lines.find((one) => one.indicatorId === key && one.values.length > 1);
  if (line) return line.value ?? first;
  const state = submissionStateOf(values);
  if (key === 'status') return values.find((value) => state !== null && submissionStateOf([value]) === state) ?? first;
  if (key === 'YEAR:reported') return values.find((value) => value !== true && value !== null) ?? first;
  if (key.startsWith('JRN:')) return lowestBy(values, (value) => fillPercentOf(value));
  if (key.startsWith('YEAR:Y')) {
    const shareOf = (value: Json) => (value === 'notProvided' ? 0 : rowShareOf(value));
    return values.find((value) => shareOf(value) === undefined) ?? lowestBy(values, shareOf);
  }
  if (key.startsWith('GIA:')) return values.find((value) => value !== null && !isComplete(value)) ?? first;
  return first;
}

function lowestBy(values: readonly Json[], figureOf: (value: Json) => number | null | undefined): Json {
  const rated = values.flatMap((value) => {
    const figure = figureOf(value);
    return typeof figure === 'number' ? [{ value, figure }] : [];
  });
  const [low] = rated.sort((a, b) => a.figure - b.figure);
  return low?.value ?? values[0] ?? null;
}
