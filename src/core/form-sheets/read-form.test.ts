import { describe, expect, it } from 'vitest';
import { collectableForms } from '../../forms/forms.ts';
import { lawCodes } from '../../forms/legal-acts.ts';
import { indicatorsOf } from '../form/form.ts';
import type { FormIssue } from './issues.ts';
import { readForm } from './read-form.ts';
import { sheetsOf } from './write-form.ts';

type Rows = string[][];
const settings: Rows = [
  ['form_title', 'form_id'],
  ['Форма', 'forma'],
];
const heads = ['type', 'name', 'label'];
/** A form of one section; `more`: headings beside those every question has. */
function read(
  questions: Rows,
  {
    more = [],
    choices = [],
    beside = [],
    says = settings,
  }: Partial<Record<'choices' | 'says', Rows>> & { more?: string[]; beside?: { name: string; rows: Rows }[] } = {},
) {
  const rows = [[...heads, ...more], ['begin_group', 'a', 'Раздел'], ...questions, ['end_group']];
  const sheets = [
    { name: 'survey', rows },
    ...(choices.length > 0 ? [{ name: 'choices', rows: [['list_name', 'name', 'label', 'share'], ...choices] }] : []),
    { name: 'settings', rows: says },
    ...beside,
  ];
  const { form, issues } = readForm(sheets, lawCodes);
  if (form && form.format !== 'gotovo-form/1') throw new Error('a form of another kind');
  return { form, told: issues.map(wordOf), issues, indicators: form ? indicatorsOf(form) : [] };
}
const letters = 'ABCDEFGHIJ';
const wordOf = ({ level, code, sheet, row, column }: FormIssue): string =>
  `${level} ${code} ${sheet} ${column === undefined ? '' : letters[column]}${row ?? ''}`;

describe('sheets', () => {
  it('[FS1] are read under their headings, wherever those stand and in whichever words', () => {
    const rows = [
      ['Форма нашего района'],
      [],
      ['Вопрос', 'Имя *', 'ТИП', 'Заметки'],
      ['Раздел', 'a', 'раздел', ''],
      ['Сколько?', 'q', 'целое число', 'спросить у бухгалтера'],
      ['', '', 'конец раздела', ''],
    ];
    const { form, issues } = readForm(
      [
        { name: 'Вопросы', rows },
        { name: 'НАСТРОЙКИ', rows: settings },
      ],
      new Set(),
    );
    expect(issues.map(wordOf)).toEqual(['skipped unknown-heading Вопросы D3']);
    expect(form?.format === 'gotovo-form/1' && indicatorsOf(form).map(({ id, kind }) => [id, kind])).toEqual([
      ['q', 'figure'],
    ]);
  });

  it('[FS8] of settings give name, version and levels, and a version that is a moment is told', () => {
    const says = [
      ['form_title', 'form_id', 'version', 'level_ready', 'level_partly_ready'],
      ['Форма', 'forma', '3', '90', '40'],
      ['Другая', 'drugaya', '1'],
    ];
    const { form, told } = read([['text', 'q', 'Вопрос']], { says });
    expect(told).toEqual(['skipped first-row-only settings 3']);
    expect([form?.id, form?.version, form?.levels.ready.total, form?.levels.partlyReady.total]).toEqual([
      'forma',
      3,
      90,
      40,
    ]);
    const later = read([['text', 'q', 'Вопрос']], {
      says: [
        ['form_title', 'form_id', 'version'],
        ['Ф', 'f', '2024010101'],
      ],
    });
    expect([later.form?.version, later.told]).toEqual([1, ['skipped taken-as settings C2']]);
  });

  it('[FS9] of checks stand beside the questions, each by its name once', () => {
    const checks = (...rows: Rows) => ({
      beside: [{ name: 'checks', rows: [['name', 'expression', 'message', 'level'], ...rows] }],
    });
    const { form } = read([['integer', 'q', 'Вопрос']], checks(['c', '${q} > 0', 'Ноль?', 'error']));
    expect(form?.checks).toEqual([{ id: 'c', expression: '${q} > 0', message: 'Ноль?', level: 'error' }]);
    const { form: none, told } = read(
      [['integer', 'q', 'Вопрос']],
      checks(['c', '${q} > 0', 'Ноль?'], ['c', '', '', 'строго']),
    );
    expect([none, told]).toEqual([null, ['error name-twice checks A3']]);
  });
});

