import { describe, expect, it } from 'vitest';
import {
  type Broken,
  broken,
  changed,
  columnOf,
  garbage,
  good,
  headingsOf,
  inserted,
  type Place,
  rowOf,
  sheetIn,
  strangeSheets,
  typed,
  typedAt,
} from '../../../tests/fixtures/broken-sheets.ts';
import { lawCodes } from '../../forms/legal-acts.ts';
import { parseForm } from '../form/parse-form.ts';
import { readForm } from './read-form.ts';

const cells = good().flatMap(({ name: sheet, rows }) =>
  rows.flatMap((cellsOfRow, at) =>
    at === 0
      ? []
      : cellsOfRow.flatMap((text, column) =>
          text === '' ? [] : [{ sheet, row: at + 1, column, text, heading: rows[0]?.[column] ?? '' }],
        ),
  ),
);
const freeText: readonly string[] = [
  ...['label', 'hint', 'constraint_message', 'finding', 'recommendation', 'positive', 'pass_clause', 'fail_clause'],
  ...['message', 'form_title'],
];
const figures: readonly string[] = [
  ...['weight', 'points', 'target', 'fresh_full', 'fresh_half', 'share', 'level_ready', 'level_ready_criterion'],
  ...['level_ready_with_remarks', 'level_partly_ready'],
];
const needed: Readonly<Record<string, readonly string[]>> = {
  survey: ['type', 'name', 'label'],
  choices: ['list_name', 'name'],
  checks: ['name', 'expression', 'message'],
};
const columns = good().flatMap(({ name: sheet, rows }) =>
  (rows[0] ?? []).map((heading, column) => ({ sheet, heading, column })),
);

/** What becomes of any cell in which garbage stands. */
function asGarbage({ sheet, row, heading }: (typeof cells)[number]): Broken['as'] {
  if (sheet === 'choices' && heading === 'label' && row < rowOf('choices', 'list_name', 'platform')) return 'told';
  if (freeText.includes(heading)) return 'kept';
  if (sheet === 'choices' && heading === 'list_name') return 'told';
  return heading === 'version' ? 'told' : 'error';
}

const isEnd = (text: string): boolean => text === 'end_group';
const badExpressions = [
  ...['${need', '${nope} > 0', 'need > 0', '${need} >', '((${need} > 0)', '${need} === 0', 'foo(${need}) > 0'],
  ...["${need} > 'abc", '${need} > 0 and', 'if(${need}, 1)', 'javascript:alert(1)', "=cmd|' /C calc'!A0", '${}'],
  ...['${need} > 0; drop', `${'('.repeat(60)}1${')'.repeat(60)}`, `1${' + 1'.repeat(1500)}`, 'constructor(1)'],
];
const places = [
  { sheet: 'survey', row: rowOf('survey', 'name', 'lent'), heading: 'relevant' },
  { sheet: 'survey', row: rowOf('survey', 'name', 'channel'), heading: 'constraint' },
  { sheet: 'survey', row: rowOf('survey', 'name', 'covered'), heading: 'calculation' },
  { sheet: 'checks', row: 2, heading: 'expression' },
];
const survey = sheetIn(good(), 'survey');
const questionRows = survey.flatMap((row, at) => (at > 0 && row[1] !== '' && row[0] !== 'note' ? [at + 1] : []));
const groupRows = survey.flatMap((row, at) => (row[0] === 'begin_group' ? [at + 1] : []));
const endRows = survey.flatMap((row, at) => (isEnd(row[0] ?? '') ? [at + 1] : []));
const [firstGroup = 0] = groupRows;
const lastGroup = groupRows.at(-1) ?? 0;
const without = (sheet: string, row: number) => changed(sheet, (rows) => void rows.splice(row - 1, 1));

