import { describe, expect, it } from 'vitest';
import { AGrowingMunicipality } from '../../../tests/fixtures/a-growing-municipality.ts';
import { aFullSchool, aSchool10 } from '../../../tests/fixtures/school-10.ts';
import { linesOf } from '../../../tests/support/report-lines.ts';
import { municipalReport } from '../municipal/municipal-report.ts';
import { compareReports } from './compare-reports.ts';
import { draftOf } from './draft-document.ts';
import { publishedRatingOf, publishedTasksOf, ratingDayOf, taskCountOf } from './published.ts';

const aMunicipality = () => new AGrowingMunicipality({ s1: aFullSchool(), s10: aSchool10(), s3: null });
const reported = (of: AGrowingMunicipality) => ({ input: of.input(), report: municipalReport(of.input()) });

describe('two versions of a report', () => {
  it('[RE7] are the same when nothing changed', () => {
    expect(compareReports(reported(aMunicipality()), reported(aMunicipality()))).toEqual([]);
  });

  it('[RE7] are told apart by what a check made of a school, and by the sentences it moved', () => {
    const of = aMunicipality();
    const before = reported(of);
    of.dispute('s1', 'K3-01', 'no');
    const changes = compareReports(before, reported(of));
    expect(changes).toContainEqual({
      kind: 'school',
      name: 'СОШ № 1',
      was: { total: 100, level: 'ready' },
      now: { total: expect.any(Number), level: 'notReady' },
    });
    expect(changes.filter((one) => one.kind === 'school')).toHaveLength(1);
    expect(changes).toContainEqual(expect.objectContaining({ kind: 'sentence', id: 'K3-01' }));
  });
});

describe('a draft', () => {
  it('[RE3] says so in its first line and at the foot of every section', () => {
    const { document } = reported(aMunicipality()).report;
    const draft = draftOf(document);
    expect(linesOf(draft)[1]).toContain('ЧЕРНОВИК');
    const feet = draft.sections.map(({ footer }) => JSON.stringify(footer.left));
    expect(feet.every((foot) => foot.includes('Черновик'))).toBe(true);
    expect(linesOf(document).join()).not.toMatch(/черновик/i);
  });
});

describe('what schools are shown', () => {
  it('[RE8] is a rating of the sites that were judged, equal ones on one place', () => {
    const of = aMunicipality();
    expect(publishedRatingOf(of.input())).toBeNull();
    for (const [id, state] of [
      ['s1', 'ok'],
      ['s10', 'missing'],
    ] as const)
      of.historyOf(id).write('2016-17/readiness/SITE:S-03#state', state);
    const rating = publishedRatingOf(of.input());
    expect(rating?.rows).toEqual([
      ['s1', 1, 100],
      ['s10', 2, 0],
    ]);
    expect([ratingDayOf(rating), ratingDayOf(null)]).toEqual(['2017-07-06', null]);
  });

  it('[RE8] are the proposals, named schools only where the report names them', () => {
    const { report } = reported(aMunicipality());
    const tasks = publishedTasksOf(report);
    expect(tasks).toHaveLength(report.proposals.length);
    expect(taskCountOf(tasks)).toBe(tasks.length);
    expect(tasks.find(({ id }) => id === '1.7')).not.toHaveProperty('places');
    expect(tasks.flatMap(({ places }) => places ?? [])).toContain('s10');
  });
});
