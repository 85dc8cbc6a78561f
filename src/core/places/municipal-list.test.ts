import { expect, it } from 'vitest';
import { municipalListCsv, readMunicipalList } from './municipal-list.ts';
import type { Place } from './place.ts';
import { readCsv } from './read-csv.ts';

const place = (id: string, kind: Place['kind'], parent: string | null, name = `Место «${id}»; филиал`): Place => ({
  ...{ id, kind, parent, name, shortName: id, address: '' },
});
const known = [place('m', 'municipality', 'r'), place('s1', 'school', 'm'), place('b1', 'branch', 's1')];
const above = [place('r', 'region', null), ...known, place('n', 'municipality', 'r')];

const rowsOf = (csv: string): string[][] => {
  const rows = readCsv(csv);
  if (!rows.ok) throw new Error(rows.problem.code);
  return rows.value;
};
const read = (...lines: string[]) =>
  readMunicipalList(rowsOf(['id;kind;parent;name;shortName;address', ...lines].join('\n')), above, 'm');

it('[CN7] tells new places from changed ones and from those as they were', () => {
  const all = rowsOf(`${municipalListCsv(known)}s2;school;m;Новая;;\r\nb2;branch;s2;Филиал новой;;\r\n`);
  expect(readMunicipalList(all, above, 'm')).toMatchObject({
    ok: true,
    value: { fresh: [{ id: 's2' }, { id: 'b2' }], changed: [], same: 3 },
  });
  expect(read('s1;school;m;Другое имя;s1;')).toMatchObject({
    ok: true,
    value: { fresh: [], changed: [{ id: 's1', name: 'Другое имя' }], same: 0 },
  });
});

it('[CN7] takes nothing when a row is no school or branch of the municipality, and names the row', () => {
  expect(read('s2;school;m;Новая;;', 's3;school;n;Чужая;;', 'k;municipality;r;Ещё один;;')).toEqual({
    ok: false,
    problem: [
      { code: 'not-below', id: 's3', row: 3 },
      { code: 'not-below', id: 'k', row: 4 },
    ],
  });
  expect(read('s2;school;m;Новая;;', 'x y;school;m;;;')).toMatchObject({
    ok: false,
    problem: [
      { code: 'id-unreadable', row: 3 },
      { code: 'name-missing', row: 3 },
    ],
  });
});
