import { expect, it } from 'vitest';
import { oneAfterAnother } from './one-after-another.ts';

it('[RE2] composes each change of a register from what the one before has written, also after one that failed', async () => {
  let stored: Record<string, string> = {};
  const inTurn = oneAfterAnother();
  const change = (part: Record<string, string>) =>
    inTurn(async () => {
      const value = { ...stored, ...part };
      await new Promise((done) => setTimeout(done, 5));
      stored = value;
      return true;
    });
  const failed = inTurn(async () => {
    throw new Error('not signed');
  });
  const all = Promise.all([change({ position: 'Начальник' }), change({ name: 'Е. В. Лапина' })]);
  await expect(failed).rejects.toThrow('not signed');
  expect(await all).toEqual([true, true]);
  expect(stored).toEqual({ position: 'Начальник', name: 'Е. В. Лапина' });
});
