import { describe, expect, it } from 'vitest';
import { entriesOf, problemsOf, readSchoolOf, warningsOf } from '../../../tests/fixtures/an-answers-file.ts';
import { passportTexts } from '../../texts/passport.ts';
import { buildingSchema, passportFields } from './read-passport.ts';

const passport = { pupils: 90, teachers: 16, staffWithAccess: 19, classes: 11, grad9: 8, grad11: 0 };

describe('the passport', () => {
  it('[AF4] gives every field its register, and every building and branch a row', () => {
    const blocks = {
      place: { id: 's10', level: 'СОШ' },
      passport: {
        pupils: 90,
        siteUrl: ' https://school10.example ',
        inn: null,
        branches: [{ id: 'abc', name: 'Боровая', pupils: 12 }],
        buildings: [
          { address: 'Школьная, 4', lessonsHeld: true, lan: true, internet: 'fibre', internetFunding: 'regional' },
          { address: 'Лесная, 1', branchId: 'abc', pupilPcs: 3 },
        ],
      },
    };
    expect(entriesOf(blocks)).toEqual({
      '-/passport/level': 'СОШ',
      '-/passport/pupils': 90,
      '-/passport/siteUrl': 'https://school10.example',
      '-/branch:abc': { name: 'Боровая', pupils: 12 },
      '-/passport/building:01': {
        address: 'Школьная, 4',
        lessonsHeld: true,
        lan: true,
        internet: 'fibre',
        internetFunding: 'regional',
      },
      '-/passport/building:02': { address: 'Лесная, 1', lessonsHeld: true, branchId: 'abc', pupilPcs: 3 },
    });
  });

  it('[AF4] refuses unknown fields, wrong types, negative counts and words that are not in the list', () => {
    const blocks = {
      place: { id: 's10', level: 'школа' },
      passport: {
        pupil: 90,
        pupils: '90',
        teachers: 1.5,
        classes: -1,
        level: null,
        shortName: 'я'.repeat(4001),
        sedSystem: 'АИС',
        buildings: [{ internet: 'wifi', floors: 2 }, { branchId: 'nowhere' }, 'x'],
        branches: {},
      },
    };
    expect(problemsOf(blocks)).toEqual([
      { code: 'unknown-field', name: 'pupil', path: 'passport.pupil' },
      { code: 'wrong-type', expected: 'number', path: 'passport.pupils' },
      { code: 'wrong-type', expected: 'count', path: 'passport.teachers' },
      { code: 'wrong-type', expected: 'count', path: 'passport.classes' },
      { code: 'too-long', most: 4000, path: 'passport.shortName' },
      expect.objectContaining({ code: 'unknown-option', value: 'АИС', path: 'passport.sedSystem' }),
      { code: 'wrong-type', expected: 'list', path: 'passport.branches' },
      expect.objectContaining({ code: 'unknown-option', value: 'wifi', path: 'passport.buildings[0].internet' }),
      { code: 'unknown-field', name: 'floors', path: 'passport.buildings[0].floors' },
      { code: 'unknown-branch', id: 'nowhere', path: 'passport.buildings[1].branchId' },
      { code: 'wrong-type', expected: 'object', path: 'passport.buildings[2]' },
      expect.objectContaining({ code: 'unknown-option', value: 'школа', path: 'place.level' }),
    ]);
  });

  it('[AF5] refuses a building twice', () => {
    const buildings = [{ id: '02' }, { address: 'Лесная, 1' }];
    expect(problemsOf({ passport: { buildings } })).toEqual([{ code: 'row-twice', path: 'passport.buildings[1]' }]);
  });

  it('[AF9] keeps rows that the file does not have, and says so', () => {
    const blocks = { passport: { buildings: [{ address: 'Школьная, 4' }] } };
    const stored = {
      '-/passport/building:01': { address: 'Старая' },
      '-/passport/building:ab12': { address: 'Лесная' },
    };
    expect(Object.keys(entriesOf(blocks, stored))).toEqual(['-/passport/building:01']);
    expect(warningsOf(blocks, stored)).toEqual([
      { code: 'rows-stay', table: 'buildings', count: 1, path: 'schools[0].passport.buildings' },
    ]);
  });

  it('[SD4] takes a shipped system and one a region has added, and refuses an id of neither kind', () => {
    for (const sedSystem of ['tes', 'electronicSchool', 'own-1a2b3c4d', 'none'])
      expect(entriesOf({ passport: { sedSystem } })).toEqual({ '-/passport/sedSystem': sedSystem });
    for (const sedSystem of ['own-1', 'schoolClient', 5])
      expect(problemsOf({ passport: { sedSystem } })).toEqual([
        expect.objectContaining({ code: 'unknown-option', value: sedSystem, path: 'passport.sedSystem' }),
      ]);
  });

  it('knows the same words as the passport’s screen', () => {
    const words = (texts: object) => Object.keys(texts);
    expect(passportFields.level.options).toEqual(words(passportTexts.levels));
    const { internet, internetFunding } = buildingSchema.shape;
    expect(internet.def.innerType.options).toEqual(words(passportTexts.internet));
    expect(internetFunding.def.innerType.options).toEqual(words(passportTexts.funding));
  });
});

describe('the status', () => {
  it('[AF4] is one of four words, a register of the campaign', () => {
    const outcome = readSchoolOf({ status: 'accepted' });
    expect(outcome).toMatchObject({ entries: [['2016-17/status', { state: 'accepted' }]] });
    expect(problemsOf({ status: 'sent' })).toMatchObject([{ code: 'unknown-option', path: 'status' }]);
  });
});

describe('warnings', () => {
  it('[AF8] takes a day to come and an answer hidden by another one, and says that they do not count', () => {
    const blocks = { passport, readiness: { 'K1-07': '2018-01-01', 'K3-01': 'no', 'K3-02': 'yes' } };
    expect(entriesOf(blocks)).toMatchObject({ 'K1-07': '2018-01-01', 'K3-02': 'yes' });
    expect(warningsOf(blocks)).toEqual([
      { code: 'does-not-count', id: 'K1-07', why: 'date-in-future', path: 'schools[0].readiness.K1-07' },
      { code: 'hidden-answer', id: 'K3-02', path: 'schools[0].readiness.K3-02' },
    ]);
  });

  it('[AF8] says what the passport lacks and how much is unanswered, and takes what there is', () => {
    const outcome = readSchoolOf({ passport: { ...passport, grad11: null }, readiness: { 'K1-01': 'yes' } });
    expect(outcome).toMatchObject({
      warnings: [
        {
          code: 'passport-incomplete',
          missing: ['-/passport/grad11', '-/passport/building:'],
          path: 'schools[0].passport',
        },
        { code: 'incomplete', answered: 1, of: 54, path: 'schools[0]' },
      ],
    });
  });

  it('[AF8] lets every block be absent, empty or null', () => {
    const empty = { passport: null, readiness: {}, JRN: [], GIA: null, YEAR: {}, SITE: {}, evidence: {}, status: null };
    expect(entriesOf(empty)).toEqual({});
    expect(problemsOf({ passport: [], readiness: 5, YEAR: 'x', evidence: 'x' }).map((one) => one.path)).toEqual([
      'passport',
      'readiness',
      'evidence',
      'YEAR',
    ]);
  });
});
