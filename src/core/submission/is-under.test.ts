import { expect, it } from 'vitest';
import { isUnder } from './is-under.ts';

it('[CX5] takes for a register’s what is the register, beside it or a row of it, and nothing that only begins alike', () => {
  const of = (key: string, ...paths: string[]) => paths.filter((path) => isUnder(path, key));
  expect(of('c/monitoring/8@b1', 'c/monitoring/8@b1', 'c/monitoring/8@b10', 'c/monitoring/8@b1#x')).toEqual([
    'c/monitoring/8@b1',
    'c/monitoring/8@b1#x',
  ]);
  expect(of('c/f/1', 'c/f/1', 'c/f/10', 'c/f/1:a', 'c/f/1@b')).toEqual(['c/f/1', 'c/f/1:a', 'c/f/1@b']);
  expect(of('c/readiness/GIA:', 'c/readiness/GIA:a', 'c/readiness/GIAN')).toEqual(['c/readiness/GIA:a']);
  expect(of('-/passport/', '-/passport/pupils', '-/branch:a')).toEqual(['-/passport/pupils']);
});
