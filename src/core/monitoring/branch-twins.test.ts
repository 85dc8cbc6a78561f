import { describe, expect, it } from 'vitest';
import { aColumnForm as form, whole } from '../../../tests/fixtures/a-monitoring-row.ts';
import type { Json } from '../json.ts';
import type { Facts } from '../submission/facts.ts';
import { noContext } from './check-rows.ts';
import { schoolRowsOf } from './column-rows.ts';
import { mergeRows } from './merge-rows.ts';
import { rowsStanding } from './rows-standing.ts';

const factsOf = (values: Record<string, Json>): Facts =>
  new Map(Object.entries(values).map(([key, value]) => [key, [value]]));
const standing = (values: Record<string, Json>) =>
  rowsStanding(form, factsOf(values), { nameOf: String, context: noContext });
const branch = (name: string, address = '') => ({ name, address });
const twinsKey = 'twins:1f2e3d4c+s10b#counted';

/** The school typed the branch before the branch's own device was let in. */
const both = {
  ...whole,
  '-/branch:1f2e3d4c': branch('Борская начальная школа', 'Бор, Лесная 1'),
  '-/branch:s10b': branch('Борская НОШ', 'с. Бор, ул. Лесная, д. 1'),
  '8@1f2e3d4c': 4,
  '15@1f2e3d4c': 30,
  '8@s10b': 4,
  '15@s10b': 27,
  '9@s10b': 4,
};
const pupils = (values: Record<string, Json>) => mergeRows(form, schoolRowsOf(form, factsOf(values))).row.get('15');

describe('[CX3] two rows of one branch', () => {
  it('are recognised, counted once, the fuller one, and keep the form from being submitted', () => {
    expect(standing(both)).toMatchObject({
      twins: [{ ids: ['1f2e3d4c', 's10b'], key: twinsKey, counted: 's10b', isDecided: false }],
      mayBeSubmitted: false,
    });
    expect(pupils(both)).toBe(172 + 27);
    expect(standing(both).rows.branches.map(({ id }) => id)).toEqual(['s10b']);
  });

  it('are what the school says they are: this row, that row, or two branches', () => {
    expect(pupils({ ...both, [twinsKey]: '1f2e3d4c' })).toBe(172 + 30);
    expect(standing({ ...both, [twinsKey]: '1f2e3d4c' }).twins).toMatchObject([
      { counted: '1f2e3d4c', isDecided: true },
    ]);
    expect(pupils({ ...both, [twinsKey]: 'two' })).toBe(172 + 30 + 27);
    expect(standing({ ...both, [twinsKey]: 'two' }).twins).toMatchObject([{ counted: null, isDecided: true }]);
    const said = new Map([...factsOf(both), [twinsKey, ['two', 's10b'] as Json[]]]);
    expect(mergeRows(form, schoolRowsOf(form, said)).row.get('15')).toBe(172 + 27);
  });

  it('keep what stands twice in the row that does not count from being asked about', () => {
    const twice = (key: string) => new Map([...factsOf(both), [key, [1, 2] as Json[]]]);
    const conflicts = (key: string) => rowsStanding(form, twice(key), { nameOf: String, context: noContext }).conflicts;
    expect([conflicts('8@s10b'), conflicts('8@1f2e3d4c')]).toEqual([['8@s10b'], []]);
  });

  it('may be submitted once it is said, and a third row of it is asked about, too', () => {
    const one = { ...whole, '-/branch:a': branch('Ф'), '-/branch:b': branch('Ф') };
    const filled = Object.fromEntries(Object.entries(whole).map(([id, value]) => [`${id}@a`, value]));
    const { '21@a': _site, ...cells } = filled;
    expect(standing({ ...one, ...cells })).toMatchObject({ mayBeSubmitted: false, twins: [{ counted: 'a' }] });
    expect(standing({ ...one, ...cells, 'twins:a+b#counted': 'a' }).mayBeSubmitted).toBe(true);
    expect(standing({ ...one, ...cells, '-/branch:c': branch('Ф') }).twins).toHaveLength(2);
  });

  it.each([
    ['names differ', branch('Тальская ООШ'), branch('Борская НОШ')],
    ['addresses part them', branch('Начальная школа', 'с. Бор'), branch('Начальная школа', 'с. Тал')],
    ['kinds differ', branch('Борская НОШ'), branch('Борская ООШ')],
    ['numbers differ', branch('Корпус 1'), branch('Корпус 2')],
    ['one has no name yet', branch(''), branch('Борская НОШ')],
  ])('are two where %s', (_why, one, other) => {
    expect(standing({ ...whole, '-/branch:a': one, '-/branch:b': other }).twins).toEqual([]);
  });

  it('are two where one file numbers them', () => {
    expect(standing({ ...whole, '-/branch:01': branch('Ф'), '-/branch:02': branch('Ф') }).twins).toEqual([]);
    expect(standing({ ...whole, '-/branch:01': branch('Ф'), '-/branch:s10b': branch('Ф') }).twins).toHaveLength(1);
  });
});
