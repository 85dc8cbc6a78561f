import { describe, expect, it } from 'vitest';
import { figures, aColumnForm as form, rowsFrom } from '../../../tests/fixtures/a-monitoring-row.ts';
import { type CheckContext, checkRows, noContext } from './check-rows.ts';
import { schoolRowsOf } from './column-rows.ts';
import { mergeRows } from './merge-rows.ts';
import { progressOf } from './missing-cells.ts';

const zarechnaya = {
  own: { 5: 'tes', ...figures, 20: 3 },
  branches: [
    {
      name: 'Борская НОШ',
      own: { 5: 'tes', 8: 4, 9: 4, 10: 21, 11: 3, 12: 1, 13: 4, 14: 0, 15: 27, 16: 27, 17: 4, 18: 4, 19: 2, 20: 1 },
    },
    {
      name: 'Тальская ООШ',
      own: { 5: 'none', 8: 9, 9: 0, 10: 0, 11: 2, 12: 1, 13: 0, 14: 0, 15: 41, 16: 0, 17: 9, 18: 0, 20: 1 },
    },
  ],
};
const told = (rows: Parameters<typeof rowsFrom>[0], context: CheckContext = noContext) =>
  checkRows(form, rowsFrom(rows), context).map(({ code, level, branch, columns }) => [code, level, branch, ...columns]);

describe('a school with two branches', () => {
  const rows = rowsFrom(zarechnaya);

  it('[MN2] sums up to the source’s example, to the digit', () => {
    const merged = Object.fromEntries(mergeRows(form, rows).row);
    expect(merged).toMatchObject({
      8: 24,
      9: 15,
      10: 169,
      11: 23,
      12: 14,
      13: 15,
      14: 0,
      15: 240,
      16: 199,
      17: 32,
      18: 23,
      19: 2,
      20: 1,
    });
    expect(merged[5]).toBe('tes');
  });

  it('[MN3] notes the branch that works without a system', () => {
    expect(mergeRows(form, rows).notes).toEqual([{ branch: 'Тальская ООШ', system: 'none' }]);
    const said = rowsFrom({
      own: { ...zarechnaya.own, 25: 'Переходим.' },
      branches: [{ name: 'Б', own: { 5: 'none', 25: 'Связи нет.' } }],
    });
    expect(mergeRows(form, said).notes).toEqual([
      { branch: null, text: 'Переходим.' },
      { branch: 'Б', text: 'Связи нет.' },
    ]);
  });

  it('[MN4] warns of what differs and of nothing else', () => {
    expect(told(zarechnaya)).toEqual([
      ['X15', 'warning', null, '19'],
      ['X15', 'warning', null, '20'],
      ['X16', 'warning', 'Тальская ООШ', '5', '25'],
    ]);
    const noPaper = { ...zarechnaya, own: { ...zarechnaya.own, 20: 2 } };
    const x04 = checkRows(form, rowsFrom(noPaper), noContext).find(({ code }) => code === 'X04');
    expect(x04).toEqual({ code: 'X04', level: 'error', branch: null, columns: ['13', '8', '20'], values: [15, 24, 2] });
  });
});

describe('[MN4] a check', () => {
  const sound = { ...zarechnaya.own, 20: 1, 21: 1, 22: 'x', 23: 'x', 24: 'notParticipated' };
  it.each<[string, Record<string, unknown>, unknown[]]>([
    ['nothing', {}, []],
    ['X01 9 ≤ 8', { 9: 12, 13: 11 }, ['X01', 'error', null, '9', '8']],
    ['X01 13 ≤ 9', { 9: 10 }, ['X01', 'error', null, '13', '9']],
    ['X01 16 ≤ 15', { 16: 173 }, ['X01', 'error', null, '16', '15']],
    ['X01 18 ≤ 17', { 18: 20 }, ['X01', 'error', null, '18', '17']],
    ['X01 14 ≤ 8', { 14: 12 }, ['X01', 'error', null, '14', '8']],
    ['X03', { 18: 0 }, ['X03', 'warning', null, '18']],
    ['X04', { 20: 2, 13: 10 }, ['X04', 'error', null, '13', '8', '20']],
    ['X05', { 20: 2, 19: 3 }, ['X05', 'warning', null, '19', '20']],
    ['X06', { 21: 2 }, ['X06', 'error', null, '21', '5']],
    ['X08', { 22: null, 24: null }, ['X08', 'error', null, '22', '24']],
    ['X11', { 10: 345 }, ['X11', 'warning', null, '10', '16']],
    ['X12 teachers', { 11: 0 }, ['X12', 'warning', null, '11', '18']],
    ['X12 pupils', { 12: 0 }, ['X12', 'warning', null, '12', '16']],
    ['X14', { 16: 85 }, ['X14', 'warning', null, '16', '15']],
  ])('finds %s', (_what, changes, message) => {
    const found = told({ own: { ...sound, ...changes } as never, branches: [] }).filter(
      ([code]) => code !== 'X12' || message[0] === 'X12',
    );
    expect(found).toEqual(message.length === 0 ? [] : expect.arrayContaining([message]));
  });

  it('finds X02 where there is no system, in a branch too', () => {
    const none = { 5: 'none', 8: 3, 9: 1, 19: 1 };
    expect(told({ own: none, branches: [] })).toEqual([['X02', 'error', null, '9', '19']]);
    expect(told({ own: { 5: 'none', 8: 3 }, branches: [{ name: 'Б', own: none }] })).toContainEqual([
      'X02',
      'error',
      'Б',
      '9',
      '19',
    ]);
  });

  it('finds X07 only against the region’s list, and none the region has switched off', () => {
    const other = { ...sound, 5: 'dnevnikRu' };
    expect(told({ own: other, branches: [] })).toEqual([]);
    expect(told({ own: other, branches: [] }, { ...noContext, hasTwoPartyAgreement: false })).toEqual([
      ['X07', 'warning', null, '21', '5'],
    ]);
    expect(
      told({ own: { ...sound, 21: 2 }, branches: [] }, { ...noContext, levels: new Map([['X06', 'off']]) }),
    ).toEqual([]);
  });

  it('finds X09 and X13 against last year', () => {
    const previous = rowsFrom({ own: { 5: 'dnevnikRu', 8: 11, 15: 143, 17: 24 }, branches: [] }).own;
    expect(told({ own: sound, branches: [] }, { ...noContext, previous })).toEqual([
      ['X09', 'error', null, '25', '5'],
      ['X13', 'warning', null, '15'],
      ['X13', 'warning', null, '17'],
    ]);
    expect(
      told({ own: { ...sound, 25: 'перешли' }, branches: [] }, { ...noContext, previous }).map(([code]) => code),
    ).not.toContain('X09');
  });
});

