import { expect, it } from 'vitest';
import { listColumnsOf, listRowsOf } from './list-columns.ts';

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
  });
});

it('[RC6] leaves a list without heads to a person', () => {
  expect(listColumnsOf({ name: 'Лист1', rows: [['СОШ № 1', 'ул. Мира']] })?.name ?? null).toBeNull();
});
