import { describe, expect, it } from 'vitest';
import { readinessForm } from '../../../tests/fixtures/school-10.ts';
import { type Indicator, indicatorsOf } from '../form/form.ts';
import { disputedValues, isFigure, readDisputed } from './disputed-value.ts';

const by = (id: string): Indicator => indicatorsOf(readinessForm).find((one) => one.id === id) as Indicator;

describe('another value than the school’s', () => {
  it('[VS6] may be «не применимо» of a critical indicator, and «нет» where the school said it does not apply', () => {
    expect(disputedValues(by('K3-01'), { state: 'value' })).toEqual(['yes', 'no', { na: '' }, 'notProvided']);
    expect(disputedValues(by('K1-04'), { state: 'value' })).toEqual([{ na: '' }, 'notProvided']);
    expect(disputedValues(by('K1-04'), { state: 'na' })).toEqual(['no', { na: '' }, 'notProvided']);
    expect(disputedValues(by('K3-06'), { state: 'na' })).toEqual(['yes', 'partial', 'no', { na: '' }, 'notProvided']);
  });

  it('[VS6] is read as the kind of answer stores it, a table’s figure as a percent', () => {
    expect(readDisputed(by('K1-04'), '12', 19)).toEqual({ ok: true, value: { n: 12 } });
    expect(readDisputed(by('K1-04'), '20', 19)).toEqual({ ok: false, problem: 'above-total' });
    expect(readDisputed(by('K7-03'), '20.06.2017', null)).toEqual({ ok: true, value: '2017-06-20' });
    expect(readDisputed(by('K7-03'), 'летом', null)).toEqual({ ok: false, problem: 'not-a-date' });
    expect(readDisputed(by('K2-04'), '3', null)).toEqual({ ok: true, value: 3 });
    expect(readDisputed(by('K4-04'), '97,2', null)).toEqual({ ok: true, value: 97.2 });
    expect(readDisputed(by('K4-06'), '50', null)).toEqual({ ok: true, value: 0.5 });
    expect(readDisputed(by('K4-06'), '101', null)).toEqual({ ok: false, problem: 'not-a-percent' });
    expect([isFigure(by('K4-06')), isFigure(by('K3-01'))]).toEqual([true, false]);
  });
});
