import { describe, expect, it } from 'vitest';
import { aColumnForm } from '../../../tests/fixtures/a-monitoring-row.ts';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import { aFileCampaign, aFileSchool, anAnswersFile, somePlaces } from '../../../tests/fixtures/an-answers-file.ts';
import { factsFrom, readinessForm } from '../../../tests/fixtures/school-10.ts';
import { answersProblemWords } from '../../reports/import-words.ts';
import type { Json } from '../json.ts';
import type { Registers } from '../submission/registers.ts';
import { defaultSystems } from '../systems/default-systems.ts';
import type { System } from '../systems/systems.ts';
import { exportAnswersFile } from './export-answers-file.ts';
import { monitoringBlock } from './monitoring-block.ts';
import { parseAnswersFile } from './parse-answers-file.ts';

const blocks = [monitoringBlock(aColumnForm)];
const campaign = { ...aFileCampaign, forms: ['monitoring@1'] };

function schoolOf(parts: Record<string, unknown>, stored: Record<string, Json> = {}, forms = campaign.forms) {
  const file = anAnswersFile({ campaign: { ...campaign, forms }, schools: [aFileSchool(parts)] });
  const known = { places: somePlaces, factsOf: () => factsFrom(stored), blocks };
  const read = parseAnswersFile(file, readinessForm, known);
  if (!read.ok || !read.value.schools[0]) throw new Error(JSON.stringify(read));
  return read.value.schools[0];
}
const taken = (...given: Parameters<typeof schoolOf>) => {
  const school = schoolOf(...given);
  if (!('entries' in school)) throw new Error(JSON.stringify(school.problems));
  return school;
};
const problems = (monitoring: unknown) => {
  const school = schoolOf({ monitoring });
  return 'problems' in school
    ? school.problems.map(({ path, code }) => [path.replace('schools[0].monitoring.', ''), code])
    : [];
};

