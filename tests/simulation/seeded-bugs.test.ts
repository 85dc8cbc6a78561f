import { describe, expect, it } from 'vitest';
import { runSchedule } from './run-schedule.ts';
import { seededBugs, unchained } from './seeded-bugs.ts';

describe('the oracle', () => {
  it.each(seededBugs.map((bug) => [bug.title, bug] as const))(
    '[SY5] [SY7] [SY8] catches %s',
    async (_title, { twist, seeds, breaks }) => {
      let caught = 'nothing';
      for (let seed = 1; seed <= seeds && caught === 'nothing'; seed += 1)
        caught = (await runSchedule(seed, twist)).faults.find((fault) => breaks.test(fault)) ?? 'nothing';
      expect(caught).toMatch(breaks);
    },
    600_000,
  );

  it('finds nothing where only what those bugs leave out is left out', async () => {
    for (let seed = 1; seed <= 100; seed += 1) expect((await runSchedule(seed, unchained)).faults).toEqual([]);
  }, 600_000);
});
