import { expect, it } from 'vitest';
import { aColumnForm } from '../../../tests/fixtures/a-monitoring-row.ts';
import { readTableCell } from './read-table-cell.ts';

const read = (id: string, typed: string) => {
  const column = aColumnForm.columns.find((one) => one.id === id);
  if (!column) throw new Error(id);
  const cell = readTableCell(column, typed);
  if (cell.kind === 'nothing') return 'nothing';
  return cell.kind === 'value' ? cell.value : { asked: cell.proposed };
};

it.each([
  ['8', '11', 11],
  ['8', ' 11 ', 11],
  ['8', '11,0', 11],
  ['8', '11.00', 11],
  ['15', '1 200', 1200],
  ['15', '1\u00a0200', 1200],
  ['8', 'нет данных', 'nothing'],
  ['8', 'около 11', { asked: 11 }],
  ['8', '11 кл.', { asked: 11 }],
  ['8', '11,5', { asked: null }],
  ['8', '9+2', { asked: null }],
  ['8', '-5', { asked: null }],
  ['9', '-', { asked: null }],
  ['9', 'нет', { asked: 0 }],
  ['8', '0', { asked: null }],
  ['8', 'много', { asked: null }],
  ['19', '2', 2],
  ['19', '1 – каждый день', 1],
  ['19', 'Ежедневно', 1],
  ['19', 'раз в 2–3 дня', 2],
  ['19', '1-2 раза в месяц', 4],
  ['19', 'когда как', { asked: null }],
  ['19', '7', { asked: null }],
  ['20', 'не ведётся', 2],
  ['20', 'да', { asked: 1 }],
  ['20', 'откажемся в следующем году', 3],
  ['21', 'да', 1],
  ['21', 'Нет', 2],
  ['21', '+', { asked: null }],
  ['5', 'Дневник.ру', 'dnevnikRu'],
  ['5', 'ИРТех, «Сетевой город»', 'irtechNetgorod'],
  ['5', 'Сетевой город. Образование', 'irtechNetgorod'],
  ['5', 'ИРТех', { asked: null }],
  ['5', 'Журнал+', { asked: 'other' }],
  ['5', 'нет', 'none'],
  ['24', 'не участвовали', 'notParticipated'],
  ['24', 'Олимпиада – 20 учеников, 3 педагога', { asked: [{ title: 'Олимпиада', pupils: 20, teachers: 3 }] }],
  ['24', 'нет', { asked: 'notParticipated' }],
  ['6', 'Иванова А. А., завуч', { fullName: 'Иванова А. А.', position: 'завуч' }],
  ['7', '8 (38-22) 11-22-33, a@b.ru', { phone: '8 (38-22) 11-22-33', email: 'a@b.ru' }],
  ['23', 'skype: ivanova', { messenger: 'skype: ivanova' }],
  ['25', 'Сменили систему', 'Сменили систему'],
])('[XT3] column %s reads «%s»', (id, typed, value) => {
  expect(read(id, typed)).toEqual(value);
});
