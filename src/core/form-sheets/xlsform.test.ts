import { describe, expect, it } from 'vitest';
import { optionsOf } from '../form/answer-values.ts';
import { indicatorsOf, isScored } from '../form/form.ts';
import type { FormIssue } from './issues.ts';
import { readForm } from './read-form.ts';

/** Forms as people write them for the programs of that standard: a column a line would be too wide, so a row a line. */
const facility = [
  {
    name: 'survey',
    rows: [
      [
        'type',
        'name',
        'label::English (en)',
        'label::French (fr)',
        'hint::English (en)',
        'required',
        'relevant',
        'constraint',
        'constraint_message::English (en)',
        'calculation',
        'appearance',
        'choice_filter',
        'default',
        'parameters',
        'media::image::English (en)',
      ],
      ['start', 'start'],
      ['end', 'end'],
      ['today', 'today'],
      ['deviceid', 'deviceid'],
      ['note', 'intro', 'Thank you for taking part.', 'Merci de participer.'],
      ['text', 'facility_name', 'Name of the facility', 'Nom de la structure', 'As on the sign', 'yes'],
      ['geopoint', 'location', 'Where are you?', 'Où êtes-vous ?', '', 'true()'],
      ['select_one region', 'region', 'Region', 'Région', '', 'yes', '', '', '', '', 'minimal'],
      [
        'select_one district',
        'district',
        'District',
        'District',
        '',
        'yes',
        '',
        '',
        '',
        '',
        'minimal',
        'region=${region}',
      ],
      ['begin group', 'water', 'Water', 'Eau', '', '', "${region} != ''"],
      ['select_multiple source or_other', 'sources', 'Sources of water', 'Sources d’eau', '', "${region} = 'north'"],
      [
        'integer',
        'wells',
        'How many wells?',
        'Combien de puits ?',
        '',
        '',
        "selected(${sources}, 'well')",
        '. >= 0 and . <= 50',
        'Between 0 and 50',
        '',
        '',
        '',
        '1',
      ],
      [
        'range',
        'satisfaction',
        'How content are people?',
        'Satisfaction',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        'start=0 end=10 step=1',
      ],
      ['image', 'photo', 'A photo of the well', 'Photo'],
      ['calculate', 'per_head', '', '', '', '', '', '', '', 'round(${wells} div 2, 1)'],
      ['calculate', 'district_name', '', '', '', '', '', '', '', "jr:choice-name(${district}, '${district}')"],
      ['note', 'shown', 'You chose ${district_name}'],
      ['end group'],
      ['begin repeat', 'person', 'Person', 'Personne'],
      ['text', 'first_name', 'First name', 'Prénom'],
      ['integer', 'age', 'Age', 'Âge', '', 'yes', '', '. < 130'],
      ['end repeat'],
      ['calculate', 'people', '', '', '', '', '', '', '', 'count(${person})'],
      ['text', 'why_none', 'Why is nobody here?', '', '', '', '${people} = 0'],
      ['acknowledge', 'agree', 'I agree that this is kept.', 'J’accepte.', '', 'true'],
    ],
  },
  {
    name: 'choices',
    rows: [
      ['list_name', 'name', 'label::English (en)', 'label::French (fr)', 'region'],
      ['region', 'north', 'North', 'Nord'],
      ['region', 'south', 'South', 'Sud'],
      ['district', '10', 'Ten', 'Dix', 'north'],
      ['district', '2', 'Two', 'Deux', 'south'],
      ['source', 'well', 'Well', 'Puits'],
      ['source', 'river', 'River', 'Rivière'],
    ],
  },
  {
    name: 'settings',
    rows: [
      ['form_title', 'form_id', 'version', 'default_language', 'style'],
      ['Water at health facilities', 'water_facility_survey', '2024010101', 'English (en)', 'pages'],
    ],
  },
];

