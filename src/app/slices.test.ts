import { expect, it } from 'vitest';
import { inSlices } from './slices.ts';

const all = Array.from({ length: 20 }, (_, at) => at);
/** Keeps the processor so long that a slice is over. */
function busy(): void {
  const began = performance.now();
  while (performance.now() - began < 25);
}

it('[OF3] does all of it in order, and lets others in between slices', async () => {
  const done: number[] = [];
  const seen: number[] = [];
  const watch = setInterval(() => seen.push(done.length));
  const isWhole = await inSlices(all, (one) => {
    busy();
    done.push(one);
  });
  clearInterval(watch);
  expect([isWhole, done]).toEqual([true, all]);
  expect(seen.some((count) => count > 0 && count < all.length)).toBe(true);
});

it('[OF3] ends when what is wanted has changed', async () => {
  let isStale = false;
  const done: number[] = [];
  const isWhole = await inSlices(
    all,
    (one) => {
      busy();
      done.push(one);
      isStale = true;
    },
    () => isStale,
  );
  expect(isWhole).toBe(false);
  expect(done.length).toBeLessThan(all.length);
});
