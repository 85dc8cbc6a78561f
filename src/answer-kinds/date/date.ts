import type { AnswerContext, AnswerKind } from '../answer-kind.ts';
import { dayNumberOf } from '../day.ts';

const at = (asOf: string): AnswerContext => ({ total: null, buildings: null, asOf });
const ageOf = (date: string, asOf: string): number => (dayNumberOf(asOf) ?? 0) - (dayNumberOf(date) ?? 0);

/** A day, YYYY-MM-DD. SC1: by age at the as-of date: up to the first limit 1, up to the second 0.5, older 0; where no limits are given it only informs, and may be to come. */
export const date: AnswerKind<string> = {
  isValue: (value): value is string => typeof value === 'string' && dayNumberOf(value) !== null,
  check: (value, { fresh }, { asOf }) =>
    fresh && ageOf(value, asOf) < 0 ? { code: 'date-in-future', date: value, asOf } : null,
  shareOf: (value, { fresh }, { asOf }) => {
    if (!fresh) return null;
    const age = ageOf(value, asOf);
    if (age < 0) return 0;
    return age <= fresh[0] ? 1 : age <= fresh[1] ? 0.5 : 0;
  },
  examples: [
    { value: '2017-06-20', settings: { fresh: [35, 100] }, context: at('2017-07-06'), share: 1 },
    { value: '2017-06-01', settings: { fresh: [35, 100] }, context: at('2017-07-06'), share: 1 },
    { value: '2017-05-31', settings: { fresh: [35, 100] }, context: at('2017-07-06'), share: 0.5 },
    { value: '2017-03-28', settings: { fresh: [35, 100] }, context: at('2017-07-06'), share: 0.5 },
    { value: '2017-03-27', settings: { fresh: [35, 100] }, context: at('2017-07-06'), share: 0 },
    { value: '2017-07-07', settings: { fresh: [35, 100] }, context: at('2017-07-06'), share: 0 },
  ],
};
