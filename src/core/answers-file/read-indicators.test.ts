import { describe, expect, it } from 'vitest';
import { entriesOf, problemsOf, readSchoolOf, warningsOf } from '../../../tests/fixtures/an-answers-file.ts';

const passport = { pupils: 90, staffWithAccess: 19, classes: 11 };
const taken = (readiness: object, stored = {}) => entriesOf({ readiness }, stored);
const refused = (readiness: object, stored = {}) => problemsOf({ passport, readiness }, stored);

describe('answers', () => {
  it('[AF4] are stored as the program’s screens store them', () => {
    const readiness = {
      'K1-01': 'partial',
      'K1-07': '2017-05-15',
      'K2-04': 3,
      'K3-01': 'no',
      'K4-05': '1',
      'K6-01': 'notProvided',
      'K3-10': { na: ' не публикуем ' },
      'K1-02': null,
    };
    expect(taken(readiness)).toEqual({
      'K1-01': 'partial',
      'K1-07': '2017-05-15',
      'K2-04': 3,
      'K3-01': 'no',
      'K4-05': '1',
      'K6-01': 'notProvided',
      'K3-10': { na: 'не публикуем' },
    });
  });

  it('[AF4] refuses an unknown indicator, a computed one, a word that is no option and a wrong type', () => {
    expect(
      refused({
        'К1-01': 'yes',
        'K4-04': 98,
        'K3-01': 'partial',
        'K1-01': true,
        'K4-05': '5',
        'K4-09': 'constructor',
        'K2-04': -1,
        'K1-07': 'вчера',
        'K7-03': '2017-02-29',
        'K1-04': '12 из 19',
      }),
    ).toEqual([
      { code: 'unknown-indicator', id: 'К1-01', path: 'readiness.К1-01' },
      { code: 'computed', id: 'K4-04', path: 'readiness.K4-04' },
      { code: 'unknown-option', value: 'partial', allowed: ['yes', 'no'], path: 'readiness.K3-01' },
      { code: 'unknown-option', value: true, allowed: ['yes', 'partial', 'no'], path: 'readiness.K1-01' },
      { code: 'unknown-option', value: '5', allowed: ['1', '2', '3', '4'], path: 'readiness.K4-05' },
      { code: 'unknown-option', value: 'constructor', allowed: ['1', '2', '3'], path: 'readiness.K4-09' },
      { code: 'wrong-type', expected: 'count', path: 'readiness.K2-04' },
      { code: 'not-a-date', path: 'readiness.K1-07' },
      { code: 'not-a-date', path: 'readiness.K7-03' },
      { code: 'wrong-type', expected: 'object', path: 'readiness.K1-04' },
    ]);
  });

  it('[AF7] refuses "does not apply" without a reason, and of a critical indicator', () => {
    expect(
      refused({ 'K3-10': { na: ' ' }, 'K3-09': { na: 5 }, 'K3-01': { na: 'не нужно' }, 'K4-01': { na: '' } }),
    ).toEqual([
      { code: 'na-without-reason', path: 'readiness.K3-10' },
      { code: 'wrong-type', expected: 'text', path: 'readiness.K3-09.na' },
      { code: 'na-critical', path: 'readiness.K3-01' },
      { code: 'na-critical', path: 'readiness.K4-01' },
    ]);
  });
});

