import { describe, expect, it } from 'vitest';
import { aColumnForm as form, secret, whole } from '../../../tests/fixtures/a-monitoring-row.ts';
import type { Json } from '../json.ts';
import type { Facts } from '../submission/facts.ts';
import { noContext } from './check-rows.ts';
import { schoolRowsOf } from './column-rows.ts';
import { offersOf } from './offers.ts';
import { countedForm, rowsStanding } from './rows-standing.ts';

const given = { nameOf: (at: number) => `Филиал ${at}`, context: noContext };
const factsOf = (values: Record<string, Json>): Facts =>
  new Map(Object.entries(values).map(([key, value]) => [key, [value]]));
const standing = (values: Record<string, Json>) => rowsStanding(form, factsOf(values), given);
const codes = (values: Record<string, Json>) =>
  standing(values).messages.map(({ code, confirmKey, isConfirmed }) => [code, confirmKey, isConfirmed]);

describe('[MS4] a form of columns', () => {
  it('may be submitted once it is whole, and not while a cell is empty, does not fit, or stands twice', () => {
    expect(standing(whole)).toMatchObject({ mayBeSubmitted: true, progress: { filled: 17, of: 17 } });
    expect(standing({ ...whole, 8: null as never })).toMatchObject({ mayBeSubmitted: false });
    const typed = standing({ ...whole, 8: { typed: 'одиннадцать' } });
    expect(typed).toMatchObject({ mayBeSubmitted: false, unfit: [{ columnId: '8', branch: null }] });
    expect(typed.progress.missing).toEqual([{ columnId: '8', branch: null }]);
    expect(standing({ ...whole, 15: 0 }).unfit).toEqual([{ columnId: '15', branch: null }]);
    const twice = new Map([...factsOf(whole), ['8', [11, 12]]]);
    expect(rowsStanding(form, twice, given)).toMatchObject({ mayBeSubmitted: false, conflicts: ['8'] });
    expect(standing({ ...whole, 9: 12 })).toMatchObject({ mayBeSubmitted: false });
  });

  it('takes lists whose rows say what they are, with counts where counts stand', () => {
    const row = { name: 'турникет', vendor: 'ООО', classes: 2 };
    expect(standing({ ...whole, 14: 2, '14:01': row }).mayBeSubmitted).toBe(true);
    expect(standing({ ...whole, 14: 2 }).progress.missing).toEqual([{ columnId: '14', branch: null }]);
    for (const wrong of [{ ...row, classes: { typed: 'два' } }, { vendor: 'ООО' }])
      expect(standing({ ...whole, 14: 2, '14:01': wrong }).unfit).toEqual([{ columnId: '14', branch: null }]);
  });

  it('says what X04 would say of a school that gives up paper', () => {
    expect(standing({ ...whole, 13: 10 }).withoutPaper?.values).toEqual([10, 11, 2]);
    expect(standing(whole).withoutPaper).toBeNull();
  });
});

it('[MS5] counts a confirmation while the values stand that were confirmed', () => {
  const many = { ...whole, 10: 345 };
  expect(codes(many)).toEqual([['X11', 'X11:10#confirmed', false]]);
  expect(standing(many).mayBeSubmitted).toBe(false);
  const confirmed = { ...many, 'X11:10#confirmed': [345, 172] };
  expect(codes(confirmed)).toEqual([['X11', 'X11:10#confirmed', true]]);
  expect(standing(confirmed).mayBeSubmitted).toBe(true);
  const twice = new Map([
    ...factsOf(many),
    [
      'X11:10#confirmed',
      [
        [300, 172],
        [345, 172],
      ],
    ],
  ] as [string, Json[]][]);
  expect(rowsStanding(form, twice, given)).toMatchObject({ mayBeSubmitted: true, conflicts: [] });
  expect(codes({ ...confirmed, 10: 346 })).toEqual([['X11', 'X11:10#confirmed', false]]);
});