describe('the region’s monitoring in an answers file', () => {
  it('[AF13] takes every column by its number, lists row by row', () => {
    const own = {
      '5': 'tes',
      '8': 11,
      '14': 2,
      '14.modules': [{ name: 'Столовая', vendor: 'Поставщик', classes: 2 }],
      '20': 3,
      '24': [{ title: 'Семинар', pupils: 0, teachers: 12 }],
      '25': ' Пояснение ',
    };
    expect(Object.fromEntries(taken({ monitoring: { own } }).entries)).toEqual({
      '2016-17/monitoring/5': 'tes',
      '2016-17/monitoring/8': 11,
      '2016-17/monitoring/14': 2,
      '2016-17/monitoring/14:01': { name: 'Столовая', vendor: 'Поставщик', classes: 2 },
      '2016-17/monitoring/20': 3,
      '2016-17/monitoring/24:01': { title: 'Семинар', pupils: 0, teachers: 12 },
      '2016-17/monitoring/25': 'Пояснение',
    });
    expect(taken({ monitoring: { own: { '24': 'notParticipated' } } }).entries).toEqual([
      ['2016-17/monitoring/24', 'notParticipated'],
    ]);
  });

  it('[DW3] refuses a region’s own system that is not in its dictionary, wherever it stands, and names those that are', () => {
    const system = {
      id: 'own-1a2b3c4d',
      title: 'Наша школа',
      vendor: '',
      address: '',
      kind: 'grade-book',
      used: false,
    };
    const outcome = (id: string) => {
      const parts = {
        passport: { sedSystem: id, branches: [{ id: 'b1', name: 'Филиал', sedSystem: id }] },
        monitoring: { own: { 5: id }, branches: [{ id: 'b1', own: { 5: id } }] },
      };
      const file = anAnswersFile({ campaign, schools: [aFileSchool(parts)] });
      const systems = [...defaultSystems, system as System];
      const read = parseAnswersFile(file, readinessForm, {
        places: somePlaces,
        factsOf: () => new Map(),
        blocks,
        systems,
      });
      const [school] = read.ok ? read.value.schools : [];
      return school && 'problems' in school ? school.problems : [];
    };
    expect(outcome('own-1a2b3c4d')).toEqual([]); // switched off too: an answer keeps its words
    expect(outcome('tes')).toEqual([]);
    const problem = { code: 'unknown-system', id: 'own-00000000', known: ['own-1a2b3c4d — Наша школа'] };
    const places = ['passport.sedSystem', 'passport.branches[0].sedSystem'];
    places.push('monitoring.own.5', 'monitoring.branches[0].own.5');
    expect(outcome('own-00000000')).toEqual(places.map((path) => ({ ...problem, path: `schools[0].${path}` })));
    expect(answersProblemWords({ ...problem, code: 'unknown-system', path: 'x' })).toContain('Наша школа');
  });

  it('[MN6] refuses what a cell cannot hold, with its path', () => {
    expect(problems({ own: { 5: 'windows' } })).toEqual([['own.5', 'unknown-option']]);
    expect(problems({ own: { 8: 0 } })).toEqual([['own.8', 'out-of-range']]);
    expect(problems({ own: { 9: -1, 10: 1.5 } })).toEqual([
      ['own.9', 'wrong-type'],
      ['own.10', 'wrong-type'],
    ]);
    expect(problems({ own: { 19: 5, 26: 1 } })).toEqual([
      ['own.19', 'unknown-option'],
      ['own.26', 'unknown-column'],
    ]);
    expect(problems({ own: { 24: [{ who: 'x' }] } })).toEqual([['own.24[0].who', 'unknown-field']]);
    expect(problems([])).toEqual([['schools[0].monitoring', 'wrong-type']]);
    expect(problems({ branches: [{ own: {} }] })).toEqual([['branches[0].name', 'missing']]);
  });

  it('[AF14] meets a branch by its name in the passport or among places, and adds one that is not there', () => {
    const monitoring = {
      branches: [
        { name: 'Тальская ООШ', own: { 8: 9 } },
        { name: 'b10', own: { 8: 4 } },
        { name: 'Третий', own: {} },
      ],
    };
    const stored = { '-/branch:01': { name: 'Борская НОШ' }, '-/branch:07': { name: 'Тальская ООШ' } };
    expect(taken({ monitoring }, stored).entries).toEqual([
      ['2016-17/monitoring/8@07', 9],
      ['-/branch:b10', { name: 'b10' }],
      ['2016-17/monitoring/8@b10', 4],
      ['-/branch:03', { name: 'Третий' }],
    ]);
  });

  it('[AF13] keeps contacts out of revisions', () => {
    const school = taken({
      monitoring: { own: { 6: { fullName: 'Имя', position: 'завуч' }, 7: { phone: '3-11-20' } } },
    });
    expect(school.entries).toEqual([]);
    expect(school.privates.map(([path]) => path)).toEqual(['2016-17/monitoring/6', '2016-17/monitoring/7']);
  });

  it('[AF8] tells what the cross-checks say and stops nothing', () => {
    const school = taken({ monitoring: { own: { 5: 'tes', 8: 3, 9: 4 } } });
    expect(school.warnings).toMatchObject([{ code: 'cross-check', check: 'X01', isError: true, columns: ['9', '8'] }]);
  });

  it('[AF11] leaves it out where the campaign does not collect it', () => {
    expect(taken({ monitoring: { own: { 8: 3 } } }, {}, ['readiness@1'])).toMatchObject({
      entries: [],
      warnings: expect.arrayContaining([expect.objectContaining({ code: 'block-not-taken', name: 'monitoring' })]),
    });
  });

  it('[AF12] writes what it reads back, and tells what import would refuse', () => {
    const monitoring = {
      own: { 5: 'tes', 8: 11, 14: 1, '14.modules': [{ name: 'Столовая' }], 24: [{ title: 'Семинар' }] },
      branches: [{ id: '01', name: 'Борская НОШ', own: { 8: 4, 25: 'Связь' } }],
    };
    const { entries } = taken({ monitoring });
    const extra: [string, Json][] = [
      ['2016-17/monitoring/9', { typed: 'семь' }],
      ['2016-17/monitoring/6', { private: 'x' }],
    ];
    const registers: Registers = new Map(
      [...entries, ...extra].map(([path, value]) => [path, [aRevision({ path, value })]]),
    );
    const place = somePlaces.byId.get('s10');
    if (!place) throw new Error('no place');
    const exported = exportAnswersFile(
      readinessForm,
      { ...campaign, previous: undefined },
      [{ place, registers }],
      blocks,
    );
    expect(exported.schools[0]).toMatchObject({
      monitoring,
      notTaken: [{ register: 'monitoring/9', value: { typed: 'семь' } }],
    });
    expect(JSON.stringify(exported)).not.toContain('private');
    const again = taken({ monitoring: (exported.schools[0] as Record<string, unknown>).monitoring });
    expect(new Map(again.entries)).toEqual(new Map(entries));
  });

  it('[AF12] writes that a site took no part, too', () => {
    const monitoring = { own: { 21: 1, 24: 'notParticipated' } };
    const registers: Registers = new Map(
      taken({ monitoring }).entries.map(([path, value]) => [path, [aRevision({ path, value })]]),
    );
    expect(monitoringBlock(aColumnForm).write(registers, campaign.id)).toMatchObject({
      block: monitoring,
      notTaken: [],
    });
  });
});
