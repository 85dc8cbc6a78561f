import { expect, it } from 'vitest';
import { readinessForm } from '../../../tests/fixtures/school-10.ts';
import type { Json } from '../json.ts';
import { journalFalls } from './journal-falls.ts';

const campaign = { schoolYear: '2016/2017', asOf: '2016-12-15' };
const falls = (months: Record<string, Json[]>) =>
  journalFalls(
    readinessForm,
    new Map(Object.entries(months).map(([month, values]) => [`JRN:${month}`, values])),
    campaign,
  );

it('[VS7] asks of a month more than 5 points below the month before it, the lowest of several values counting', () => {
  expect(
    falls({
      '2016-09': [{ percent: 99 }],
      '2016-10': [{ percent: 98 }, { filled: 90, due: 100 }],
      '2016-11': [{ percent: 85 }],
      '2016-12': [{ percent: 79.99 }],
    }),
  ).toEqual([
    { month: '2016-10', percent: 90, monthBefore: '2016-09', before: 99 },
    { month: '2016-12', percent: 79.99, monthBefore: '2016-11', before: 85 },
  ]);
});

it('[VS7] asks nothing across a month without a percent, nor of one that is not due yet', () => {
  expect(falls({ '2016-09': [{ percent: 99 }], '2016-10': ['notProvided'], '2016-11': [{ percent: 60 }] })).toEqual([]);
  expect(falls({ '2016-12': [{ percent: 99 }], '2017-01': [{ percent: 60 }] })).toEqual([]);
});
