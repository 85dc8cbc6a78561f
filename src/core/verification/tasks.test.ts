import { expect, it } from 'vitest';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import type { Json } from '../json.ts';
import { RevisionIndex } from '../submission/revision-index.ts';
import { doneValueOf, taskPathOf, tasksOf, tasksPathOf } from './tasks.ts';

const registersOf = (values: Record<string, Json>) => {
  const index = new RevisionIndex();
  index.add(Object.entries(values).map(([path, value]) => aRevision({ path, value })));
  return index.registers();
};

it('[TK1] are those for this school or for all, with what the school says was done', () => {
  const published = registersOf({
    [tasksPathOf('2016-17')]: [
      { id: '1.3', text: 'Проверить запись в реестре.', deadline: '2017-09-01', places: ['s10'] },
      { id: '1.6', text: 'Вносить записи вовремя.' },
      { id: '1.8', text: 'Сохранить базу.', places: ['s11'] },
      { text: 'без номера' },
    ],
  });
  const own = registersOf({
    [taskPathOf('2016-17', '1.3')]: doneValueOf(true, '2017-08-20'),
    [taskPathOf('2016-17', '1.6')]: doneValueOf(false, '2017-08-20'),
  });
  expect(tasksOf([registersOf({}), published], ['2017-18', '2016-17'], 's10', own)).toEqual([
    {
      campaignId: '2016-17',
      id: '1.3',
      text: 'Проверить запись в реестре.',
      deadline: '2017-09-01',
      done: true,
      doneOn: '2017-08-20',
    },
    { campaignId: '2016-17', id: '1.6', text: 'Вносить записи вовремя.', deadline: null, done: false, doneOn: null },
  ]);
  expect(tasksOf([published], ['2016-17'], null, own).map(({ id }) => id)).toEqual(['1.6']);
  expect(tasksOf([registersOf({ [tasksPathOf('2016-17')]: 'нет' })], ['2016-17'], 's10', own)).toEqual([]);
});