describe('questions', () => {
  it('[FS3] choose from lists in which an option stands once', () => {
    const choices = [
      ['l', 'one', 'Один', '1'],
      ['l', 'two', 'Два', ''],
      ['l', 'one', 'Снова', ''],
    ];
    expect(read([['select_one l', 'q', 'Вопрос']], { choices }).told).toEqual(['error option-twice choices B4']);
    const { indicators } = read([['select_one l', 'q', 'Вопрос']], { choices: choices.slice(0, 2) });
    expect(indicators[0]).toMatchObject({
      kind: 'choice',
      options: { one: 1, two: null },
      optionTitles: { one: 'Один' },
    });
  });

  it('[FS5] tell everything that is wrong with them at once', () => {
    const more = ['points', 'target', 'law', 'critical', 'steps'];
    expect(read([['select_one yes_no', 'q q', '', 'много', '0.9', 'ZZ', 'может быть', '1:1']], { more }).told).toEqual([
      'error bad-name survey B3',
      'error no-label survey C3',
      'error not-for-type survey E3',
      'error not-for-type survey H3',
      'error unknown-law survey F3',
      'error not-a-number survey D3',
      'error not-yes-no survey G3',
      'error weights survey ',
      'warning no-critical survey ',
    ]);
  });

  it('[FS6] earn by steps from the highest down', () => {
    const steps = (typed: string) => read([['integer', 'q', 'Вопрос', typed]], { more: ['steps'] });
    expect(steps('98:1; 90:0,5; 0:0').indicators[0]?.steps).toEqual([
      [98, 1],
      [90, 0.5],
      [0, 0],
    ]);
    for (const typed of ['98', '98:1; 99:0', '98:2', 'все:1', '98:1:0', ';'])
      expect([typed, ...steps(typed).told]).toEqual([typed, 'error not-steps survey D3']);
  });

  it('[FS7] of a section that has weight give points, and weights make a hundred', () => {
    const more = ['weight', 'points'];
    const rows = [
      [...heads, ...more],
      ['begin_group', 'a', 'Первый', '60', ''],
      ['select_one yes_no', 'q', 'Вопрос', '', ''],
      ['end_group'],
      ['begin_group', 'b', 'Второй', '30', ''],
      ['select_one yes_no', 'r', 'Ещё вопрос', '', '5'],
      ['end_group'],
    ];
    const { form, issues } = readForm(
      [
        { name: 'survey', rows },
        { name: 'settings', rows: settings },
      ],
      new Set(),
    );
    expect(form).toBe(null);
    expect(issues.map(wordOf)).toEqual([
      'error weights survey D',
      'warning nothing-counts survey E2',
      'warning no-critical survey ',
    ]);
  });
});

describe('forms of other shapes', () => {
  const spoiled = (format: string, heading: string, typed: string) => {
    const written = collectableForms.find((one) => one.format === format) as Parameters<typeof sheetsOf>[0];
    const sheets = sheetsOf(written).map(({ name, rows }) => ({ name, rows: rows.map((row) => row.map(String)) }));
    const survey = sheets.find(({ name }) => name === 'survey')?.rows ?? [];
    const [column, row] = [survey[0]?.indexOf(heading) ?? -1, survey[2]];
    if (row) row[column] = typed;
    return readForm(sheets, lawCodes).issues.filter(({ level }) => level === 'error');
  };

  it.each([
    ['type', 'constructor'],
    ['name', 'первая'],
    ['label', ''],
  ])('[FS10] a form of columns names the cell that is wrong: %s', (heading, typed) => {
    expect(spoiled('gotovo-columns/1', heading, typed)).toMatchObject([{ sheet: 'survey', row: 3, heading }]);
  });

  it.each([
    ['type', 'constructor'],
    ['label', ''],
  ])('[FS11] a form of sections names the cell that is wrong: %s', (heading, typed) => {
    expect(spoiled('gotovo-sections/1', heading, typed)).toMatchObject([{ sheet: 'survey', row: 3, heading }]);
  });
});
