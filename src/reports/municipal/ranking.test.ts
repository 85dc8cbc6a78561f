import { expect, it } from 'vitest';
import { municipalTexts } from '../../texts/municipal-report.ts';
import { rankingOf } from './ranking.ts';

it('[MR8] shares a place between equals and leaves no gap after it', () => {
  const items = [40, 90, 70, 90, 70, 0].map((percent, at) => ({ id: at, percent }));
  expect(rankingOf(items).map(({ id, place }) => [id, place])).toEqual([
    [1, 1],
    [3, 1],
    [2, 2],
    [4, 2],
    [0, 3],
    [5, 4],
  ]);
  expect(rankingOf([])).toEqual([]);
});

/** Figures other reports got wrong by cutting off, by a wrong base or by rounding both ways on one page. */
it.each([
  [5, 6, '83,33'],
  [283, 313, '90,42'],
  [23, 313, '7,35'],
  [90, 160, '56,25'],
  [33, 90, '36,67'],
  [17, 90, '18,89'],
  [22, 90, '24,44'],
  [16, 90, '17,78'],
  [264, 317, '83,28'],
  [1, 800, '0,13'],
  [0, 6, '0,00'],
  [6, 6, '100,00'],
])('[MR3] rounds %i of %i one way', (n, of, words) => {
  expect(municipalTexts.percentOf(n, of)).toBe(`${words}\u00a0%`);
});