const clubs = [
  {
    name: 'survey',
    rows: [
      [
        'type',
        'name',
        'label::English (en)',
        'label::Русский (ru)',
        'hint::Русский (ru)',
        'required',
        'relevant',
        'constraint',
        'constraint_message::Русский (ru)',
      ],
      ['begin_group', 'general', 'General', 'Общие сведения'],
      ['select_one yes_no', 'open', 'Is it open?', 'Кружок работает?', 'В этом году', 'yes'],
      ['begin_group', 'inner', 'Inner', 'Подробности', '', '', "${open} = 'dont_know'"],
      ['select_one only', 'kind', 'Kind', 'Вид', '', '', "${open} != ''"],
      ['end_group'],
      [
        'integer',
        'children',
        'Children',
        'Сколько детей',
        '',
        '',
        "${open} = 'yes'",
        "regex(., '^[0-9]+$')",
        'Только цифры',
      ],
      ['dateTime', 'since', 'Since', 'С какого времени', '', '', 'once(${children} > 3)'],
      ['end_group'],
      ['begin_group', 'pictures', 'Pictures', 'Снимки'],
      ['image', 'front', 'Front', 'Фасад'],
      ['audio', 'voice', 'Voice', 'Голос'],
      ['end_group'],
      ['barcode', 'card', 'Card', 'Карта', '', '', '', 'string-length(.) = 8'],
    ],
  },
  {
    name: 'choices',
    rows: [
      ['list name', 'name', 'label::English (en)', 'label::Русский (ru)'],
      ['yes_no', 'yes', 'Yes', 'Да'],
      ['yes_no', 'no', 'No', 'Нет'],
      ['yes_no', 'dont_know', 'Do not know', 'Не знаю'],
      ['only', 'one', 'One', 'Один'],
    ],
  },
  {
    name: 'settings',
    rows: [
      ['form_title', 'form_id'],
      ['Кружки', 'clubs'],
    ],
  },
];

const visits = [
  {
    name: 'survey',
    rows: [
      ['type', 'name', 'label', 'hint', 'required', 'relevant', 'calculation', 'read_only', 'trigger'],
      ['username', 'username'],
      ['date', 'day', 'Day of the visit', '', 'yes', '', '', 'no'],
      ['time', 'hour', 'Hour'],
      ['decimal', 'share', '', 'What share of classes was seen', 'FALSE'],
      ['text', 'words', 'What was seen', '', '', "/data/visit/day != '' and ../hour != ''"],
      ['select_one_from_file schools.csv', 'school', 'School'],
      ['text', 'about', 'About ${school}', '', '', "${school} = 'a'"],
      ['calculate', 'title', '', '', '', '', "pulldata('schools', 'title', 'key', ${school})"],
      ['text', 'after', 'After all', '', '', "${title} != ''"],
      ['file', 'paper', 'Scan'],
      ['rank order', 'order', 'Order'],
      ['hidden', 'secret', 'Secret'],
    ],
  },
  {
    name: 'settings',
    rows: [
      ['form_title', 'form_id', 'version'],
      ['Visits', 'Visits v2', 'draft'],
    ],
  },
  { name: 'entities', rows: [['dataset'], ['visits']] },
];

const cellOf = (sheets: typeof visits, { sheet, row, column }: FormIssue): string => {
  const at = row === undefined ? undefined : sheets.find(({ name }) => name === sheet)?.rows[row - 1];
  return column === undefined ? (at?.[0] ?? '') : (at?.[column] ?? '');
};
/** What is told, with the cell it is told of. */
const toldOf = (sheets: typeof visits, issues: readonly FormIssue[]) =>
  issues.map((issue) => `${issue.level} ${issue.code} ${issue.sheet} ${issue.row ?? ''}: ${cellOf(sheets, issue)}`);

const toldOfFacility = [
  'skipped unknown-heading settings 1: style',
  'skipped taken-as settings 2: water_facility_survey',
  'skipped taken-as settings 2: 2024010101',
  'skipped unknown-heading survey 1: label::French (fr)',
  'skipped unknown-heading survey 1: appearance',
  'skipped unknown-heading survey 1: choice_filter',
  'skipped unknown-heading survey 1: default',
  'skipped unknown-heading survey 1: parameters',
  'skipped unknown-heading choices 1: label::French (fr)',
  'skipped unknown-heading choices 1: region',
  'skipped skipped-type survey 2: start',
  'skipped skipped-type survey 3: end',
  'skipped skipped-type survey 4: today',
  'skipped skipped-type survey 5: deviceid',
  'skipped skipped-type survey 8: geopoint',
  'skipped or-other survey 12: select_multiple source or_other',
  "skipped expression-skipped survey 12: ${region} = 'north'",
  'skipped taken-as survey 14: range',
  'skipped skipped-type survey 15: image',
  'skipped taken-as survey 18: You chose ${district_name}',
  'skipped skipped-type survey 18: note',
  'skipped repeat survey 20: begin repeat',
  'skipped taken-as survey 26: acknowledge',
  'skipped expression-skipped survey 24: count(${person})',
  "skipped expression-skipped survey 17: jr:choice-name(${district}, '${district}')",
  'skipped expression-skipped survey 25: ${people} = 0',
];

