import { expect, it } from 'vitest';
import { readinessForm } from '../../../tests/fixtures/school-10.ts';
import { monthRemarks } from './month-remarks.ts';

it('[TB8] remarks a month below 90 and a fall of more than 5 points from the month before, and nothing else', () => {
  const values = [{ percent: 99 }, { filled: 94, due: 100 }, { percent: 88.99 }, 'notProvided', { percent: 80 }, null];
  expect(monthRemarks(readinessForm, values)).toEqual([
    { low: false, fall: null },
    { low: false, fall: null },
    { low: true, fall: 5.01 },
    { low: false, fall: null },
    { low: true, fall: null },
    { low: false, fall: null },
  ]);
  expect(monthRemarks(readinessForm, [{ percent: 90 }])).toEqual([{ low: false, fall: null }]);
});
