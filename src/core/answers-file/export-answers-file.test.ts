import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import { aFileCampaign, anAnswersFile, aPlace, readFile } from '../../../tests/fixtures/an-answers-file.ts';
import { type Answers, aFullSchool, aSchool10, readinessForm } from '../../../tests/fixtures/school-10.ts';
import { indicatorsOf } from '../form/form.ts';
import type { Json } from '../json.ts';
import { RevisionIndex } from '../submission/revision-index.ts';
import { exportAnswersFile } from './export-answers-file.ts';

const { previous: _none, ...campaign } = aFileCampaign;
const school = aPlace('s10', 'school', 'kirovsk', 'СОШ № 10');
const fullPath = (key: string) =>
  key.startsWith('-/') ? key : `2016-17/${key === 'status' ? key : `readiness/${key}`}`;

/** Registers of one school; several values of a register are heads beside one another. */
function registersOf(answers: Answers, conflicts: Record<string, readonly Json[]> = {}) {
  const index = new RevisionIndex();
  for (const [key, values] of [
    ...Object.entries(answers).map(([key, value]) => [key, [value]] as const),
    ...Object.entries(conflicts),
  ])
    index.add(values.map((value) => aRevision({ path: fullPath(key), value })));
  return index.registers();
}

const exported = (answers: Answers, conflicts: Record<string, readonly Json[]> = {}) =>
  exportAnswersFile(readinessForm, campaign, [{ place: school, registers: registersOf(answers, conflicts) }]);

/** Reads a file back through JSON text; throws when its only school is refused. */
function imported(file: unknown): Answers {
  const read = readFile(JSON.parse(JSON.stringify(file)));
  const [outcome] = read.ok ? read.value.schools : [];
  if (!outcome || 'problems' in outcome) throw new Error(JSON.stringify(outcome ?? read));
  return Object.fromEntries(
    outcome.entries.map(([path, value]) => [path.replace(/^2016-17\/(readiness\/)?/, ''), value]),
  );
}

const given = (answers: Answers) => Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null));

