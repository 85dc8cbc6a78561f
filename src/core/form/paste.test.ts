import { describe, expect, it } from 'vitest';
import { readinessForm } from '../../../tests/fixtures/school-10.ts';
import type { Json } from '../json.ts';
import { examRegisterOf, readExamDates } from './exam-dates.ts';
import { isTablePaste, placePasted } from './paste.ts';
import { readPastedExams } from './paste-exams.ts';
import { type MonthColumn, readPastedMonth } from './paste-months.ts';

const rows = ['сентябрь 2016', 'октябрь 2016', 'ноябрь 2016', 'декабрь 2016'].map((label) => ({
  key: label,
  label,
  names: [label.split(' ')[0] ?? ''],
  closed: label.startsWith('декабрь'),
}));

function paste(text: string, column: MonthColumn, start = 0, stored: Record<string, Json> = {}) {
  const { taken, left } = placePasted(
    text,
    rows,
    start,
    readPastedMonth(column, (key) => stored[key] ?? null),
  );
  return {
    taken: Object.fromEntries(taken.map(({ row, value }) => [row.label.slice(0, -5), value])),
    left: left.map(({ line, code }) => [line, code]),
  };
}

describe('months pasted', () => {
  it('[PA1] reads a column as the column it was pasted into, from the row in focus down', () => {
    expect(paste('97,2 %\r\n98.0\n', 'percent', 1).taken).toEqual({
      октябрь: { percent: 97.2 },
      ноябрь: { percent: 98 },
    });
    expect(paste('1 215\n98', 'filled').taken).toEqual({ сентябрь: { filled: 1215 }, октябрь: { filled: 98 } });
    expect(paste('97,2', 'filled').left).toEqual([[1, 'not-a-count']]);
    expect(paste('1215', 'percent').left).toEqual([[1, 'not-a-percent']]);
  });

  it('[PA1] takes cells to the right as the next columns, and computes the percent beside a pair', () => {
    expect(paste('1215\t1250\t97,2', 'filled').taken).toEqual({ сентябрь: { filled: 1215, due: 1250 } });
    expect(paste('97\t98', 'percent').left).toEqual([[1, 'too-many-cells']]);
    expect(paste('1251\t1250', 'filled').left).toEqual([[1, 'above-due']]);
  });

  it('[PA1] joins a count to the one that stands there, and replaces a pair by a percent', () => {
    const stored = { 'сентябрь 2016': { filled: 120, due: 130 }, 'октябрь 2016': { percent: 90 } };
    expect(paste('121\n9', 'filled', 0, stored).taken).toEqual({
      сентябрь: { filled: 121, due: 130 },
      октябрь: { filled: 9 },
    });
    expect(paste('97,2', 'percent', 0, stored).taken).toEqual({ сентябрь: { percent: 97.2 } });
    expect(paste('131', 'filled', 0, stored).left).toEqual([[1, 'above-due']]);
  });

  it('[PA2] follows named rows, with or without the year, and says of every refused line why', () => {
    expect(paste('ноябрь\t99\nСентябрь 2016\t98', 'percent').taken).toEqual({
      ноябрь: { percent: 99 },
      сентябрь: { percent: 98 },
    });
    const pasted = 'Месяц\tПроцент\nоктябрь\t97\nоктябрь\t98\nмай\t99\nмного\n98\n99';
    expect(paste(pasted, 'percent').left).toEqual([
      [1, 'heading'],
      [3, 'row-twice'],
      [4, 'no-row'],
      [5, 'not-a-percent'],
      [6, 'row-closed'],
      [7, 'no-row'],
    ]);
    expect([isTablePaste('97,2'), isTablePaste('97,2\n98')]).toEqual([false, true]);
  });
});

describe('exams', () => {
  it('[TB7] reads several dates at once and supplies the year', () => {
    expect(readExamDates('16.06, 23.06 5.12', '2016/2017')).toEqual({
      dates: ['2017-06-16', '2017-06-23', '2016-12-05'],
      refused: [],
    });
    expect(readExamDates('31.06; 01.09.2018', '2016/2017').refused.map((one) => one.code)).toEqual([
      'not-a-date',
      'outside-year',
    ]);
    expect(examRegisterOf({ exam: 'ОГЭ', subject: 'МАТ', date: '2017-06-06' })).toBe('GIA:ОГЭ.МАТ.2017-06-06');
  });

  const pasteExams = (text: string) =>
    readPastedExams(text, {
      exams: readinessForm.exams,
      kinds: ['ОГЭ', 'ГВЭ-9'],
      exam: 'ОГЭ',
      subject: 'РУС',
      schoolYear: '2016/2017',
      isThere: (key) => key === 'GIA:ОГЭ.МАТ.2017-06-06',
    });

  it('[PA3] takes a column of dates for the exam and subject chosen', () => {
    const { taken, left } = pasteExams('30.05.2017\n06.06');
    expect(taken.map(({ key, value }) => [key, value])).toEqual([
      ['GIA:ОГЭ.РУС.2017-05-30', { state: 'notLoaded' }],
      ['GIA:ОГЭ.РУС.2017-06-06', { state: 'notLoaded' }],
    ]);
    expect(left).toEqual([]);
  });

  it('[PA3] takes lines of subject, date and state, and says of every other line why not', () => {
    const lines = [
      'Предмет\tДата\tПротокол',
      'География\t08.06\tвнесён частично',
      'ГВЭ-9\tматематика\t8.06\t5\tНе внесён',
      'Математика\t06.06\tвнесён',
      'География\t08.06.2017',
      'Математика базовая\t08.06',
      'Рисование\t08.06',
      'Физика\t31.06',
      'Физика\t08.06.2019',
      'Физика\tвнесён',
    ];
    const { taken, left } = pasteExams(lines.join('\n'));
    expect(taken.map(({ key, value }) => [key, value])).toEqual([
      ['GIA:ОГЭ.ГЕО.2017-06-08', { state: 'partly' }],
      ['GIA:ГВЭ-9.МАТ.2017-06-08', { state: 'notLoaded', participants: 5 }],
    ]);
    expect(left.map(({ line, code }) => [line, code])).toEqual([
      [1, 'heading'],
      [4, 'row-there'],
      [5, 'row-twice'],
      [6, 'not-in-exam'],
      [7, 'unknown-cell'],
      [8, 'not-a-date'],
      [9, 'outside-year'],
      [10, 'no-date'],
    ]);
  });
});