const toldOfClubs = [
  'skipped unknown-heading survey 1: label::English (en)',
  'skipped unknown-heading choices 1: label::English (en)',
  'skipped taken-as survey 4: begin_group',
  'skipped taken-as survey 8: dateTime',
  'skipped skipped-type survey 11: image',
  'skipped skipped-type survey 12: audio',
  'skipped taken-as survey 14: barcode',
  'warning no-message survey 14: string-length(.) = 8',
  'skipped skipped-type survey 10: begin_group',
  "skipped expression-skipped survey 7: regex(., '^[0-9]+$')",
  'skipped expression-skipped survey 8: once(${children} > 3)',
];

const toldOfVisits = [
  'skipped taken-as settings 2: Visits v2',
  'skipped taken-as settings 2: draft',
  'skipped unknown-heading survey 1: read_only',
  'skipped skipped-type survey 2: username',
  'skipped taken-as survey 4: time',
  'skipped skipped-type survey 7: select_one_from_file schools.csv',
  'skipped taken-as survey 8: About ${school}',
  'skipped skipped-type survey 11: file',
  'skipped skipped-type survey 12: rank order',
  'skipped skipped-type survey 13: hidden',
  "skipped expression-skipped survey 6: /data/visit/day != '' and ../hour != ''",
  "skipped expression-skipped survey 8: ${school} = 'a'",
  "skipped expression-skipped survey 9: pulldata('schools', 'title', 'key', ${school})",
  "skipped expression-skipped survey 10: ${title} != ''",
  'skipped unknown-sheet entities : ',
];

describe.each([
  {
    title: 'water at health facilities, in English and French',
    sheets: facility,
    told: toldOfFacility,
    asked: [
      'general Water at health facilities: facility_name text, region choice, district choice, why_none? text, agree yes-no',
      'water Water: sources? choices, wells? figure, satisfaction? figure, per_head derived',
    ],
  },
  {
    title: 'clubs, in English and Russian',
    sheets: clubs,
    told: toldOfClubs,
    asked: [
      'general Общие сведения: open choice, kind? choice, children? figure, since? text',
      'general_ Кружки: card? text',
    ],
  },
  {
    title: 'visits, in one language',
    sheets: visits,
    told: toldOfVisits,
    asked: ['general Visits: day date, hour? text, share? figure, words? text, about? text, after? text'],
  },
])('an ordinary XLSForm: $title', ({ sheets, told, asked }) => {
  const { form, issues } = readForm(sheets, new Set());
  if (form !== null && form.format !== 'gotovo-form/1') throw new Error('a form of another kind');

  it('[FS21] becomes a form without scores, whole', () => {
    expect(issues.filter(({ level }) => level === 'error')).toEqual([]);
    expect(form && isScored(form)).toBe(false);
    expect(form?.criteria.every(({ weight }) => weight === 0)).toBe(true);
    expect(form && indicatorsOf(form).every(({ points, critical }) => points === 0 && !critical)).toBe(true);
  });

  it('[FS21] [FS4] asks what it asked', () => {
    expect(
      form?.criteria.map(({ id, title, indicators }) => {
        const questions = indicators.map(({ id: name, kind, optional }) => `${name}${optional ? '?' : ''} ${kind}`);
        return `${id} ${title}: ${questions.join(', ')}`;
      }),
    ).toEqual(asked);
  });

  it('[FS21] tells where everything stands that is not taken over', () => {
    expect(toldOf(sheets, issues)).toEqual(told);
  });
});

it('[FS21] keeps the conditions it understands, those of a group at every question of it', () => {
  const { form } = readForm(facility, new Set());
  if (form?.format !== 'gotovo-form/1') throw new Error('no form');
  const wells = indicatorsOf(form).find(({ id }) => id === 'wells');
  expect(wells?.relevant).toBe("(${region} != '') and (selected(${sources}, 'well'))");
  expect(wells?.constraint).toBe('. >= 0 and . <= 50');
  const district = indicatorsOf(form).find(({ id }) => id === 'district');
  expect(district && optionsOf(district)).toEqual(['10', '2']);
});
