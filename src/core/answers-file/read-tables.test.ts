import { describe, expect, it } from 'vitest';
import {
  aFileCampaign,
  aFileSchool,
  anAnswersFile,
  entriesOf,
  problemsOf,
  readFile,
  warningsOf,
} from '../../../tests/fixtures/an-answers-file.ts';

const passport = { grad9: 8, grad11: 0 };

describe('months of journal fill', () => {
  it('[AF4] are stored by month: a percent, a pair, or "not provided"', () => {
    const JRN = [
      { month: '2016-09', percent: 97.2 },
      { month: '2016-10', filled: 95, due: 100, asOf: '2017-07-01', source: 'systemReport' },
      { month: '2016-11', percent: 'notProvided' },
      { month: '2016-12', percent: null },
    ];
    expect(entriesOf({ JRN })).toEqual({
      'JRN:2016-09': { percent: 97.2 },
      'JRN:2016-10': { filled: 95, due: 100, asOf: '2017-07-01', source: 'systemReport' },
      'JRN:2016-11': 'notProvided',
    });
    expect(Object.keys(entriesOf({ JRN: 'notProvided' }))).toHaveLength(11);
  });

  it('[AF4] refuses a percent out of range, filled above due, and a month that is none or outside the school year', () => {
    const JRN = [
      { month: '2016-09', percent: 100.1 },
      { month: '2016-10', percent: -1 },
      { month: '2016-11', filled: 5, due: 4 },
      { month: '2017-08', percent: 90 },
      { month: '2017-09', percent: 90 },
      { month: '2016-13', percent: 90 },
      { month: '2016-12', percent: '97,2' },
      { percent: 90 },
    ];
    expect(problemsOf({ JRN })).toEqual([
      { code: 'out-of-range', value: 100.1, least: 0, most: 100, path: 'JRN[0].percent' },
      { code: 'out-of-range', value: -1, least: 0, most: 100, path: 'JRN[1].percent' },
      { code: 'above-total', count: 5, total: 4, path: 'JRN[2].filled' },
      { code: 'month-outside-year', month: '2017-08', schoolYear: '2016/2017', path: 'JRN[3].month' },
      { code: 'month-outside-year', month: '2017-09', schoolYear: '2016/2017', path: 'JRN[4].month' },
      { code: 'not-a-month', path: 'JRN[5].month' },
      { code: 'wrong-type', expected: 'number', path: 'JRN[6].percent' },
      { code: 'missing', path: 'JRN[7].month' },
    ]);
  });

  it('[AF5] refuses a month twice', () => {
    const JRN = [
      { month: '2016-09', percent: 97 },
      { month: '2016-09', percent: 97 },
    ];
    expect(problemsOf({ JRN })).toEqual([{ code: 'row-twice', path: 'JRN[1]' }]);
  });

  it('[AF8] takes a month not begun by the as-of date, and says that it does not count', () => {
    const campaign = { ...aFileCampaign, asOf: '2017-06-15' };
    const schools = [aFileSchool({ JRN: [{ month: '2017-07', percent: 99 }] })];
    const read = readFile(anAnswersFile({ campaign, schools }));
    expect(read).toMatchObject({
      value: {
        schools: [
          {
            entries: [['2016-17/readiness/JRN:2017-07', { percent: 99 }]],
            warnings: [
              { code: 'does-not-count', id: 'JRN:2017-07', why: 'month-not-begun', path: 'schools[0].JRN[0]' },
              {},
              {},
            ],
          },
        ],
      },
    });
  });
});

describe('year closing', () => {
  it('[AF4] is stored as the screen does: reported or not, and steps as done of total', () => {
    const rows = { 'Y-1': { done: 26, total: 26 }, 'Y-5': 'notProvided', 'Y-6': {} };
    expect(entriesOf({ YEAR: { reported: true, reportedOn: '2017-06-30', rows } })).toEqual({
      'YEAR:reported': true,
      'YEAR:reportedOn': '2017-06-30',
      'YEAR:Y-1': { done: 26, total: 26 },
      'YEAR:Y-5': 'notProvided',
    });
    for (const YEAR of ['notProvided', { reported: false }, { reported: 'notProvided' }])
      expect(entriesOf({ YEAR })).toEqual({ 'YEAR:reported': 'notProvided' });
  });

  it('[AF4] refuses an unknown step, done above total and days that are none', () => {
    const rows = { 'Y-7': {}, 'Y-1': { done: 2, total: 1 }, 'Y-2': 5 };
    expect(problemsOf({ YEAR: { reported: 'да', reportedOn: '30.06.2017', rows } })).toEqual([
      { code: 'not-a-date', path: 'YEAR.reportedOn' },
    ]);
    expect(problemsOf({ YEAR: { reported: 'да', rows } })).toEqual([
      { code: 'wrong-type', expected: 'boolean', path: 'YEAR.reported' },
      { code: 'unknown-row', id: 'Y-7', path: 'YEAR.rows.Y-7' },
      { code: 'above-total', count: 2, total: 1, path: 'YEAR.rows.Y-1.done' },
      { code: 'wrong-type', expected: 'object', path: 'YEAR.rows.Y-2' },
    ]);
  });

  it('[AF8] passes over the step computed from the exams', () => {
    const YEAR = { rows: { 'Y-3': { done: 1, total: 3 } } };
    expect(entriesOf({ YEAR })).toEqual({});
    expect(warningsOf({ YEAR })).toEqual([{ code: 'computed-not-taken', id: 'Y-3', path: 'schools[0].YEAR.rows.Y-3' }]);
  });
});

