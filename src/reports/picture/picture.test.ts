import { describe, expect, it } from 'vitest';
import { AGrowingMunicipality } from '../../../tests/fixtures/a-growing-municipality.ts';
import { aFullSchool, aSchool10, readinessForm } from '../../../tests/fixtures/school-10.ts';
import { linesOf } from '../../../tests/support/report-lines.ts';
import { findingChanges, findingCounts } from './finding-counts.ts';
import { heatTable } from './heat-table.ts';
import { pictureDocument } from './picture-document.ts';
import { filterSchools, levelsOf, type PictureSchool } from './picture-school.ts';

/** СОШ № 1 is full, № 2 the worked example, № 3 sent nothing; № 2 was disputed where `disputed` says so. */
function schools(changes: Partial<PictureSchool> = {}, disputed?: string): PictureSchool[] {
  const of = new AGrowingMunicipality({ s1: aFullSchool(), s10: aSchool10(), s3: null });
  if (disputed) of.dispute('s10', disputed, 'no');
  return of.input().schools.map((school) => ({
    ...school,
    state: of.standing(school.place.id).state,
    previousTotal: null,
    ...(school.place.id === 's10' ? changes : {}),
  }));
}
const idsOf = (found: readonly PictureSchool[]) => found.map(({ place }) => place.id);

describe('the picture of a municipality', () => {
  it('[AY1] counts every school on one level, those who sent nothing apart', () => {
    const found = levelsOf(schools()).filter((one) => one.schools.length > 0);
    expect(found.map((one) => [one.level, idsOf(one.schools)])).toEqual([
      ['ready', ['s1']],
      ['notReady', ['s10']],
      ['notSent', ['s3']],
    ]);
  });

  it('[AY2] puts the number into every cell, shades by bands and marks what blocks', () => {
    const { rows, mean } = heatTable(readinessForm, schools(), 'verified');
    const [first, second, third] = rows;
    expect(first?.cells.every(({ value, band }) => value === 100 && band === 4)).toBe(true);
    expect(second).toMatchObject({ verified: 76.2, level: 'notReady', change: null });
    expect(second?.cells.find(({ criterionId }) => criterionId === 'K3')?.blocked).toEqual(['K3-01']);
    expect(second?.cells.find(({ criterionId }) => criterionId === 'K7')?.blocked).toEqual(['K7-01']);
    expect(third?.cells.every(({ value, band }) => value === null && band === null)).toBe(true);
    expect(mean.verified).toBe(88.1);
  });

  it('[AY2] tells the difference a check made, and the change since the last campaign', () => {
    const [, row] = heatTable(readinessForm, schools({ previousTotal: 70 }, 'K1-01'), 'difference').rows;
    const [changed, ...others] = row?.cells ?? [];
    expect(changed?.value).toBeLessThan(0);
    expect(others.every(({ value }) => value === 0)).toBe(true);
    expect(row?.change).toBeCloseTo((row?.verified ?? 0) - 70, 2);
  });

  it('[AY3] orders findings by n of M, where they apply', () => {
    const counts = findingCounts(readinessForm, schools());
    expect(counts.find(({ indicatorId }) => indicatorId === 'K3-01')).toMatchObject({ critical: true, of: 2 });
    const shares = counts.map((one) => one.schools.length / one.of);
    expect(shares).toEqual([...shares].sort((a, b) => b - a));
  });

  it('[AY4] tells which findings are mended, remain and are new', () => {
    const given = schools({ previous: { SITE: {}, findings: ['K3-01', 'K1-01'] } });
    const [change, ...others] = findingChanges(given);
    expect(others).toEqual([]);
    expect(change).toMatchObject({ fixed: ['K1-01'], remaining: ['K3-01'] });
    expect(change?.appeared).toContain('K7-01');
    expect(change?.appeared).not.toContain('K3-01');
  });

  it('[AY5] leaves the schools that fit everything that is asked', () => {
    const all = schools();
    expect(idsOf(filterSchools(all, {}))).toEqual(['s1', 's10', 's3']);
    expect(idsOf(filterSchools(all, { finding: 'K3-01' }))).toEqual(['s10']);
    expect(idsOf(filterSchools(all, { level: 'ready', state: 'submitted' }))).toEqual(['s1']);
    expect(filterSchools(all, { level: 'ready', finding: 'K3-01' })).toEqual([]);
  });

  it('[AY6] says all of it in tables, without colour', () => {
    const lines = linesOf(
      pictureDocument({
        form: readinessForm,
        municipality: 'Кировск',
        schoolYear: '2016/2017',
        on: '2017-07-06',
        schools: schools(),
        of: 3,
      }),
    );
    expect(lines).toContain('не готова | 1 из 3 | СОШ № 2');
    expect(lines.find((line) => line.startsWith('СОШ № 2 | 94,18'))).toContain('55,00 ◆');
    expect(lines).toContain('◆ Записи в реестре операторов нет. К3-01 | 1 из 2 | 50,00\u00a0% | СОШ № 2');
  });
});
