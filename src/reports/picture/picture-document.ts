import type { Form } from '../../core/form/form.ts';
import { dateText, percent, shownId } from '../../texts/numbers.ts';
import { pictureTexts as texts } from '../../texts/picture.ts';
import { namesOf } from '../municipal/population.ts';
import type { Block, Cell, ReportDocument } from '../report-document.ts';
import { findingChanges, findingCounts } from './finding-counts.ts';
import { type HeatCell, heatTable } from './heat-table.ts';
import { levelsOf, type PictureSchool } from './picture-school.ts';

type Picture = {
  form: Form;
  municipality: string;
  schoolYear: string;
  /** YYYY-MM-DD */
  on: string;
  /** those shown, in the order of the municipality's list */
  schools: readonly PictureSchool[];
  /** how many the campaign expects */
  of: number;
};

type Table = Extract<Block, { kind: 'table' }>;

/** AY6: the picture as tables, for paper and spreadsheets: every figure of the screen with n of M and the schools behind it. */
export function pictureDocument(picture: Picture): ReportDocument {
  const { municipality, schoolYear, on, schools, of } = picture;
  const sent = schools.filter(({ assessment }) => assessment !== null).length;
  return {
    title: texts.title(municipality),
    page: 'landscape',
    sheets: 'tables',
    sections: [
      {
        title: texts.title(municipality),
        fit: 'flow',
        blocks: [
          { kind: 'paragraph', text: texts.crumb(picture.form.title, schoolYear, sent, of, dateText(on)) },
          ...(schools.length < of ? [{ kind: 'paragraph' as const, text: texts.filtered(schools.length, of) }] : []),
          levelsTable(schools),
          heatBlock(picture),
          findingsTable(picture),
          { kind: 'heading', text: texts.changes },
          ...changesBlocks(schools),
        ],
        footer: { left: municipality, right: dateText(on) },
      },
    ],
  };
}

const levelsTable = (schools: readonly PictureSchool[]): Table => ({
  kind: 'table',
  running: texts.levels,
  columns: [
    { title: texts.verdict, width: 20 },
    { title: texts.schools, width: 12, align: 'end', keep: true },
    { title: texts.which, width: 68 },
  ],
  rows: levelsOf(schools).map(({ level, schools: own }) => [
    texts.level[level],
    texts.outOf(own.length, schools.length),
    own.length === 0 ? texts.nothing : namesOf(own.map(({ place }) => place)),
  ]),
});

function heatBlock({ form, schools }: Picture): Table {
  const { rows, mean } = heatTable(form, schools, 'verified');
  const number = (value: number | null): Cell => (value === null ? texts.nothing : { number: value, digits: 2 });
  const cell = ({ value, blocked }: HeatCell): Cell =>
    value !== null && blocked.length > 0 ? `${texts.score(value)} ◆` : number(value);
  const figure = (width: number) => ({ width, align: 'end', keep: true }) as const;
  return {
    kind: 'table',
    running: `${texts.heat}. ◆ ${texts.blocks}`,
    columns: [
      { title: texts.school, width: 20 },
      ...form.criteria.map(({ id }) => ({ title: shownId(id), ...figure(44 / form.criteria.length) })),
      { title: texts.selfAssessed, ...figure(8) },
      { title: texts.verified, ...figure(8) },
      { title: texts.change, ...figure(8) },
      { title: texts.verdict, width: 12 },
    ],
    rows: rows.map((row) => [
      row.school.place.shortName,
      ...row.cells.map(cell),
      number(row.selfAssessed),
      number(row.verified),
      row.change === null ? texts.nothing : texts.signed(row.change),
      texts.level[row.level],
    ]),
    total: [
      texts.mean(rows.filter(({ school }) => school.assessment !== null).length),
      ...mean.cells.map(cell),
      number(mean.selfAssessed),
      number(mean.verified),
      '',
      '',
    ],
  };
}

function findingsTable({ form, schools }: Picture): Block {
  const counts = findingCounts(form, schools);
  if (counts.length === 0) return { kind: 'paragraph', text: texts.noFindings };
  return {
    kind: 'table',
    running: texts.findings,
    columns: [
      { title: texts.finding, width: 44 },
      { title: texts.schools, width: 10, align: 'end', keep: true },
      { title: texts.share, width: 10, align: 'end', keep: true },
      { title: texts.which, width: 36 },
    ],
    rows: counts.map((one) => [
      `${one.critical ? '◆ ' : ''}${one.finding} ${shownId(one.indicatorId)}`,
      texts.outOf(one.schools.length, one.of),
      percent((100 * one.schools.length) / one.of),
      namesOf(one.schools),
    ]),
  };
}

function changesBlocks(schools: readonly PictureSchool[]): Block[] {
  const changes = findingChanges(schools);
  if (changes.length === 0) return [{ kind: 'paragraph', text: texts.noChanges }];
  const ids = (of: readonly string[]): string => (of.length === 0 ? texts.nothing : of.map(shownId).join(', '));
  return [
    {
      kind: 'table',
      running: texts.changes,
      columns: [{ title: texts.school }, { title: texts.fixed }, { title: texts.remaining }, { title: texts.appeared }],
      rows: changes.map(({ school, fixed, remaining, appeared }) => [
        school.place.shortName,
        ids(fixed),
        ids(remaining),
        ids(appeared),
      ]),
    },
  ];
}
