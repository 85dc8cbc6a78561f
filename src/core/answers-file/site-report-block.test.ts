import { describe, expect, it } from 'vitest';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import { aSectionForm } from '../../../tests/fixtures/a-site-report.ts';
import { aFileCampaign, aFileSchool, anAnswersFile, somePlaces } from '../../../tests/fixtures/an-answers-file.ts';
import { readinessForm } from '../../../tests/fixtures/school-10.ts';
import { answersWarningWords } from '../../reports/import-words.ts';
import type { Json } from '../json.ts';
import type { Registers } from '../submission/registers.ts';
import { defaultSystems } from '../systems/default-systems.ts';
import type { System } from '../systems/systems.ts';
import { exportAnswersFile } from './export-answers-file.ts';
import { parseAnswersFile } from './parse-answers-file.ts';
import { siteReportBlock } from './site-report-block.ts';

const blocks = [siteReportBlock(aSectionForm)];
const campaign = { ...aFileCampaign, forms: ['site-report@1'] };

function schoolOf(report: unknown, systems?: readonly System[]) {
  const file = anAnswersFile({ campaign, schools: [aFileSchool({ 'site-report': report })] });
  const read = parseAnswersFile(file, readinessForm, {
    places: somePlaces,
    factsOf: () => new Map(),
    blocks,
    ...(systems && { systems }),
  });
  if (!read.ok || !read.value.schools[0]) throw new Error(JSON.stringify(read));
  return read.value.schools[0];
}
function taken(report: unknown) {
  const school = schoolOf(report);
  if (!('entries' in school)) throw new Error(JSON.stringify(school.problems));
  return school;
}
const valuesOf = (report: unknown) =>
  Object.fromEntries(taken(report).entries.map(([path, value]) => [path.replace('2016-17/site-report/', ''), value]));
function problems(report: unknown) {
  const school = schoolOf(report);
  return 'problems' in school
    ? school.problems.map(({ path, code }) => [path.replace('schools[0].site-report.', ''), code])
    : [];
}

const whole = {
  received: '2017-05-18',
  'P1.1': 'yes',
  'P1.2': { 'law-152': { has: true, url: 'https://a.ru/152' }, journal: false },
  'P1.3': { contingent: true },
  'P2.1': [{ id: 'k7', title: 'Фестиваль', date: '2017-03-01', level: 'national', remote: 'yes', participants: 12 }],
  'P2.4': 'none',
  'P3.1': { answer: 'yes', url: 'https://a.ru/list' },
  'P5.1': 2,
  'P5.1.rows': [{ id: '01', event: 'Жюри', teachers: 2 }],
  'P7.1': { answer: 'yes', detail: 'собрание' },
};

