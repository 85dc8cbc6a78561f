import { describe, expect, it } from 'vitest';
import { aColumnForm } from '../../tests/fixtures/a-monitoring-row.ts';
import { aSectionForm } from '../../tests/fixtures/a-site-report.ts';
import { aSchool10, readinessForm } from '../../tests/fixtures/school-10.ts';
import { monitoringBlock } from '../core/answers-file/monitoring-block.ts';
import { parseAnswersFile } from '../core/answers-file/parse-answers-file.ts';
import { siteReportBlock } from '../core/answers-file/site-report-block.ts';
import { schoolRowsOf } from '../core/monitoring/column-rows.ts';
import { mergeRows } from '../core/monitoring/merge-rows.ts';
import { type Place, placeSchema } from '../core/places/place.ts';
import { ancestorsOf, childrenOf, placeTreeOf } from '../core/places/place-tree.ts';
import { assess } from '../core/scoring/assess.ts';
import { looksPersonal } from '../core/submission/personal-data.ts';
import { demoOf } from './demo-of.ts';

/** The demo as it is imported on a day: campaign, and each school's assessment and values by short key. */
function imported(today: string) {
  const { places, answers } = demoOf(today);
  const read = parseAnswersFile(answers, readinessForm, { places: placeTreeOf(places), factsOf: () => new Map() });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const { campaign } = read.value;
  const schools = new Map(
    read.value.schools.map((school) => {
      if ('problems' in school) throw new Error(JSON.stringify(school.problems));
      const facts = new Map(
        school.entries.map(([path, value]) => [path.replace(`${campaign.id}/readiness/`, ''), [value]] as const),
      );
      return [
        school.place.id,
        { facts, warnings: school.warnings, ...assess(readinessForm, facts, campaign) },
      ] as const;
    }),
  );
  return { campaign, schools, places };
}

const days = ['2017-07-06', '2018-01-31', '2020-02-29', '2026-07-05', '2026-11-25', '2029-12-31'];
const statesOf = (today: string) =>
  [...imported(today).schools].map(([id, { level, blockedBy, cappedBy }]) => [id, level, ...blockedBy, ...cappedBy]);
const totalsOn = (today: string) => [...imported(today).schools.values()].map((school) => school.total);

describe('the demo', () => {
  it.each(days)('[DM1] has six schools in six states on %s, with the same figures as ever', (today) => {
    expect(statesOf(today)).toEqual([
      ['gimnaziya', 'ready'],
      ['klyukvobor', 'notReady', 'K3-01', 'K7-01'],
      ['tihorosye', 'readyWithRemarks'],
      ['sinekamen', 'partlyReady', 'K2-01'],
      ['zimoluzhye', null],
      ['snegirevo', null],
    ]);
    expect(totalsOn(today)).toEqual(totalsOn('2017-07-06'));
    expect(imported(today).schools.get('klyukvobor')?.total).toBe(76.2);
  });

  it('[DM1] has one school half filled and one not opened', () => {
    const { schools } = imported('2026-11-25');
    expect(schools.get('zimoluzhye')?.progress).toEqual({ answered: 24, of: 55 });
    expect(schools.get('snegirevo')?.facts.size).toBe(0);
  });

  it('[DM1] holds the worked example, answer by answer', () => {
    const facts = imported('2017-07-06').schools.get('klyukvobor')?.facts;
    const { 'K4-09': _paper, ...example } = aSchool10();
    for (const [key, value] of Object.entries(example).filter(
      ([key, one]) => /^(K|JRN|YEAR)/.test(key) && one !== null,
    ))
      expect([key, facts?.get(key)?.[0]]).toEqual([key, value]);
  });

  it.each([
    ['2017-07-05', '2015-16', '2015/2016', '2016-07-06'],
    ['2017-07-06', '2016-17', '2016/2017', '2017-07-06'],
    ['2026-11-25', '2025-26', '2025/2026', '2026-07-06'],
    ['2000-07-06', '1999-00', '1999/2000', '2000-07-06'],
  ])('[DM1] opened on %s is the campaign %s, as of a day that has come', (today, id, schoolYear, asOf) => {
    const { campaign } = imported(today);
    expect(campaign).toMatchObject({ id, schoolYear, asOf, title: expect.stringContaining(schoolYear) });
    expect(campaign.asOf <= today).toBe(true);
  });

  it('[DM1] moves the days inside texts too, and gives no warning but what is not filled in', () => {
    const { campaign, schools } = imported('2026-11-25');
    expect(campaign.basis).toContain('26.05.2026');
    expect(JSON.stringify([...(schools.get('gimnaziya')?.facts ?? [])])).not.toContain('2017');
    const codes = [...schools.values()].flatMap((school) => school.warnings.map((warning) => warning.code));
    expect(new Set(codes)).toEqual(new Set(['passport-incomplete', 'incomplete']));
  });

  it('[DM1] is a region, a municipality, six schools and a branch, and names nobody', () => {
    const { places } = demoOf('2026-11-25');
    const tree = placeTreeOf(places);
    const ids = (found: readonly Place[]) => found.map((place) => place.id);
    expect(ids(childrenOf(tree, 'tihovodsk'))).toHaveLength(6);
    expect(ids(ancestorsOf(tree, 'dalneomut'))).toEqual(['sinekamen', 'tihovodsk', 'severodolye']);
    expect(places.every((place) => placeSchema.safeParse(place).success)).toBe(true);
    expect(JSON.stringify(demoOf('2026-11-25')).split('"').filter(looksPersonal)).toEqual([]);
  });
});

