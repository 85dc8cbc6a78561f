import type { AnswerKind } from '../answer-kind.ts';

const context = { total: null, buildings: null, asOf: '2017-07-06' };

/** Words. SC1: they only inform. */
export const text: AnswerKind<string> = {
  isValue: (value): value is string => typeof value === 'string' && value.trim() !== '',
  check: () => null,
  shareOf: () => null,
  examples: [{ value: 'Журнал ведут классные руководители', settings: {}, context, share: null }],
};
