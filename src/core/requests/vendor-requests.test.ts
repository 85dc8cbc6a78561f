import { describe, expect, it } from 'vitest';
import { aRevision } from '../../../tests/fixtures/a-revision.ts';
import type { Json } from '../json.ts';
import type { Registers } from '../submission/registers.ts';
import { readAnswersTable } from './read-answers-table.ts';
import {
  answerPathOf,
  groupRequests,
  type NotedRequest,
  requestPathOf,
  requestsOf,
  vendorAnswerOf,
  vendorOf,
} from './vendor-requests.ts';

const registersFrom = (values: Record<string, Json>): Registers =>
  new Map(Object.entries(values).map(([path, value]) => [path, [aRevision({ path, value })]]));
const noted = (id: string, from: string, parts: Partial<NotedRequest> = {}): NotedRequest => ({
  id,
  system: 'tes',
  kind: 'wish',
  theme: 'timetable',
  text: `Суть ${id}`,
  on: '2017-09-01',
  from: { id: from, name: from, isSchool: !from.startsWith('office') },
  answer: null,
  ...parts,
});

it('[VR1] reads the requests of a history, the latest first, without withdrawn and empty ones', () => {
  const registers = registersFrom({
    [requestPathOf('a')]: { system: 'tes', kind: 'fault', theme: 'speed', text: ' Не открывается ', on: '2017-09-01' },
    [requestPathOf('b')]: null,
    [requestPathOf('c')]: { system: 'tes', kind: 'wish', theme: 'other', text: ' ', on: '2017-09-03' },
    [requestPathOf('d')]: { text: 'Только слова', on: '2017-09-02', kind: 'x', theme: 5 },
    '-/passport/pupils': 5,
  });
  expect(requestsOf(registers)).toEqual([
    { id: 'd', system: '', kind: 'wish', theme: 'other', text: 'Только слова', on: '2017-09-02' },
    { id: 'a', system: 'tes', kind: 'fault', theme: 'speed', text: 'Не открывается', on: '2017-09-01' },
  ]);
});

it('[VR2] groups by vendor and theme, counts a school once, and puts first what most schools speak of', () => {
  const groups = groupRequests([
    noted('1', 's1', { system: 'irtechTomsk', theme: 'speed' }),
    noted('2', 's1', { system: 'irtechNetgorod', theme: 'reports' }),
    noted('3', 's2', { system: 'irtechNetgorod', theme: 'reports' }),
    noted('4', 's3'),
    noted('5', 's3'),
    noted('6', 'office', { system: '' }),
  ]);
  expect(groups.map(({ vendor, schools }) => [vendor, schools])).toEqual([
    ['irtech', 2],
    ['tes', 1],
    ['other', 0],
  ]);
  expect(groups[0]?.themes.map(({ theme, schools, requests }) => [theme, schools, requests.length])).toEqual([
    ['reports', 2, 2],
    ['speed', 1, 1],
  ]);
  expect(groups[1]?.themes.map(({ schools, requests }) => [schools, requests.length])).toEqual([[1, 2]]);
  expect([vendorOf('irtechGuostrj'), vendorOf('none'), vendorOf('')]).toEqual(['irtech', 'other', 'other']);
});

it('[VR4] takes the answer of the nearest place above', () => {
  const near = registersFrom({ [answerPathOf('a')]: { text: 'Сделаем', by: '2017-12-01' } });
  const far = registersFrom({
    [answerPathOf('a')]: { text: 'Нет' },
    [answerPathOf('b')]: { text: 'Да' },
    [answerPathOf('c')]: { text: '' },
  });
  expect(vendorAnswerOf([near, far], 'a')).toEqual({ text: 'Сделаем', by: '2017-12-01' });
  expect(vendorAnswerOf([near, far], 'b')).toEqual({ text: 'Да' });
  expect(vendorAnswerOf([near, far], 'c')).toBeNull();
});

describe('[VR3] the table a vendor sends back', () => {
  const heads = { id: 'Код', text: 'Суть', answer: 'Ответ', by: 'Срок' };
  const requests = [
    noted('1', 's1'),
    noted('2', 's1'),
    noted('3', 's2', { answer: { text: 'Известно', by: '2017-12-01' } }),
  ];
  const read = (...rows: string[][]) =>
    readAnswersTable([['Запросы школ'], ['№', 'Суть', 'Ответ', 'Срок', 'Код'], ...rows], heads, requests);

  it('is read by its heads, row by row', () => {
    const table = read(
      ['1', 'Суть  1', 'Будет в марте', '1.3.2018', '1'],
      ['2', 'Суть 2', '', '', '2'],
      ['3', 'Суть 3', 'Известно', '01.12.2017', '3'],
      ['', '', '', '', ''],
    );
    expect(table).toEqual({
      answers: new Map([['1', { text: 'Будет в марте', by: '2018-03-01' }]]),
      known: 1,
      silent: 1,
      problems: [],
    });
  });

  it('tells every row that cannot be taken, and takes nothing of it', () => {
    const table = read(
      ['1', 'Другая суть', 'Да', '', '1'],
      ['2', 'Суть 2', 'Да', 'к весне', '2'],
      ['3', 'Суть 9', 'Да', '', '9'],
      ['4', 'Суть 3', 'Иначе', '', '3'],
      ['5', 'Суть 3', 'И ещё раз', '', '3'],
    );
    expect([...(table?.answers ?? [])]).toEqual([['3', { text: 'Иначе' }]]);
    expect(table?.problems).toEqual([
      { code: 'text-changed', id: '1' },
      { code: 'not-a-day', id: '2', typed: 'к весне' },
      { code: 'unknown-request', id: '9' },
      { code: 'request-twice', id: '3' },
    ]);
  });

  it('is no table without the columns of code, text and answer', () => {
    expect(
      readAnswersTable(
        [
          ['№', 'Суть'],
          ['1', 'x'],
        ],
        heads,
        requests,
      ),
    ).toBeNull();
  });
});
