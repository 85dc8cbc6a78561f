import { expect, it } from 'vitest';
import { createTurns } from './create-turns.ts';

it('[HX6] does two works at once, lets three wait in their order, and takes no more', async () => {
  const turns = createTurns({ atOnce: 2, mostWaiting: 3 });
  const begun: number[] = [];
  const ends: (() => void)[] = [];
  const works = [0, 1, 2, 3, 4, 5].map((name) =>
    turns(async () => {
      begun.push(name);
      await new Promise<void>((end) => ends.push(end));
      return name;
    }),
  );
  expect(await works[5]).toBeNull();
  expect(begun).toEqual([0, 1]);
  for (let ended = 0; ended < 5; ended += 1) {
    ends[ended]?.();
    await works[ended];
  }
  expect(begun).toEqual([0, 1, 2, 3, 4]);
  expect(await Promise.all(works)).toEqual([0, 1, 2, 3, 4, null]);
});

it('[HX6] goes on after a work that failed', async () => {
  const turns = createTurns({ atOnce: 1, mostWaiting: 1 });
  const failing = turns(() => Promise.reject(new Error('no luck')));
  const next = turns(async () => 'done');
  await expect(failing).rejects.toThrow('no luck');
  expect(await next).toBe('done');
});
