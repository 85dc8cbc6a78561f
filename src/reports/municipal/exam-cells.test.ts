import { expect, it } from 'vitest';
import { readinessForm } from '../../../tests/fixtures/school-10.ts';
import type { Json } from '../../core/json.ts';
import { examCell } from './exam-cells.ts';

type Row = [subject: string, date: string, ...values: Json[]];
const cell = (rows: Row[], graduates: number | null = 8): string =>
  examCell(
    readinessForm,
    rows.map(([subject, date, ...values]) => ({ key: `${subject}.${date}`, exam: 'ОГЭ', subject, date, values })),
    graduates,
  );
const loaded = { state: 'loaded' };
const missing = { state: 'notLoaded' };
const technical = { reason: 'technical' };

it.each<[string, Row[], string, number?]>([
  ['no graduates, whatever rows stand', [['РУС', '2017-05-30', missing]], '–', 0],
  ['no row', [], 'сведения не представлены'],
  ['everything', [['РУС', '2017-05-30', loaded]], 'внесены полностью'],
  [
    'nothing loaded',
    [
      ['РУС', '2017-05-30', { state: 'partly', ...technical }],
      ['МАТ', '2017-06-06', missing],
    ],
    'результаты внесены не полностью',
  ],
  [
    'a part',
    [
      ['РУС', '2017-05-30', loaded],
      ['МАТ', '2017-06-06', { state: 'partly' }],
    ],
    'часть результатов не внесена',
  ],
  [
    'a part, technical, and subjects in print order with days ascending',
    [
      ['ИСП', '2017-05-26', loaded],
      ['МАТ', '2017-06-08', { state: 'partly', ...technical }],
      ['РУС', '2017-06-29', missing],
      ['МАТП', '2017-06-22', missing],
      ['МАТ', '2017-06-22', missing],
      ['МАТ', '2017-06-06', missing],
    ],
    'часть результатов не внесена (технические причины); не внесены: МАТ (06.06.2017, 22.06.2017); МАТП (22.06.2017); РУС (29.06.2017)',
  ],
  [
    'missing for a technical reason',
    [
      ['РУС', '2017-05-30', loaded],
      ['МАТ', '2017-06-06', { ...missing, ...technical }],
    ],
    'не внесены: МАТ (06.06.2017) (технические причины)',
  ],
  [
    'both flags on every loaded row',
    [['РУС', '2017-05-30', { ...loaded, scoreMissing: true, resultMissing: true }]],
    'во внесённых протоколах нет балла и отметки о сдаче',
  ],
  [
    'both flags on some rows',
    [
      ['РУС', '2017-05-30', { ...loaded, scoreMissing: true, resultMissing: true }],
      ['МАТ', '2017-06-06', loaded],
    ],
    'в части протоколов нет отметки о сдаче; в части протоколов нет балла',
  ],
  [
    'some without the mark, others without the score',
    [
      ['РУС', '2017-05-30', { ...loaded, scoreMissing: true }],
      ['МАТ', '2017-06-06', { ...loaded, resultMissing: true }],
    ],
    'в части протоколов нет отметки о сдаче; в части протоколов нет балла',
  ],
  [
    'of different values the one that came least far',
    [
      ['РУС', '2017-05-30', loaded, missing],
      ['МАТ', '2017-06-06', loaded],
    ],
    'не внесены: РУС (30.05.2017)',
  ],
])('[MR10] tells %s', (_what, rows, words, graduates) => {
  expect(cell(rows, graduates)).toBe(words);
});
