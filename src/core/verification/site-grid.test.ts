import { describe, expect, it } from 'vitest';
import { readinessForm } from '../../../tests/fixtures/school-10.ts';
import type { Json } from '../json.ts';
import { cellAfter, cellByKey, remarksOf, siteScoreOf, siteStateByKey, siteStates } from './site-grid.ts';

const { site } = readinessForm;
const factsOf = (states: Record<string, string[]>) =>
  new Map<string, readonly Json[]>(Object.entries(states).map(([id, values]) => [`SITE:${id}#state`, values]));

describe('the grid of sites', () => {
  it('[SI1] has the states of the form and «не применимо»', () => {
    expect(siteStates(site)).toEqual(['ok', 'partly', 'stale', 'broken', 'missing', 'na']);
  });

  it.each([
    ['Digit1', 'ok'],
    ['Numpad5', 'missing'],
    ['Digit6', 'na'],
    ['Digit0', null],
    ['Delete', null],
    ['Digit7', undefined],
    ['KeyA', undefined],
  ])('[SI2] takes the key %s for %s', (code, state) => {
    expect(siteStateByKey(site, code)).toBe(state);
  });

  it('[SI2] goes on to the next check, then to the next school, and stops at the end', () => {
    expect(cellAfter({ row: 0, column: 12 }, 2, 14)).toEqual({ row: 0, column: 13 });
    expect(cellAfter({ row: 0, column: 13 }, 2, 14)).toEqual({ row: 1, column: 0 });
    expect(cellAfter({ row: 1, column: 13 }, 2, 14)).toEqual({ row: 1, column: 13 });
    expect(cellByKey({ row: 1, column: 3 }, 'Enter', 2, 14)).toEqual({ row: 1, column: 3 });
    expect(cellByKey({ row: 0, column: 3 }, 'ArrowDown', 2, 14)).toEqual({ row: 1, column: 3 });
    expect(cellByKey({ row: 0, column: 0 }, 'ArrowLeft', 2, 14)).toEqual({ row: 0, column: 0 });
    expect(cellByKey({ row: 0, column: 3 }, 'End', 2, 14)).toEqual({ row: 0, column: 13 });
    expect(cellByKey({ row: 0, column: 3 }, 'KeyX', 2, 14)).toBeNull();
  });

  it('[SI3] counts what applies and was judged, of two states the lower one', () => {
    const score = siteScoreOf(
      site,
      factsOf({ 'S-01': ['ok'], 'S-02': ['ok', 'partly'], 'S-03': ['na'], 'S-04': ['unknown'] }),
    );
    expect(score).toMatchObject({ points: 1.5, of: 2, percent: 75 });
    expect(score.states.get('S-02')).toBe('partly');
    expect(siteScoreOf(site, factsOf({ 'S-01': ['na'] })).percent).toBeNull();
  });

  it('[SI4] raises the remark of the check, and those of what is out of date or does not open', () => {
    const raised = (states: Record<string, string[]>) => [...remarksOf(site, siteScoreOf(site, factsOf(states)))];
    expect(raised({ 'S-01': ['missing'], 'S-02': ['ok'], 'S-13': ['na'] })).toEqual(['serviceMissing']);
    expect(raised({ 'S-03': ['stale'], 'S-09': ['broken'] })).toEqual([
      'actsMissing',
      'stale',
      'serviceMissing',
      'brokenLinks',
    ]);
  });
});
