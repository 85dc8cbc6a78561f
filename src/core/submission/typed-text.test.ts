import { expect, it } from 'vitest';
import { readCount, readDay, readDecimal } from './typed-text.ts';

it.each([
  ['15.05.2017', '2017-05-15'],
  ['15.5.17', '2017-05-15'],
  ['15 05 2017', '2017-05-15'],
  ['2017-05-15', '2017-05-15'],
  ['31.02.2017', { typed: '31.02.2017' }],
  ['в мае', { typed: 'в мае' }],
  ['  ', null],
])('[AN1] reads the day %s and keeps what it cannot read', (text, value) => {
  expect(readDay(text)).toEqual(value);
});

it.each([
  ['12', 12],
  ['1 215', 1215],
  ['', null],
  ['-3', { typed: '-3' }],
  ['12,5', { typed: '12,5' }],
])('[AN1] reads the count %s', (text, value) => {
  expect(readCount(text)).toEqual(value);
});

it.each([
  ['97,2 %', 97.2],
  ['99.88', 99.88],
  ['девяносто', { typed: 'девяносто' }],
])('[AN1] reads the number %s', (text, value) => {
  expect(readDecimal(text)).toEqual(value);
});
