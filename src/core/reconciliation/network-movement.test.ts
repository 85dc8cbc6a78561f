import { expect, it } from 'vitest';
import { movementCounts, networkMovementOf } from './network-movement.ts';

it('[NR2] [RG6] tells who left, joined, passed through and has not said, so that the sum is today’s network', () => {
  const movement = networkMovementOf({ before: ['a', 'b', 'c'], now: ['a', 'd'], unknown: ['c', 'x'], between: ['e'] });
  expect(movement).toMatchObject({ left: ['b', 'e'], unknown: ['c'], joined: ['d', 'e'] });
  const { before, left, unknown, joined, now } = movementCounts(movement);
  expect(before - left - unknown + joined).toBe(now);
});
