import { describe, expect, it } from 'vitest';
import { answerKindOf, answerKinds, type TypedKindName } from './kinds.ts';

describe.each(Object.keys(answerKinds) as TypedKindName[])('answer kind %s', (name) => {
  const kind = answerKindOf(name);

  it.each(kind.examples)('[SC1] earns $share for $value', ({ value, settings, context, share }) => {
    expect(kind.isValue(value)).toBe(true);
    expect(kind.shareOf(value, settings, context)).toBe(share);
  });

  it.each([null, 'maybe', -1, 1.5, {}, []])('refuses %j unless it can be its value', (value) => {
    if (name === 'choice' && value === 'maybe') {
      expect(kind.check(value, { options: { '1': 1 } }, { total: 1, buildings: 1, asOf: '2017-07-06' })).toEqual({
        code: 'unknown-option',
        option: 'maybe',
      });
    } else expect(kind.isValue(value)).toBe(false);
  });
});