describe('ratios', () => {
  it('[AF6] store n only; the total stands in the passport', () => {
    expect(entriesOf({ passport, readiness: { 'K1-04': { n: 12, total: 19 }, 'K3-03': { n: 70 } } })).toMatchObject({
      'K1-04': { n: 12 },
      'K3-03': { n: 70 },
    });
  });

  it('[AF6] "full" is everybody of the passport, the stored one too, branches included', () => {
    const stored = { '-/passport/pupils': 90, '-/branch:a': { pupils: 10 } };
    expect(taken({ 'K3-03': 'full' }, stored)).toEqual({ 'K3-03': { n: 100 } });
    expect(problemsOf({ readiness: { 'K3-03': 'full' } })).toEqual([
      { code: 'full-without-total', path: 'readiness.K3-03' },
    ]);
  });

  it('[AF6] refuses a total unlike the passport’s and a count above it, at the answer', () => {
    expect(refused({ 'K1-04': { n: 12, total: 20 }, 'K3-03': { n: 91 }, 'K3-04': { n: 1.5 } })).toEqual([
      { code: 'total-differs', total: 20, passport: 19, path: 'readiness.K1-04' },
      { code: 'above-total', count: 91, total: 90, path: 'readiness.K3-03' },
      { code: 'wrong-type', expected: 'count', path: 'readiness.K3-04.n' },
    ]);
    const stored = { '-/passport/teachers': 16 };
    expect(refused({ 'K5-01': { n: 3, total: 15 } }, stored)).toEqual([
      { code: 'total-differs', total: 15, passport: 16, path: 'readiness.K5-01' },
    ]);
  });

  it('[AF6] fills a figure the passport lacks, for every answer of that total, and says so', () => {
    const readiness = { 'K5-01': 'full', 'K5-02': { n: 12, total: 16 }, 'K5-03': { n: 11 } };
    expect(taken(readiness)).toEqual({
      '-/passport/teachers': 16,
      'K5-01': { n: 16 },
      'K5-02': { n: 12 },
      'K5-03': { n: 11 },
    });
    expect(warningsOf({ readiness })).toEqual([
      { code: 'passport-filled', figure: 'teachers', total: 16, path: 'schools[0].readiness.K5-02' },
    ]);
    expect(refused({ 'K5-02': { n: 12, total: 16 }, 'K5-03': { n: 11, total: 17 } })).toEqual([
      { code: 'total-differs', total: 17, passport: 16, path: 'readiness.K5-03' },
    ]);
    expect(refused({ 'K5-02': { n: 17, total: 16 } })).toMatchObject([{ code: 'above-total' }]);
  });

  it('[AF6] takes the branches’ figures off before it fills the school’s own, and buildings by rows', () => {
    const branches = [{ id: 'a', pupils: 10 }];
    const filled = {
      passport: { branches },
      readiness: { 'K3-03': { n: 90, total: 100 }, 'K2-01': { n: 1, total: 2 } },
    };
    expect(entriesOf(filled)).toEqual({
      '-/branch:a': { pupils: 10 },
      '-/passport/pupils': 90,
      '-/passport/building:01': { lessonsHeld: true },
      '-/passport/building:02': { lessonsHeld: true },
      'K3-03': { n: 90 },
      'K2-01': { n: 1 },
    });
    expect(
      problemsOf({ passport: { branches }, readiness: { 'K3-03': { n: 1, total: 9 }, 'K2-01': { n: 1, total: 101 } } }),
    ).toEqual([
      { code: 'total-differs', total: 9, passport: 10, path: 'readiness.K3-03' },
      { code: 'out-of-range', value: 101, least: 1, most: 100, path: 'readiness.K2-01' },
    ]);
  });

  it('[AF8] takes a count whose total is unknown or 0, and says that it does not count', () => {
    expect(warningsOf({ readiness: { 'K3-03': { n: 70 } } })).toEqual([
      { code: 'does-not-count', id: 'K3-03', why: 'total-unknown', path: 'schools[0].readiness.K3-03' },
    ]);
    expect(warningsOf({ passport: { classes: 0 }, readiness: { 'K4-01': { n: 0, total: 0 } } })).toEqual([
      { code: 'does-not-count', id: 'K4-01', why: 'total-zero', path: 'schools[0].readiness.K4-01' },
    ]);
  });
});

describe('evidence and comments', () => {
  it('[AF4] stand beside the answers, by indicator', () => {
    const blocks = {
      evidence: { 'K1-01': { number: '245', date: '2017-05-26', link: null, note: ' о переходе ' }, 'K1-02': {} },
      comments: { 'K1-01': 'приказ на подписи', 'K1-02': '' },
    };
    expect(entriesOf(blocks)).toEqual({
      'K1-01#evidence': { number: '245', date: '2017-05-26', note: 'о переходе' },
      'K1-01#comment': 'приказ на подписи',
    });
  });

  it('[AF4] refuses an unknown indicator, an unknown part and a day that does not exist', () => {
    const blocks = {
      evidence: { 'K9-01': {}, 'K1-01': { date: '2017-13-01', scan: 'x' } },
      comments: { 'K4-04': 'x' },
    };
    expect(problemsOf(blocks)).toEqual([
      { code: 'unknown-indicator', id: 'K9-01', path: 'evidence.K9-01' },
      { code: 'not-a-date', path: 'evidence.K1-01.date' },
      { code: 'unknown-field', name: 'scan', path: 'evidence.K1-01.scan' },
      { code: 'computed', id: 'K4-04', path: 'comments.K4-04' },
    ]);
    expect(readSchoolOf({ evidence: { 'K1-01': 'приказ' } })).toMatchObject({ problems: [{ code: 'wrong-type' }] });
  });
});