describe('exams', () => {
  const anExam = (changes: object = {}) => ({ exam: 'ОГЭ', subject: 'МАТ', date: '2017-06-06', ...changes });

  it('[AF4] are rows by exam, subject and date', () => {
    const row = anExam({ state: 'partly', scoreMissing: false, resultMissing: true, reason: null, participants: 8 });
    expect(
      entriesOf({ passport, GIA: [row, anExam({ date: '2017-06-22', state: 'notLoaded', reason: 'technical' })] }),
    ).toMatchObject({
      'GIA:ОГЭ.МАТ.2017-06-06': { state: 'partly', scoreMissing: false, resultMissing: true, participants: 8 },
      'GIA:ОГЭ.МАТ.2017-06-22': { state: 'notLoaded', reason: 'technical' },
    });
    expect(entriesOf({ GIA: 'notProvided' })).toEqual({ 'GIA:reported': 'notProvided' });
    expect(Object.keys(entriesOf({ GIA: { reported: 'notProvided', rows: [anExam()] } }))).toEqual([
      'GIA:reported',
      'GIA:ОГЭ.МАТ.2017-06-06',
    ]);
  });

  it('[AF4] refuses an unknown exam or subject, another exam’s subject, a day outside the year, a word that is no state', () => {
    const GIA = [
      anExam({ exam: 'ВПР' }),
      anExam({ subject: 'ТРУД' }),
      anExam({ subject: 'МАТБ' }),
      anExam({ date: '2017-06-31' }),
      anExam({ date: '2016-06-06' }),
      anExam({ state: 'yes' }),
      anExam({ scoreMissing: 'нет' }),
      { exam: 'ОГЭ', subject: 'МАТ' },
    ];
    expect(problemsOf({ passport, GIA })).toEqual([
      { code: 'unknown-exam', exam: 'ВПР', path: 'GIA[0].exam' },
      { code: 'unknown-subject', subject: 'ТРУД', exam: 'ОГЭ', path: 'GIA[1].subject' },
      { code: 'unknown-subject', subject: 'МАТБ', exam: 'ОГЭ', path: 'GIA[2].subject' },
      { code: 'not-a-date', path: 'GIA[3].date' },
      { code: 'date-outside-year', date: '2016-06-06', schoolYear: '2016/2017', path: 'GIA[4].date' },
      { code: 'unknown-option', value: 'yes', allowed: ['loaded', 'partly', 'notLoaded'], path: 'GIA[5].state' },
      { code: 'wrong-type', expected: 'boolean', path: 'GIA[6].scoreMissing' },
      { code: 'missing', path: 'GIA[7].date' },
    ]);
  });

  it('[AF5] refuses a row twice, and rows of a grade without graduates; unknown graduates are no reason', () => {
    expect(problemsOf({ passport, GIA: [anExam(), anExam({ state: 'loaded' })] })).toEqual([
      { code: 'row-twice', path: 'GIA[1]' },
    ]);
    const eleventh = [anExam({ exam: 'ЕГЭ', subject: 'МАТБ' })];
    expect(problemsOf({ passport, GIA: eleventh })).toEqual([
      { code: 'exam-without-graduates', exam: 'ЕГЭ', grade: 11, path: 'GIA[0]' },
    ]);
    expect(problemsOf({ GIA: eleventh })).toEqual([]);
    expect(problemsOf({ GIA: eleventh }, { '-/passport/grad11': 0 })).toHaveLength(1);
  });
});

describe('site checks', () => {
  it('[AF4] give an address and a state, two registers', () => {
    const SITE = {
      'S-03': { state: 'partly', url: 'https://school.example/acts' },
      'S-04': { state: 'na' },
      'S-05': null,
    };
    expect(entriesOf({ SITE })).toEqual({
      'SITE:S-03#url': 'https://school.example/acts',
      'SITE:S-03#state': 'partly',
      'SITE:S-04#state': 'na',
    });
  });

  it('[AF4] refuses an unknown check and an unknown state', () => {
    expect(problemsOf({ SITE: { 'S-15': { state: 'ok' }, 'S-01': { state: 'good' }, 'S-02': 'ok' } })).toEqual([
      { code: 'unknown-check', id: 'S-15', path: 'SITE.S-15' },
      expect.objectContaining({ code: 'unknown-option', value: 'good', path: 'SITE.S-01.state' }),
      { code: 'wrong-type', expected: 'object', path: 'SITE.S-02' },
    ]);
  });
});