describe('what the region of the demo collects', () => {
  const collected = (today: string) => {
    const { places, answers, collected: files } = demoOf(today);
    const blocks = [monitoringBlock(aColumnForm), siteReportBlock(aSectionForm)];
    const known = { places: placeTreeOf(places), factsOf: () => new Map(), blocks };
    const [readiness, monitoring, sites] = [answers, files.monitoring, files.sites].map((file) => {
      const read = parseAnswersFile(file, readinessForm, known);
      if (!read.ok) throw new Error(JSON.stringify(read.problem));
      const schools = read.value.schools.map((school) => {
        if ('problems' in school) throw new Error(JSON.stringify(school.problems));
        return school;
      });
      return { campaign: read.value.campaign, schools };
    });
    if (!readiness || !monitoring || !sites) throw new Error('no such file');
    return { readiness, monitoring, sites };
  };

  it.each(days)(
    '[DW1] opened on %s the readiness campaign stays the latest, and each has an id of its own',
    (today) => {
      const { readiness, monitoring, sites } = collected(today);
      const asOf = [monitoring, sites, readiness].map(({ campaign }) => campaign.asOf);
      expect(asOf).toEqual([...asOf].sort());
      const year = readiness.campaign.id;
      expect([monitoring.campaign.id, sites.campaign.id]).toEqual([`${year}-monitoring`, `${year}-sites`]);
      expect(sites.campaign.schools).toEqual(['gimnaziya', 'tihorosye', 'sinekamen']);
    },
  );

  it('[DW1] one school of the monitoring has two branches, as the worked example has', () => {
    const { readiness, monitoring } = collected('2017-07-06');
    expect(monitoring.schools.map(({ place }) => place.id)).toEqual(['gimnaziya', 'sinekamen']);
    const entriesOf = ({ schools }: typeof monitoring) => schools.find(({ place }) => place.id === 'sinekamen');
    const given = [...(entriesOf(readiness)?.entries ?? []), ...(entriesOf(monitoring)?.entries ?? [])];
    const facts = new Map(
      given.map(([path, value]) => [path.replace(`${monitoring.campaign.id}/monitoring/`, ''), [value]] as const),
    );
    const rows = schoolRowsOf(aColumnForm, facts);
    expect(rows.branches.map(({ name }) => name)).toEqual(['Дальнеомутский филиал', 'Верхнебродский филиал']);
    expect(Object.fromEntries(mergeRows(aColumnForm, rows).row)).toMatchObject({
      ...{ 8: 14, 9: 12, 10: 108, 11: 12, 12: 7, 13: 12, 14: 0, 15: 99, 16: 85, 17: 16, 18: 14, 19: 2, 20: 1 },
    });
    const errors = monitoring.schools
      .flatMap(({ warnings }) => warnings)
      .filter((one) => 'isError' in one && one.isError);
    // contacts stand apart, so the file alone looks as if they were missing
    expect(errors.map((one) => 'check' in one && one.check)).toEqual(['X08', 'X08']);
  });

  it('[DW1] three project sites have reported; one of them is told that obligatory topics are missing', () => {
    const { sites } = collected('2026-11-25');
    const told = { code: 'site-report-check', check: 'topics-missing', path: expect.stringContaining('site-report') };
    expect(sites.schools.map(({ warnings }) => warnings)).toEqual([[], [], [told]]);
    expect(JSON.stringify(demoOf('2026-11-25').network)).not.toContain('2017');
    expect(JSON.stringify(sites)).not.toContain('2017');
  });
});
