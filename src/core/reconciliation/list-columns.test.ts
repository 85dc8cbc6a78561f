import { expect, it } from 'vitest';
import { type ListColumns, listColumnsOf, listRowsOf, municipalityIn } from './list-columns.ts';

const neverRead: ListColumns = { head: 0, name: null, address: null, municipality: null, kind: null };
const sheet = {
  name: 'Лист1',
  rows: [
    ['Школы, подключённые к системе'],
    ['№ п/п', 'Наименование ОО', 'Район', 'Адрес школы', 'Тип'],
    ['1', 'СОШ № 1', 'Ясный район', 'ул. Мира, 4', 'город'],
    [],
    ['2', '', '', 'ул. Лесная'],
  ],
};

it('[RC6] finds the head under a title, reads the lines and tells rows without a name', () => {
  const columns = listColumnsOf(sheet);
  expect(columns).toEqual({ head: 1, name: 1, municipality: 2, address: 3, kind: 4 });
  expect(columns && listRowsOf(sheet, columns)).toEqual({
    rows: [{ row: 3, name: 'СОШ № 1', address: 'ул. Мира, 4', municipality: 'Ясный район', kind: 'город' }],
    nameless: [5],
    apart: [],
  });
});

it('[RC6] leaves a list without heads to a person', () => {
  expect(listColumnsOf({ name: 'Лист1', rows: [['СОШ № 1', 'ул. Мира']] })?.name ?? null).toBeNull();
});

it('[RC8] takes totals, numbers of columns and municipalities over their schools for no schools', () => {
  const rows = [
    ['№', 'Школа', 'Район'],
    ['1', '2', '3'],
    ['Ясный район'],
    ['1', 'СОШ № 1'],
    ['2', 'СОШ № 2', 'Дальний район'],
    ['Итого', '2'],
  ];
  const isMunicipality = municipalityIn([
    { id: 'm', kind: 'municipality', parent: 'r', name: 'Ясный район', shortName: 'Ясный район', address: '' },
  ]);
  const one = { name: 'Лист1', rows };
  const columns = listColumnsOf(one);
  const { rows: lines, apart, nameless } = listRowsOf(one, columns ?? neverRead, isMunicipality);
  expect(lines.map(({ row, municipality }) => [row, municipality])).toEqual([
    [4, 'Ясный район'],
    [5, 'Дальний район'],
  ]);
  expect(apart).toEqual([2, 3, 6]);
  expect(nameless).toEqual([]);
});
