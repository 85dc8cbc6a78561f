import type { AnswerContext, AnswerKind } from '../answer-kind.ts';
import { isCount } from '../count.ts';

const on = (buildings: number | null): AnswerContext => ({ total: null, buildings, asOf: '2017-07-06' });

/** A plain count. SC1: at least one per teaching building earns everything, fewer half, none nothing. */
export const number: AnswerKind<number> = {
  isValue: isCount,
  check: (count, _settings, { buildings }) => (buildings === null && count > 0 ? { code: 'total-unknown' } : null),
  shareOf: (count, _settings, { buildings }) => (count === 0 ? 0 : count >= (buildings ?? 0) ? 1 : 0.5),
  examples: [
    { value: 3, settings: {}, context: on(1), share: 1 },
    { value: 2, settings: {}, context: on(2), share: 1 },
    { value: 1, settings: {}, context: on(2), share: 0.5 },
    { value: 0, settings: {}, context: on(2), share: 0 },
  ],
};