describe('exportAnswersFile', () => {
  it('[AF12] writes a school so that reading it gives every register back', () => {
    const answers = aSchool10({
      status: { state: 'accepted' },
      'K1-01#evidence': { number: '245', date: '2017-05-26' },
      'K1-01#comment': 'на подписи',
      'SITE:S-03#url': 'https://school.example',
      'SITE:S-03#state': 'partly',
      'JRN:2017-07': 'notProvided',
      'GIA:reported': 'notProvided',
      '-/branch:ab12': { name: 'Боровая', pupils: 0 },
      '-/passport/building:b': { lessonsHeld: false, branchId: 'ab12' },
    });
    const file = exported(answers);
    expect(imported(file)).toEqual(given(answers));
    expect(file).toMatchObject({
      format: 'gotovo-answers/1',
      campaign,
      schools: [
        {
          place: { id: 's10', parent: 'kirovsk' },
          passport: { pupils: 90, buildings: [{ id: 'a', address: 'Школьная, 4', lessonsHeld: true }, { id: 'b' }] },
          readiness: { 'K1-04': { n: 12, total: 19 }, 'K3-10': { na: 'не публикуем' }, 'K6-01': 'notProvided' },
          YEAR: { reported: 'notProvided' },
        },
      ],
    });
    expect(file.schools[0]).not.toHaveProperty('notTaken');
    expect(file.schools[0]).not.toHaveProperty('conflicts');
  });

  it('[AF12] exports the counted one of several answers and lists the others beside it', () => {
    const file = exported(
      aFullSchool(),
      Object.fromEntries<readonly Json[]>([
        ['K7-01', ['yes', 'no']],
        ['JRN:2016-09', [{ percent: 99 }, { percent: 91 }]],
        [
          'YEAR:Y-1',
          [
            { done: 8, total: 8 },
            { done: 2, total: 8 },
          ],
        ],
        ['YEAR:reported', [true, 'notProvided']],
        ['GIA:ОГЭ.РУС.2017-05-30', [{ state: 'loaded' }, { state: 'partly' }]],
        ['status', [{ state: 'accepted' }, { state: 'returned' }]],
      ]),
    );
    const [one] = file.schools;
    expect(one).toMatchObject({
      readiness: { 'K7-01': 'no' },
      status: 'returned',
      conflicts: [
        { register: 'GIA:ОГЭ.РУС.2017-05-30', values: [{ state: 'loaded' }] },
        { register: 'JRN:2016-09', values: [{ percent: 99 }] },
        { register: 'K7-01', values: ['yes'] },
        { register: 'YEAR:Y-1', values: [{ done: 8, total: 8 }] },
        { register: 'YEAR:reported', values: [true] },
        { register: 'status', values: [{ state: 'accepted' }] },
      ],
    });
    expect(imported(file)).toMatchObject({
      'K7-01': 'no',
      'JRN:2016-09': { percent: 91 },
      'YEAR:Y-1': { done: 2, total: 8 },
    });
  });

  it('[AF12] lists what import would refuse apart, a column of a row by itself, and the rest stays readable', () => {
    const file = exported({
      ...aFullSchool(),
      'K1-04': { n: 95 },
      'K3-03': { typed: '7о' },
      'K3-10': { na: '' },
      'K3-01#check': { value: 'no', reason: 'нет записи' },
      'JRN:2016-09': { percent: 120 },
      'JRN:2016-08': { percent: 90 },
      '-/passport/teachers': { typed: 'шестнадцать' },
      '-/passport/building:a': { lessonsHeld: true, teacherPcs: { typed: '3 шт' } },
      'GIA:ЕГЭ.МАТБ.2017-06-01': { state: 'loaded' },
    });
    expect(file.schools[0]?.notTaken).toEqual([
      { register: '-/passport/building:a', value: { lessonsHeld: true, teacherPcs: { typed: '3 шт' } } },
      { register: '-/passport/teachers', value: { typed: 'шестнадцать' } },
      { register: 'GIA:ЕГЭ.МАТБ.2017-06-01', value: { state: 'loaded' } },
      { register: 'JRN:2016-08', value: { percent: 90 } },
      { register: 'JRN:2016-09', value: { percent: 120 } },
      { register: 'K1-04', value: { n: 95 } },
      { register: 'K3-01#check', value: { value: 'no', reason: 'нет записи' } },
      { register: 'K3-03', value: { typed: '7о' } },
      { register: 'K3-10', value: { na: '' } },
    ]);
    expect(imported(file)).toMatchObject({ '-/passport/building:a': { lessonsHeld: true }, 'K5-01': { n: 16 } });
  });
});

const aText = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 });
const count = fc.nat({ max: 40 });
const perhaps = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const aDay = fc.constantFrom('2017-05-15', '2016-02-29', '2030-01-01');

/** Any answer of an indicator that fits the form, on a passport of 40 everywhere. */
const anyAnswer = (kind: string, critical: boolean, options: readonly string[]): fc.Arbitrary<unknown> => {
  const own: Record<string, fc.Arbitrary<unknown>> = {
    'yes-no': fc.constantFrom('yes', 'no'),
    'yes-partial-no': fc.constantFrom('yes', 'partial', 'no'),
    ratio: fc.oneof(
      fc.constant('full'),
      count.map((n) => ({ n })),
    ),
    number: count,
    date: aDay,
    choice: fc.constantFrom(...options, 'notProvided'),
  };
  const reasons = critical ? [] : [aText.filter((text) => text.trim() !== '').map((na) => ({ na: `причина ${na}` }))];
  return fc.oneof(own[kind] ?? fc.constant(null), fc.constant('notProvided'), fc.constant(null), ...reasons);
};