const suites: Record<string, readonly Broken[]> = {
  'garbage in every cell': cells.map((cell) => typedAt(asGarbage(cell), cell.sheet, cell.row, cell.heading, garbage)),
  'a figure that is none': cells
    .filter(({ heading }) => figures.includes(heading))
    .flatMap(({ sheet, row, heading }) =>
      ['сорок', '4O', '40%', '1,2,3', '-1', '1e999', 'NaN'].map((text) => typedAt('error', sheet, row, heading, text)),
    ),
  'a heading taken away': columns
    .filter(({ sheet }) => sheet !== 'settings')
    .map(({ sheet, heading, column }) =>
      needed[sheet]?.includes(heading)
        ? broken('error', `${sheet} ${heading}`, typed(sheet, 1, column, ''), { sheet, row: 1 })
        : broken('told', `${sheet} ${heading}`, typed(sheet, 1, column, ''), { sheet, row: 1, column }),
    ),
  'a heading nobody knows, or of another column': columns.flatMap(({ sheet, heading, column }) => [
    broken('told', `${sheet} ${heading}: zzz`, typed(sheet, 1, column, 'zzz'), { sheet, row: 1, column }),
    ...(column === 0
      ? []
      : [
          broken('error', `${sheet} ${heading} twice`, typed(sheet, 1, column, headingsOf(sheet)[0] ?? ''), {
            sheet,
            row: 1,
            column,
          }),
        ]),
  ]),
  'a type nobody knows': [
    ...['select_on yes_no', 'целое_числоо', 'geo', 'constructor', '__proto__', 'toString', '42', 'begin', 'select_one'],
    ...['select_multiple', 'select_one nowhere', 'select_multiple nowhere', 'select_one constructor', ''],
  ].map((text) => typedAt('error', 'survey', rowOf('survey', 'name', 'platform'), 'type', text)),
  'a name missing, unfit or twice': [
    ...questionRows.map((row) => typedAt('error', 'survey', row, 'name', '')),
    ...questionRows
      .filter((row) => !groupRows.includes(row) && row !== rowOf('survey', 'name', 'act'))
      .map((row) => typedAt('error', 'survey', row, 'name', 'act')),
    ...groupRows.slice(1).map((row) => typedAt('error', 'survey', row, 'name', 'conditions')),
    ...['1a', 'a b', 'a'.repeat(61), '__proto__', 'status', 'JRN', '💥', '<b>', '../x', "' or 1=1"].map((text) =>
      typedAt('error', 'survey', rowOf('survey', 'name', 'act'), 'name', text),
    ),
    typedAt('error', 'choices', rowOf('choices', 'name', 'regional'), 'name', 'federal'),
    typedAt('error', 'choices', rowOf('choices', 'name', 'regional'), 'name', '__proto__'),
    typedAt('error', 'choices', rowOf('choices', 'name', 'partial'), 'name', 'maybe'),
    typedAt('error', 'checks', 3, 'name', 'trial_needs_platform'),
  ],
  'what a kind lacks or may not have': [
    ...['target', 'total', 'fresh_full', 'steps', 'calculation', 'weight'].map((heading) =>
      typedAt('error', 'survey', rowOf('survey', 'name', 'act'), heading, heading === 'total' ? 'teachers' : '1'),
    ),
    ...['points', 'critical', 'finding', 'law', 'hint', 'constraint'].map((heading) =>
      typedAt('error', 'survey', firstGroup, heading, '1'),
    ),
    typedAt('error', 'survey', rowOf('survey', 'name', 'covered'), 'calculation', ''),
    typedAt('error', 'survey', rowOf('survey', 'name', 'held_on'), 'fresh_half', ''),
    typedAt('error', 'survey', rowOf('survey', 'name', 'held_on'), 'fresh_half', '30'),
    typedAt('error', 'survey', rowOf('survey', 'name', 'channel'), 'steps', '0:0; 100:1'),
    typedAt('error', 'survey', rowOf('survey', 'name', 'channel'), 'steps', '100:1; 50:2'),
    typedAt('error', 'survey', rowOf('survey', 'name', 'channel'), 'label', ''),
    typedAt('error', 'survey', firstGroup, 'label', ''),
    typedAt('error', 'choices', rowOf('choices', 'list_name', 'yes_no'), 'share', '1'),
  ],
  'lists, groups and weights': [
    ...['platform', 'help'].map((list) =>
      broken(
        'error',
        `no list ${list}`,
        changed('choices', (rows) => {
          const kept = rows.filter((row) => row[0] !== list);
          rows.splice(0, rows.length, ...kept);
        }),
        { sheet: 'survey', row: rowOf('survey', 'name', list), column: 0 },
      ),
    ),
    broken('error', 'the first group is not closed', without('survey', endRows[0] ?? 0), {
      sheet: 'survey',
      row: firstGroup,
      column: 0,
    }),
    broken('error', 'the last group is not closed', without('survey', endRows.at(-1) ?? 0), {
      sheet: 'survey',
      row: lastGroup,
      column: 0,
    }),
    ...groupRows.map((row, at) =>
      broken('error', `group ${at + 1} is not opened`, without('survey', row), {
        sheet: 'survey',
        row: (endRows[at] ?? 0) - 1,
        column: 0,
      }),
    ),
    broken('error', 'a group with nothing in it', inserted(lastGroup, ['begin_group', 'void', '', 'Пусто']), {
      sheet: 'survey',
      row: lastGroup,
    }),
    broken('error', 'one end too many', inserted((endRows.at(-1) ?? 0) + 1, ['end_group']), {
      sheet: 'survey',
      row: (endRows.at(-1) ?? 0) + 1,
      column: 0,
    }),
    ...groupRows.map((row) => ({
      ...typedAt('error', 'survey', row, 'weight', '41.5'),
      place: { sheet: 'survey', column: columnOf('survey', 'weight') },
    })),
    typedAt('error', 'settings', 2, 'level_ready', '60'),
    typedAt('error', 'settings', 2, 'form_id', 'passport'),
    typedAt('error', 'settings', 2, 'form_id', ''),
    typedAt('error', 'settings', 2, 'form_title', ''),
    typedAt('error', 'settings', 2, 'form_kind', 'columnss'),
  ].map((one) =>
    one.title.startsWith('settings 2 level_ready')
      ? { ...one, place: { ...one.place, column: columnOf('settings', 'level_ready_with_remarks') } }
      : one,
  ),
  'an expression that cannot be': [
    ...places.flatMap(({ sheet, row, heading }) =>
      badExpressions.map((text) => typedAt('error', sheet, row, heading, text)),
    ),
    ...places
      .filter(({ heading }) => heading !== 'constraint')
      .map(({ sheet, row, heading }) => typedAt('error', sheet, row, heading, '. > 0')),
    typedAt('error', 'survey', rowOf('survey', 'name', 'covered'), 'calculation', '${covered} + 1'),
    typedAt('error', 'survey', rowOf('survey', 'name', 'lent'), 'relevant', '${covered} > 0'),
    typedAt('error', 'survey', rowOf('survey', 'name', 'lent'), 'relevant', '${lent} > 0'),
    typedAt('error', 'survey', firstGroup, 'relevant', '${nope} = 1'),
    broken(
      'error',
      'expressions without end',
      changed('checks', (rows) => {
        for (let at = 0; at < 200; at += 1) rows.push([`c${at}`, `1${' + 1'.repeat(990)}`, 'Сообщение']);
      }),
      { sheet: 'checks', row: 104, column: columnOf('checks', 'expression') },
    ),
    typedAt('told', 'survey', rowOf('survey', 'name', 'held_on'), 'relevant', "${held} = 'perhaps'"),
    typedAt('told', 'survey', rowOf('survey', 'name', 'lent'), 'relevant', '1 = 2'),
    typedAt('told', 'survey', rowOf('survey', 'name', 'need'), 'relevant', "${held} = 'yes'"),
  ],
  'a text longer than a revision holds': cells
    .filter(({ heading }) => freeText.includes(heading))
    .flatMap(({ sheet, row, heading }) =>
      [4001, 100_000].map((length) => typedAt('error', sheet, row, heading, 'я'.repeat(length))),
    ),
  'sheets that are not there, or are others': strangeSheets,
};

