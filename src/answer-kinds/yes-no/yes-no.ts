import type { AnswerKind } from '../answer-kind.ts';

const context = { total: null, buildings: null, asOf: '2017-07-06' };

/** SC1: yes earns everything, no earns nothing. */
export const yesNo: AnswerKind<'yes' | 'no'> = {
  isValue: (value) => value === 'yes' || value === 'no',
  check: () => null,
  shareOf: (value) => (value === 'yes' ? 1 : 0),
  examples: [
    { value: 'yes', settings: {}, context, share: 1 },
    { value: 'no', settings: {}, context, share: 0 },
  ],
};
