import { describe, expect, it } from 'vitest';
import { aColumnForm } from '../../../tests/fixtures/a-monitoring-row.ts';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import type { Json } from '../json.ts';
import { sitePathOf } from '../site-report/project.ts';
import { campaignPathOf } from '../submission/campaigns.ts';
import type { Registers } from '../submission/registers.ts';
import { RevisionIndex } from '../submission/revision-index.ts';
import { checkContextOf } from './check-context.ts';
import { checkLevelPathOf } from './check-levels.ts';
import { checkRows } from './check-rows.ts';
import { schoolRowsOf } from './column-rows.ts';

function registersOf(values: Record<string, Json>): Registers {
  const index = new RevisionIndex();
  index.add(Object.entries(values).map(([path, value]) => aRevision({ path, value })));
  return index.registers();
}
const announced = (id: string, asOf: string, forms = ['monitoring@1']): [string, Json] => [
  campaignPathOf(id),
  { id, schoolYear: '2026/2027', asOf, forms },
];
const campaign = { id: 'c', asOf: '2026-09-01' };
const contextOf = (
  { school = {}, region = {}, near = {} }: Partial<Record<'school' | 'region' | 'near', Record<string, Json>>>,
  changes: { previous?: string } = {},
) =>
  checkContextOf({
    form: aColumnForm,
    campaign: { ...campaign, ...changes },
    registers: registersOf(school),
    published: [registersOf(near), registersOf(region)],
    schoolId: 's1',
  });

describe('[CX1] what checks look at besides the rows', () => {
  const last = { 'b/monitoring/5': 'dnevnikRu', 'b/monitoring/8': 11, 'a/monitoring/5': 'tes', 'a/monitoring/8': 9 };
  const known = Object.fromEntries([
    announced('a', '2024-09-01'),
    announced('b', '2025-09-01'),
    announced('c', '2026-09-01'),
  ]);

  it('is the row of the campaign named, else of the latest earlier one with rows', () => {
    const row = (changes: { previous?: string }, school: Record<string, Json> = last) =>
      Object.fromEntries(contextOf({ school, region: known }, changes).previous ?? []);
    expect(row({})).toEqual({ 5: 'dnevnikRu', 8: 11 });
    expect(row({ previous: 'a' })).toEqual({ 5: 'tes', 8: 9 });
    expect(row({}, { 'a/monitoring/8': 9 })).toEqual({ 8: 9 });
    expect(contextOf({ school: {}, region: known }).previous).toBeNull();
    expect(contextOf({ school: last }).previous).toBeNull();
    const other = Object.fromEntries([announced('b', '2025-09-01', ['readiness@1'])]);
    expect(contextOf({ school: last, region: other }).previous).toBeNull();
  });

  it('is what was printed then: sums with branches, and no sum some branch gave no part of', () => {
    const branches = {
      ...last,
      '-/branch:x': { name: 'Ф' },
      '-/branch:y': { name: 'Новый' },
      'b/monitoring/8@x': 4,
      'b/monitoring/15': 100,
    };
    expect(Object.fromEntries(contextOf({ school: branches, region: known }).previous ?? [])).toEqual({
      5: 'dnevnikRu',
      8: 15,
    });
  });

  it('is the region’s register of agreements, when it keeps one', () => {
    const listed = (site: Json, region: Record<string, Json> = {}) =>
      contextOf({ region: { [sitePathOf('s1')]: site, ...region } }).hasTwoPartyAgreement;
    expect(contextOf({}).hasTwoPartyAgreement).toBeNull();
    expect(contextOf({ near: { [sitePathOf('s1')]: { agreement: 'two' } } }).hasTwoPartyAgreement).toBeNull();
    expect(contextOf({ region: { [sitePathOf('s2')]: { agreement: 'two' } } }).hasTwoPartyAgreement).toBe(false);
    expect(listed({ agreement: 'two' })).toBe(true);
    expect(listed({ agreement: 'three' })).toBe(false);
    expect(listed({})).toBeNull();
    expect(listed({ agreement: 'two', left: '2026-08-01' })).toBe(false);
    expect(listed(null, { [sitePathOf('s2')]: {} })).toBe(false);
  });
});

it('[CX2] lets the highest place above switch a check off, soften or sharpen it', () => {
  const facts = new Map<string, Json[]>([
    ['5', ['tes']],
    ['8', [3]],
    ['9', [4]],
    ['18', [0]],
    ['21', [2]],
  ]);
  const told = (region: Record<string, Json>, near: Record<string, Json> = {}) =>
    checkRows(aColumnForm, schoolRowsOf(aColumnForm, facts), contextOf({ region, near })).map(
      ({ code, level }) => `${code} ${level}`,
    );
  expect(told({})).toEqual(['X01 error', 'X03 warning', 'X06 error']);
  expect(
    told({
      [checkLevelPathOf('X06')]: 'off',
      [checkLevelPathOf('X03')]: 'error',
      [checkLevelPathOf('X01')]: 'warning',
    }),
  ).toEqual(['X01 warning', 'X03 error']);
  expect(told({ [checkLevelPathOf('X06')]: 'never' }, { [checkLevelPathOf('X06')]: 'off' })).toContain('X06 error');
});
