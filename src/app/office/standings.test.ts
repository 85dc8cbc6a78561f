import { expect, it } from 'vitest';
import type { Standing } from '../../core/verification/standing.ts';
import { createStandings } from './standings.ts';

const aStanding = (hash: string) => ({ hash }) as Standing;

it('[OF3] computes what is wanted in its order, a slice at a time, and later only what has changed', async () => {
  const computed: string[] = [];
  let now = 0;
  const { all, progress, want, doubt } = createStandings({
    compute: (history) => {
      computed.push(history);
      now += 30;
      return aStanding(`${history} ${computed.length}`);
    },
    isReady: (history) => history !== 's3',
    clock: () => now,
  });
  const told: unknown[] = [];
  progress.subscribe((value) => told.push(value));
  want(['s2', 's1', 's3', 's4']);
  await expect.poll(() => all.value.size).toBe(3);
  expect(computed).toEqual(['s2', 's1', 's4']);
  await expect.poll(() => told).toEqual([null, { done: 3, of: 4 }, null]); // two in the first slice, one after a pause
  doubt(['s1', 'elsewhere']);
  await expect.poll(() => all.value.get('s1')).toEqual(aStanding('s1 4'));
  expect(computed).toHaveLength(4);
});
