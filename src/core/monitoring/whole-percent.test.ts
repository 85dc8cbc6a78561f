import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholePercent, wholePercents } from './whole-percent.ts';

describe('[RG1] whole percents, a half up', () => {
  it.each([
    // what the sources printed, each by another way of rounding
    [283, 313, 90],
    [23, 313, 7],
    [90, 160, 56],
    [33, 90, 37],
    [17, 90, 19],
    [22, 90, 24],
    [16, 90, 18],
    [264, 317, 83],
    [5, 6, 83],
    [1, 200, 1],
    [1, 201, 0],
    [0, 7, 0],
    [7, 7, 100],
  ])('says %i из %i as %i %%', (n, of, percent) => {
    expect(wholePercent(n, of)).toBe(percent);
  });

  it('says nothing of nothing', () => {
    expect(wholePercent(0, 0)).toBeNull();
  });

  it('finds no number of 90 that is 25 %', () => {
    expect(Array.from({ length: 91 }, (_, n) => wholePercent(n, 90))).not.toContain(25);
  });
});

describe('[RG2] percents of parts that are everything together', () => {
  it('add up to 100 where each by itself would not', () => {
    expect([84, 3, 3].map((part) => wholePercent(part, 90))).toEqual([93, 3, 3]);
    expect(wholePercents([84, 3, 3])).toEqual([93, 4, 3]);
    expect(wholePercents([1, 1, 1])).toEqual([34, 33, 33]);
    expect(wholePercents([0, 0])).toEqual([0, 0]);
    expect(wholePercents([])).toEqual([]);
  });

  it('always do, and none is further than one from its own', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 12 }), (parts) => {
        const sum = parts.reduce((total, part) => total + part, 0);
        const percents = wholePercents(parts);
        expect(percents.reduce((total, one) => total + one, 0)).toBe(sum === 0 ? 0 : 100);
        for (const [at, part] of parts.entries())
          if (sum > 0) expect(Math.abs((percents[at] ?? 0) - (100 * part) / sum)).toBeLessThan(1);
      }),
    );
  });
});