const isAt = (issue: Place, { sheet, row, column }: Place): boolean =>
  issue.sheet === sheet &&
  (row === undefined || issue.row === row) &&
  (column === undefined || issue.column === undefined || issue.column === column);

const all = Object.entries(suites);
it('[FS22] there are more than a hundred broken spreadsheets', () => {
  expect(all.flatMap(([, cases]) => cases).length).toBeGreaterThan(500);
});

describe.each(all)('%s', (_, cases) => {
  it.each(cases)('[FS22] $as: $title', ({ sheets, as, place }) => {
    const { form, issues } = readForm(sheets, lawCodes);
    const errors = issues.filter(({ level }) => level === 'error');
    if (as === 'error') {
      expect(errors.filter((issue) => isAt(issue, place)).length, JSON.stringify(errors.slice(0, 5))).toBeGreaterThan(
        0,
      );
      expect(form).toBe(null);
      return;
    }
    if (as === 'told')
      expect(issues.filter((issue) => isAt(issue, place)).length, JSON.stringify(issues)).toBeGreaterThan(0);
    else expect(JSON.stringify(form)).toContain(garbage);
    expect(form === null).toBe(errors.length > 0);
    if (form) expect(parseForm(form).ok).toBe(true);
  });
});

it('[FS22] of sheets spoiled in many places at once none is half a form', () => {
  let state = 20_261_126;
  const chance = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const texts = [
    garbage,
    '',
    '0',
    '-1',
    '1',
    'yes',
    'end_group',
    'begin_group',
    'act',
    '${act}',
    'survey',
    '\u0000',
    'a'.repeat(5000),
  ];
  for (let turn = 0; turn < 500; turn += 1) {
    const sheets = good();
    for (let spoiled = 0; spoiled <= turn % 9; spoiled += 1) {
      const rows = sheets[chance(sheets.length)]?.rows ?? [];
      const row = rows[chance(rows.length)] ?? [];
      row[chance(row.length + 1)] = texts[chance(texts.length)] ?? '';
    }
    const { form, issues } = readForm(sheets, lawCodes);
    expect(form === null).toBe(issues.some(({ level }) => level === 'error'));
    if (form) expect(parseForm(form).ok).toBe(true);
  }
});
