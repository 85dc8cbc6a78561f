import { describe, expect, it } from 'vitest';
import { answerKindOf, answerKinds, type TypedKindName } from './kinds.ts';

describe.each(Object.keys(answerKinds) as TypedKindName[])('answer kind %s', (name) => {
  const kind = answerKindOf(name);

  it.each(kind.examples)('[SC1] earns $share for $value', ({ value, settings, context, share }) => {
    expect(kind.isValue(value)).toBe(true);
    expect(kind.shareOf(value, settings, context)).toBe(share);
  });

  it.each([null, 'maybe', '', -1, 1.5, {}, [], ['a', 'a'], ['a', 1]])(
    'refuses %j unless it can be its value',
    (value) => {
      const fits = canBe[name]?.includes(value as string | number) ?? false;
      expect(kind.isValue(value)).toBe(fits);
    },
  );
});

/** Of the values tried, those that a kind takes: an option or words, and numbers that are no counts. */
const canBe: Partial<Record<TypedKindName, readonly (string | number)[]>> = {
  choice: ['maybe', ''],
  text: ['maybe'],
  figure: [-1, 1.5],
};

it('[SC1] names what is wrong with a value of the kind: an option there is not, a fraction where whole numbers are asked', () => {
  const context = { total: 1, buildings: 1, asOf: '2017-07-06' };
  const options = { '1': 1 };
  expect(answerKindOf('choice').check('maybe', { options }, context)).toEqual({
    code: 'unknown-option',
    option: 'maybe',
  });
  expect(answerKindOf('choices').check(['1', 'x'], { options }, context)).toEqual({
    code: 'unknown-option',
    option: 'x',
  });
  expect(answerKindOf('choices').check(['1'], { options }, context)).toBeNull();
  expect(answerKindOf('figure').check(1.5, {}, context)).toEqual({ code: 'not-whole', figure: 1.5 });
  expect(answerKindOf('figure').check(1.5, { decimal: true }, context)).toBeNull();
});

it('[SC1] takes any day of a date whose age is not asked, and it only informs', () => {
  const context = { total: null, buildings: null, asOf: '2017-07-06' };
  expect(answerKindOf('date').check('2018-01-01', {}, context)).toBeNull();
  expect(answerKindOf('date').shareOf('2018-01-01', {}, context)).toBeNull();
});
