import { expect, it } from 'vitest';
import { aForm, anIndicator } from '../../../tests/fixtures/a-form.ts';
import { findPlace, paperPlaces, placeAfter } from './paper-places.ts';
import { readAnswerLine } from './read-answer-line.ts';

const options = { a: 0.5, b: 0.5, c: 0 };
const form = aForm({
  first: [anIndicator('yn'), anIndicator('hours', { kind: 'figure' })],
  second: [
    anIndicator('speed', { kind: 'figure', decimal: true, relevant: "${yn} = 'yes'" }),
    anIndicator('some', { kind: 'choices', options }),
    anIndicator('words', { kind: 'text', points: 0 }),
  ],
});
const year = { schoolYear: '2016/2017', asOf: '2017-07-06' };
const places = paperPlaces(form, year);
const context = { facts: new Map(), ...year };
const indicatorOf = (id: string) => {
  const place = places.find(({ key }) => key === id);
  if (place?.kind !== 'indicator') throw new Error(id);
  return place.indicator;
};
const read = (id: string, typed: string) => {
  const line = readAnswerLine(indicatorOf(id), typed, context);
  return line.ok ? line.entries[0]?.value : line.problem.code;
};

it('[PE1] counts the indicators of a form of one’s own through, and finds them by the code its blank has', () => {
  expect(places.flatMap((place) => (place.kind === 'indicator' ? `${place.code} ${place.key}` : []))).toEqual([
    'K1-01 yn',
    'K1-02 hours',
    'K2-01 speed',
    'K2-02 some',
    'K2-03 words',
  ]);
  expect(findPlace(places, 'к2-02')?.key).toBe('some');
  expect(places.some(({ kind }) => ['year', 'exams', 'month', 'site'].includes(kind))).toBe(false);
});

it('[PE2] reads figures, several options by their keys, and words as they stand', () => {
  expect(read('hours', '12')).toBe(12);
  expect(read('hours', '1.5')).toBe('not-whole');
  expect(read('speed', '2,5')).toBe(2.5);
  expect(read('some', '1 3')).toEqual(['a', 'c']);
  expect(read('some', '1 9')).toBe('not-a-key');
  expect(read('words', 'по пятницам, после уроков')).toBe('по пятницам, после уроков');
  expect(read('words', '-')).toBe('notProvided');
});

it('[PE6] passes over what is not asked by the answers so far', () => {
  const after = (value: string) =>
    placeAfter(places, findPlace(places, '1-02') ?? (places[0] as never), {
      form,
      facts: new Map([['yn', [value]]]),
      ...year,
    })?.key;
  expect([after('yes'), after('no')]).toEqual(['speed', 'some']);
});
