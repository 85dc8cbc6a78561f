import type { AnswerKind } from '../answer-kind.ts';

const context = { total: null, buildings: null, asOf: '2017-07-06' };
const shares = { yes: 1, partial: 0.5, no: 0 };

/** SC1: yes earns everything, partial half, no nothing. */
export const yesPartialNo: AnswerKind<keyof typeof shares> = {
  isValue: (value): value is keyof typeof shares => typeof value === 'string' && Object.hasOwn(shares, value),
  check: () => null,
  shareOf: (value) => shares[value],
  examples: [
    { value: 'yes', settings: {}, context, share: 1 },
    { value: 'partial', settings: {}, context, share: 0.5 },
    { value: 'no', settings: {}, context, share: 0 },
  ],
};