describe('a project site’s report in an answers file', () => {
  it('[SR6] takes every kind of field, a row as a register of its own', () => {
    expect(valuesOf(whole)).toEqual({
      received: '2017-05-18',
      'P1.1': 'yes',
      'P1.2:law-152': { has: true, url: 'https://a.ru/152' },
      'P1.2:journal': { has: false },
      'P1.3:contingent': { has: true },
      'P2.1:k7': { title: 'Фестиваль', date: '2017-03-01', level: 'national', remote: 'yes', participants: 12 },
      'P2.4': 'none',
      'P3.1': 'yes',
      'P3.1#url': 'https://a.ru/list',
      'P5.1': 2,
      'P5.1:01': { event: 'Жюри', teachers: 2 },
      'P7.1': 'yes',
      'P7.1#detail': 'собрание',
    });
  });

  it('[SR6] takes shorter ways of writing: ids alone, rows without an id, one row without a list', () => {
    expect(
      valuesOf({
        'P2.8': ['class-hour', 'parents-meeting'],
        'P1.2': { other: { text: 'Политика', url: 'https://a.ru' } },
        'P2.4': [{ title: 'Конкурс', level: 'municipal', role: 'organiser' }, { title: 'Второй' }, {}],
        'P2.9': { topic: 'Журнал', period: 'март' },
        'P3.1': 'no',
        'P6.1': null,
      }),
    ).toEqual({
      'P2.8:class-hour': { has: true },
      'P2.8:parents-meeting': { has: true },
      'P1.2:other': { has: true, text: 'Политика', url: 'https://a.ru' },
      'P2.4:01': { title: 'Конкурс', level: 'municipal', role: 'organiser' },
      'P2.4:02': { title: 'Второй' },
      'P2.9:01': { topic: 'Журнал', period: 'март' },
      'P3.1': 'no',
    });
  });

  it('[SR6] refuses what a field cannot hold, with the path of the offending value', () => {
    expect(problems([])).toEqual([['schools[0].site-report', 'wrong-type']]);
    expect(problems({ 'P9.1': 'yes', 'P1.1': 'maybe', 'P5.1': -1 })).toEqual([
      ['P9.1', 'unknown-field'],
      ['P1.1', 'unknown-option'],
      ['P5.1', 'wrong-type'],
    ]);
    expect(problems({ 'P2.1': [{ title: 'Ф', participants: -2, level: 'village' }] })).toEqual([
      ['P2.1[0].level', 'unknown-option'],
      ['P2.1[0].participants', 'wrong-type'],
    ]);
    expect(problems({ 'P2.1': [{ title: 'Ф', date: '2017-02-30', teachers: 1 }] })).toEqual([
      ['P2.1[0].date', 'not-a-date'],
      ['P2.1[0].teachers', 'unknown-field'],
    ]);
    expect(problems({ 'P1.2': { law: true, journal: { text: 'x' }, 'fsb-378': 'yes' }, 'P2.8': ['hall'] })).toEqual([
      ['P1.2.law', 'unknown-field'],
      ['P1.2.journal.text', 'unknown-field'],
      ['P1.2.fsb-378', 'wrong-type'],
      ['P2.8[0]', 'unknown-option'],
    ]);
    expect(
      problems({ received: 'вчера', 'P7.1': { url: 'a.ru' }, 'P2.4': [{ id: 'a' }, { id: 'a', title: 'К' }] }),
    ).toEqual([
      ['received', 'not-a-date'],
      ['P7.1.url', 'unknown-field'],
    ]);
    expect(
      problems({
        'P2.4': [
          { id: 'a', title: 'К' },
          { id: 'a', title: 'К' },
        ],
      }),
    ).toEqual([['P2.4[1]', 'row-twice']]);
  });

  it('[SR3] [SR6] tells what does not agree at its path, and stops nothing', () => {
    const { warnings } = taken({
      'P3.1': 'yes',
      'P1.2': { 'law-152': true },
      'P2.4': [{ title: 'К' }, { title: 'к' }, { role: 'organiser' }],
    });
    expect(
      warnings.map((one) => [one.path.replace('schools[0].site-report.', ''), 'check' in one && one.check]),
    ).toEqual([
      ['P1.2.law-152', 'url-missing'],
      ['P2.4[1]', 'row-twice'],
      ['P2.4[2].title', 'cell-missing'],
      ['P3.1', 'url-missing'],
    ]);
    expect(warnings[0] && answersWarningWords(warnings[0])).toContain('нужен адрес страницы');
  });

  it('[SR6] writes what it reads back, and tells what import would refuse', () => {
    const { entries } = taken(whole);
    const extra: [string, Json][] = [
      ['2016-17/site-report/P8.1', { typed: 'наверно' }],
      ['2016-17/site-report/P2.2:x', { title: 'К', participants: { typed: 'много' } }],
    ];
    const registers: Registers = new Map(
      [...entries, ...extra].map(([path, value]) => [path, [aRevision({ path, value })]]),
    );
    const place = somePlaces.byId.get('s10');
    if (!place) throw new Error('no place');
    const known = { ...campaign, previous: undefined };
    const exported = exportAnswersFile(readinessForm, known, [{ place, registers }], blocks);
    expect(exported.schools[0]).toMatchObject({
      'site-report': { ...whole, 'P2.2': [{ id: 'x', title: 'К' }] },
      notTaken: [
        { register: 'site-report/P2.2:x', value: { title: 'К', participants: { typed: 'много' } } },
        { register: 'site-report/P8.1', value: { typed: 'наверно' } },
      ],
    });
    const again = (exported.schools[0] as Record<string, unknown>)['site-report'];
    expect(new Map(taken(again).entries)).toEqual(
      new Map([...entries, ['2016-17/site-report/P2.2:x', { title: 'К' }]]),
    );
    expect(
      exportAnswersFile(readinessForm, known, [{ place, registers: new Map() }], blocks).schools[0],
    ).not.toHaveProperty('site-report');
  });

  const own = (id: string, kind: System['kind']): System => ({ ...systemParts, id, kind });
  const systemParts = { title: 'Краевой реестр', vendor: '', address: '', used: true };

  it('[DW3] [DW4] takes a region’s own system that stands in its dictionary around the grade book, and no other', () => {
    const report = { 'P1.3': ['contingent', 'own-1a2b3c4d'] };
    const dictionary = [...defaultSystems, own('own-1a2b3c4d', 'surrounding'), own('own-99999999', 'grade-book')];
    const paths = (school: ReturnType<typeof schoolOf>) =>
      'entries' in school ? school.entries.map(([key]) => key) : [];
    const taken = ['2016-17/site-report/P1.3:contingent', '2016-17/site-report/P1.3:own-1a2b3c4d'];
    expect(paths(schoolOf(report, dictionary))).toEqual(taken);
    expect(paths(schoolOf(report))).toEqual(taken); // by its shape, where no dictionary is at hand
    for (const strange of ['own-00000000', 'own-99999999'])
      expect(schoolOf({ 'P1.3': { [strange]: true } }, dictionary)).toMatchObject({
        problems: [{ code: 'unknown-system', id: strange, known: ['own-1a2b3c4d — Краевой реестр'] }],
      });
    expect(schoolOf({ 'P2.8': ['own-1a2b3c4d'] }, dictionary)).toMatchObject({
      problems: [{ code: 'unknown-option' }],
    });
  });
});
