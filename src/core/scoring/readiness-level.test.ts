import { describe, expect, it } from 'vitest';
import { readinessForm } from '../../../tests/fixtures/school-10.ts';
import { levelByScoreOf } from './readiness-level.ts';
import { round2 } from './round.ts';

describe('readiness level', () => {
  it.each([
    [84.995, 85, 'ready'],
    [84.994, 84.99, 'readyWithRemarks'],
    [69.99, 69.99, 'partlyReady'],
    [70, 70, 'readyWithRemarks'],
    [50, 50, 'partlyReady'],
    [49.99, 49.99, 'notReady'],
  ])('[SC6] [SC8] decides %d by what is printed', (exact, shown, level) => {
    expect(round2(exact)).toBe(shown);
    expect(levelByScoreOf(readinessForm.levels, round2(exact), [65, 100])).toBe(level);
  });

  it('[SC8] is not ready-without-remarks when one criterion is below 65', () => {
    expect(levelByScoreOf(readinessForm.levels, 99, [64.99, 100])).toBe('readyWithRemarks');
  });
});
