import type { AnswerContext, AnswerKind } from '../answer-kind.ts';
import { isCount } from '../count.ts';

const of = (total: number | null): AnswerContext => ({ total, buildings: null, asOf: '2017-07-06' });

/**
 * n of a total that stands in the passport, typed once there.
 * SC1: n / total, at most 1; with a target t, n / total / t. A total of 0 leaves both sums.
 */
export const ratio: AnswerKind<{ n: number }> = {
  isValue: (value): value is { n: number } =>
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).join() === 'n' &&
    isCount((value as { n: unknown }).n),
  check: ({ n }, _settings, { total }) => {
    if (total === null) return { code: 'total-unknown' };
    return n > total ? { code: 'above-total', count: n, total } : null;
  },
  shareOf: ({ n }, { target = 1 }, { total }) => (total ? Math.min(1, n / total / target) : null),
  examples: [
    { value: { n: 12 }, settings: {}, context: of(16), share: 0.75 },
    { value: { n: 0 }, settings: {}, context: of(16), share: 0 },
    { value: { n: 35 }, settings: { target: 0.7 }, context: of(100), share: 0.5 },
    { value: { n: 64 }, settings: { target: 0.7 }, context: of(90), share: 1 },
    { value: { n: 0 }, settings: {}, context: of(0), share: null },
  ],
};
