import { expect, it } from 'vitest';
import { createAllowance } from './create-allowance.ts';

it('[HX12] is used up by one without touching another’s, and is full again in the next hour', () => {
  const take = createAllowance(10);
  expect([take('a', 6, 0), take('a', 5, 1), take('a', 4, 2), take('a', 1, 3)]).toEqual([true, false, true, false]);
  expect([take('b', 10, 4), take('a', 10, 3_600_000), take('b', 11, 3_600_001)]).toEqual([true, true, false]);
});
