import { describe, expect, it } from 'vitest';
import { clubs, facility, visits } from '../../../tests/fixtures/xlsforms.ts';
import { optionsOf } from '../form/answer-values.ts';
import { indicatorsOf, isScored } from '../form/form.ts';
import type { FormIssue } from './issues.ts';
import { readForm } from './read-form.ts';

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