it('[MS5] confirms what is said of each branch apart, by a key that is no branch’s register', () => {
  const rows = {
    ...whole,
    '-/branch:b1': { name: 'Филиал', address: 'с. Бор' },
    '-/branch:b2': { name: 'Филиал', address: 'с. Тал' },
    '5@b1': 'none',
    '5@b2': 'none',
  };
  const keys = standing(rows).messages.flatMap(({ code, confirmKey }) => (code === 'X16' ? [confirmKey] : []));
  expect(keys).toEqual(['X16:b1#confirmed', 'X16:b2#confirmed']);
  const with1 = standing({ ...rows, 'X16:b1#confirmed': ['none', 'dnevnikRu'] });
  expect(with1.rows.branches.map(({ name }) => name)).toEqual(['Филиал', 'Филиал (2)']);
  expect(with1.messages.map(({ code, isConfirmed }) => [code, isConfirmed])).toEqual([
    ['X16', true],
    ['X16', false],
  ]);
});

it('[MS8] asks for private columns like the others, and takes nothing there but a hash', () => {
  const site = { ...whole, 5: 'tes', 21: 1, 24: 'notParticipated' };
  expect(standing(site).progress.missing.map(({ columnId }) => columnId)).toEqual(['22', '23']);
  expect(standing(site).messages.map(({ code, columns }) => [code, ...columns])).toEqual([['X08', '22', '23']]);
  expect(standing({ ...site, 22: secret, 23: secret }).mayBeSubmitted).toBe(true);
  const open = standing({ ...whole, 6: { fullName: 'Имя' } });
  expect(open.unfit).toEqual([{ columnId: '6', branch: null }]);
  expect(open.mayBeSubmitted).toBe(false);
});

it('[MS1] is counted as so many cells of so many', () => {
  expect(countedForm(form, given).progressOf(factsOf({ ...whole, 8: null as never }))).toEqual({
    answered: 16,
    of: 17,
  });
});

describe('[MS3] what is known already', () => {
  it('is 0 where it is counted in a system there is none of', () => {
    expect(offered({ 5: 'none', 9: 1 })).toEqual({ 10: 0, 13: 0, 14: 0, 16: 0, 18: 0 });
  });

  const offered = (values: Record<string, Json>, scored: Record<string, Json> = {}) => {
    const facts = factsOf(values);
    const offers = offersOf(form, schoolRowsOf(form, facts), { facts, scored: factsOf(scored) });
    return Object.fromEntries([...offers].map(([key, { value }]) => [key, value]));
  };
  const passport = {
    '-/passport/classes': 11,
    '-/passport/sedSystem': 'tes',
    '-/passport/pupils': 0,
    '-/passport/building:a': { teacherPcs: 10, pupilPcs: 4 },
    '-/passport/building:b': { teacherPcs: 8 },
  };
  const scored = { 'K4-01': { n: 10 }, 'K5-01': { n: 19 }, 'K4-05': '2', 'K4-09': '3' };

  it('is offered where a cell is empty, from passport, buildings and the readiness form', () => {
    expect(offered(passport, scored)).toEqual({ 5: 'tes', 8: 11, 9: 10, 11: 18, 18: 19, 19: 2, 20: 3 });
    expect(offered({ ...passport, 8: 12 }, { 'K4-05': 'notProvided', 'K4-01': { n: { typed: 'x' } } })).toEqual({
      5: 'tes',
      11: 18,
    });
  });

  it('is offered to each branch from its own figures, and no count of the whole school to a school with branches', () => {
    const withBranch = {
      ...passport,
      '-/branch:b1': { name: 'Б', classes: 4, sedSystem: 'none' },
      '-/passport/building:c': { teacherPcs: 3, branchId: 'b1' },
    };
    expect(offered(withBranch, scored)).toEqual({
      5: 'tes',
      8: 11,
      11: 18,
      19: 2,
      20: 3,
      '5@b1': 'none',
      '8@b1': 4,
      '11@b1': 3,
    });
  });
});
