import { describe, expect, it } from 'vitest';
import { formatTable, isMet, type Row, ratioOf, toJson } from './bench-report.ts';

const aRow = (changes: Partial<Row>): Row => ({
  suite: 'saved',
  title: 'answer saved',
  unit: 'ms',
  measured: 30,
  reference: 12,
  budget: { of: 'ratio', most: 2 },
  ...changes,
});
const aWeight = (measured: number) =>
  aRow({ title: 'painted', unit: 'bytes', measured, reference: null, budget: { of: 'measured', most: 30_000 } });

describe('the report of measurements', () => {
  it('judges a ratio by its reference and a weight by itself, and a row without budget not at all', () => {
    expect(ratioOf(aRow({}))).toBe(2.5);
    expect(isMet(aRow({}))).toBe(false);
    expect(isMet(aRow({ reference: 15 }))).toBe(true);
    expect([isMet(aWeight(30_000)), isMet(aWeight(30_001))]).toEqual([true, false]);
    expect(isMet(aRow({ budget: null }))).toBeNull();
  });

  it('does not call a ratio met when there is nothing to compare with', () => {
    expect(isMet(aRow({ reference: null }))).toBe(false);
  });

  it('prints one aligned line a row', () => {
    expect(formatTable([aRow({}), aWeight(812), aRow({ unit: 'count', measured: 6, budget: null })])).toBe(
      [
        '| row          | measured | reference | ratio  | budget    | met? |',
        '| ------------ | -------- | --------- | ------ | --------- | ---- |',
        '| answer saved | 30.0 ms  | 12.0 ms   | 2.50 × | ≤ 2 ×     | NO   |',
        '| painted      | 812 B    | –         | –      | ≤ 30.0 KB | yes  |',
        '| answer saved | 6        | 12        | 0.50 × |           |      |',
      ].join('\n'),
    );
  });

  it('writes every figure with its ratio and verdict for machines', () => {
    const { quick, rows } = JSON.parse(toJson([aRow({})], { quick: true }));
    expect(quick).toBe(true);
    expect(rows).toEqual([{ ...aRow({}), ratio: 2.5, met: false }]);
  });
});
