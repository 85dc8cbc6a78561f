import { expect, it } from 'vitest';
import { examRegisterOf, readExamDates } from './exam-dates.ts';
import { isTablePaste, placePasted, readPastedMonth } from './paste.ts';

const rows = ['сентябрь 2016', 'октябрь 2016', 'ноябрь 2016'].map((label) => ({ key: label, label, closed: false }));

it('lays a pasted column on the rows from the one in focus', () => {
  const { taken, left } = placePasted('97,2 %\r\n98.0\n', rows, 1, readPastedMonth);
  expect(taken.map((one) => [one.row.key, one.value])).toEqual([
    ['октябрь 2016', { percent: 97.2 }],
    ['ноябрь 2016', { percent: 98 }],
  ]);
  expect(left).toEqual([]);
});

it('takes pairs, follows named rows, and says what it could not take', () => {
  const pasted = 'ноябрь 2016\t1 215\t1 250\nмного\n101';
  const { taken, left } = placePasted(pasted, rows, 0, readPastedMonth);
  expect(taken.map((one) => one.value)).toEqual([{ filled: 1215, due: 1250 }]);
  expect(left.map((one) => [one.line, one.code])).toEqual([
    [2, 'no-row'],
    [3, 'no-row'],
  ]);
  expect(placePasted('120', rows, 0, readPastedMonth).left[0]?.code).toBe('not-a-percent');
  expect([isTablePaste('97,2'), isTablePaste('97,2\n98')]).toEqual([false, true]);
});

it('[TB7] reads several exam dates at once and supplies the year', () => {
  expect(readExamDates('16.06, 23.06 5.12', '2016/2017')).toEqual({
    dates: ['2017-06-16', '2017-06-23', '2016-12-05'],
    refused: [],
  });
  expect(readExamDates('31.06; 01.09.2018', '2016/2017').refused.map((one) => one.code)).toEqual([
    'not-a-date',
    'outside-year',
  ]);
  expect(examRegisterOf({ exam: 'ОГЭ', subject: 'МАТ', date: '2017-06-06' })).toBe('GIA:ОГЭ.МАТ.2017-06-06');
});