const typed = indicatorsOf(readinessForm).filter((indicator) => indicator.kind !== 'derived');
const anyReadiness = fc.record(
  Object.fromEntries(typed.map((one) => [one.id, anyAnswer(one.kind, one.critical, Object.keys(one.options ?? {}))])),
  { requiredKeys: [] },
);
const figures = ['pupils', 'teachers', 'staffWithAccess', 'classes', 'grad9', 'grad11'] as const;
const anyBlocks = fc.record(
  {
    passport: fc.record({
      ...Object.fromEntries(figures.map((name) => [name, fc.constant(40)])),
      shortName: perhaps(aText),
      level: perhaps(fc.constantFrom('СОШ', 'лицей')),
      buildings: fc.constant(Array.from({ length: 40 }, (_, at) => ({ address: `Дом ${at}`, lan: at % 2 === 0 }))),
    }),
    status: fc.constantFrom('draft', 'submitted', 'returned', 'accepted'),
    readiness: anyReadiness,
    evidence: fc.dictionary(
      fc.constantFrom('K1-01', 'K7-07'),
      fc.record({ number: perhaps(aText), date: perhaps(aDay) }),
    ),
    comments: fc.dictionary(fc.constantFrom('K1-01', 'K7-07'), aText),
    JRN: fc.uniqueArray(
      fc.record({
        month: fc.constantFrom('2016-09', '2016-12', '2017-01', '2017-07'),
        percent: fc.oneof(fc.double({ min: 0, max: 100, noNaN: true }), fc.constant('notProvided')),
      }),
      { selector: (row) => row.month },
    ),
    YEAR: fc.record({
      reported: fc.constantFrom(true, false, 'notProvided', null),
      reportedOn: perhaps(aDay),
      rows: fc.dictionary(
        fc.constantFrom('Y-1', 'Y-5'),
        fc.constantFrom('notProvided', { done: 1, total: 2 }, { done: 3 }),
      ),
    }),
    GIA: fc.uniqueArray(
      fc.record({
        exam: fc.constantFrom('ОГЭ', 'ЕГЭ'),
        subject: fc.constantFrom('МАТ', 'РУС'),
        date: fc.constantFrom('2017-05-30', '2017-06-06'),
        state: perhaps(fc.constantFrom('loaded', 'partly', 'notLoaded')),
        scoreMissing: perhaps(fc.boolean()),
        reason: fc.constantFrom('technical', 'school', null),
        participants: perhaps(count),
      }),
      { selector: (row) => `${row.exam}${row.subject}${row.date}` },
    ),
    SITE: fc.dictionary(
      fc.constantFrom('S-01', 'S-14'),
      fc.record({ url: perhaps(aText), state: fc.constantFrom('ok', 'na') }),
    ),
  },
  { requiredKeys: ['passport'] },
);

describe('for any file', () => {
  it('[AF12] gives the same values after import, export and import', () => {
    fc.assert(
      fc.property(anyBlocks, (blocks) => {
        const first = imported(anAnswersFile({ schools: [{ place: { id: 's10' }, ...blocks }] }));
        expect(imported(exported(first))).toEqual(first);
      }),
      { numRuns: 100 },
    );
  });

  it('[AF12] exports whatever the registers hold as a file that can be imported, and loses no value', () => {
    const keys = [...typed.map((one) => one.id), 'K4-04', 'K1-01#evidence', 'K1-01#comment', 'K1-01#check', 'status']
      .concat(['JRN:2016-09', 'JRN:x', 'YEAR:reported', 'YEAR:reportedOn', 'YEAR:Y-1', 'YEAR:Y-9', 'GIA:reported'])
      .concat([
        'GIA:ОГЭ.МАТ.2017-06-06',
        'GIA:ОГЭ.МАТ',
        'SITE:S-01#url',
        'SITE:S-99#state',
        'SITE:__proto__#url',
        '-/passport/pupils',
      ])
      .concat([
        '-/passport/level',
        '-/passport/other',
        '-/passport/__proto__',
        'YEAR:__proto__',
        '-/passport/building:a',
        '-/branch:b',
        '-/device:x',
      ]);
    const anyValue = fc.constantFrom<Json>(
      'yes',
      'full',
      '',
      0,
      12,
      1.5,
      true,
      [],
      { n: 3 },
      { typed: 'x' },
      { na: ' ' },
    );
    const anyRow = fc.dictionary(fc.constantFrom('state', 'percent', 'done', 'total', 'pupils', 'date', 'x'), anyValue);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), fc.oneof(anyValue, anyRow)), (answers) => {
        const file = exported(answers as Answers);
        const taken = imported(file);
        const left = new Set((file.schools[0]?.notTaken ?? []).map((one) => one.register));
        const lost = Object.entries(answers).filter(([key]) => !(key in taken) && !left.has(key));
        expect(lost.filter(([, value]) => JSON.stringify(value) !== '{}' && value !== '')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