it('[MN1] reads cells, listed rows and branches out of the school’s registers', () => {
  const facts = new Map([
    ['-/branch:b1', [{ name: 'Борская НОШ', address: 'с. Бор' }]],
    ['8', [11]],
    ['8@b1', [4]],
    ['9@b2', [1]],
    ['24:02', [{ title: 'Второе' }]],
    ['24:01', [{ title: 'Первое', pupils: 5 }]],
    ['14:01@b1', [{ name: 'турникет' }]],
  ]);
  const { own, branches } = schoolRowsOf(form, facts);
  expect([...own]).toEqual([
    ['8', 11],
    ['24', [{ title: 'Первое', pupils: 5 }, { title: 'Второе' }]],
  ]);
  expect(branches.map(({ id, name, row }) => [id, name, Object.fromEntries(row)])).toEqual([
    ['b1', 'Борская НОШ', { 8: 4, '14.rows': [{ name: 'турникет' }] }],
    ['b2', 'b2', { 9: 1 }],
  ]);
});

it('[MN5] asks for what has to be filled in, and for nothing that does not concern the school', () => {
  const empty = progressOf(form, rowsFrom({ own: {}, branches: [] }));
  expect([empty.filled, empty.of]).toEqual([0, 17]);
  const none = progressOf(
    form,
    rowsFrom({ own: { 5: 'none', 14: 2, 21: 1 }, branches: [{ name: 'Б', own: { 5: 'tes' } }] }),
  );
  const own = none.missing.filter(({ branch }) => branch === null).map(({ columnId }) => columnId);
  expect(own).toEqual(['8', '9', '13', '14', '15', '16', '10', '17', '18', '11', '12', '20', '22', '23', '24']);
  const theirs = none.missing.filter(({ branch }) => branch !== null).map(({ columnId }) => columnId);
  expect(theirs).toEqual(['6', '7', '8', '9', '13', '14', '15', '16', '10', '17', '18', '11', '12', '19', '20']);
});

it('[CX4] takes events of a branch for events of the site: nothing is missing, and they are printed with the school’s', () => {
  const event = [{ title: 'День науки', pupils: 5, teachers: 1 }];
  const site = { 5: 'tes', 8: 11, 21: 1, 22: 'x', 23: 'x' };
  const rows = (own: object, theirs: object) => {
    const { own: row, branches } = rowsFrom({ own: { ...site, ...own }, branches: [{ name: 'Б', own: { 8: 2 } }] });
    const withEvents = branches.map((one) => ({ ...one, row: new Map([...one.row, ...Object.entries(theirs)]) }));
    return { own: row, branches: withEvents };
  };
  const missing = (given: ReturnType<typeof rows>) => progressOf(form, given).missing.map(({ columnId }) => columnId);
  const codes = (given: ReturnType<typeof rows>) => checkRows(form, given, noContext).map(({ code }) => code);
  expect([missing(rows({}, {})).includes('24'), codes(rows({}, {})).includes('X08')]).toEqual([true, true]);
  const told = rows({}, { 24: event });
  expect([missing(told).includes('24'), codes(told).includes('X08')]).toEqual([false, false]);
  expect(mergeRows(form, rows({ 24: 'notParticipated' }, { 24: event })).row.get('24')).toEqual(event);
});
