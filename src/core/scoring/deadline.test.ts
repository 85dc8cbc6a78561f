import { expect, it } from 'vitest';
import { deadlineOf } from './deadline.ts';

it('[RP1] is the first 31 August or 1 September after the report date', () => {
  expect(deadlineOf('K4-06', '2017-07-06')).toBe('2017-08-31');
  expect(deadlineOf('K1-04', '2017-07-06')).toBe('2017-09-01');
  expect(deadlineOf('K4-06', '2017-08-31')).toBe('2018-08-31');
  expect(deadlineOf('K1-04', '2017-09-01')).toBe('2018-09-01');
  expect(deadlineOf('K1-04', '2017-07-06', { acts: '2017-12-01' })).toBe('2017-12-01');
  expect(deadlineOf('K4-06', '2017-07-06', { acts: '2017-12-01' })).toBe('2017-08-31');
});
