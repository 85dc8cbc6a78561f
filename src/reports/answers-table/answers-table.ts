import { type Criterion, type Form, type Indicator, isScored } from '../../core/form/form.ts';
import type { CriterionScore, IndicatorLine } from '../../core/scoring/assessment.ts';
import { round2 } from '../../core/scoring/round.ts';
import { answersTableTexts as texts } from '../../texts/answers-table.ts';
import { dateText, shownId } from '../../texts/numbers.ts';
import { pictureTexts } from '../../texts/picture.ts';
import { lineWords } from '../answer-words.ts';
import { levelNameOf, type PictureSchool } from '../picture/picture-school.ts';
import type { Block, Cell, Column, ReportDocument } from '../report-document.ts';

export type AnswersTableInput = {
  form: Form;
  /** of the municipality */
  placeName: string;
  /** YYYY-MM-DD */
  asOf: string;
  reportDate: string;
  /** all the campaign expects, in the order of the list */
  schools: readonly PictureSchool[];
};

type Table = Extract<Block, { kind: 'table' }>;

const figure = { align: 'end', keep: true } as const;

/**
 * AT1: every answer of every school of any scored form, as it counts (the verified value where an officer gave one): a table of
 * totals, then one a criterion; every school expected has its row in each.
 */
export function answersTable(input: AnswersTableInput): ReportDocument {
  const { form, placeName, asOf, reportDate, schools } = input;
  const sent = schools.filter(({ assessment }) => assessment !== null).length;
  const title = texts.title(form.title, placeName);
  const footer = { left: placeName, right: dateText(reportDate) };
  return {
    title,
    page: 'landscape',
    sections: [
      {
        title: texts.totals,
        fit: 'flow',
        blocks: [
          { kind: 'heading', text: title },
          { kind: 'paragraph', text: texts.lead(dateText(asOf), sent, schools.length) },
          totalsTable(input),
          ...(sent < schools.length ? [{ kind: 'paragraph' as const, text: texts.notSent }] : []),
        ],
        footer,
      },
      ...form.criteria.map((criterion, at) => ({
        title: shownId(criterion.id),
        fit: 'flow' as const,
        blocks: criterionBlocks(input, criterion, at),
        footer,
      })),
    ],
  };
}

function totalsTable({ form, schools }: AnswersTableInput): Table {
  const scored = isScored(form);
  const rows = schools.map((school, at): Cell[] => {
    const { place, state, assessment } = school;
    const { answered, of } = assessment?.progress ?? { answered: 0, of: 0 };
    return [
      { number: at + 1, digits: 0 },
      place.shortName,
      pictureTexts.state[state],
      assessment ? texts.outOf(answered, of) : texts.nothing,
      ...(scored ? form.criteria.map(({ id }) => scoreCell(scoreIn(school, id))) : []),
      ...(scored ? [scoreCell(assessment?.total ?? null), pictureTexts.level[levelNameOf(school)]] : []),
    ];
  });
  const columns: Column[] = [
    { title: texts.number, ...figure },
    { title: texts.school },
    { title: texts.state },
    { title: texts.answered, keep: true },
    ...(scored ? form.criteria.map(({ id }) => ({ title: shownId(id), ...figure })) : []),
    ...(scored ? [{ title: texts.total, ...figure }, { title: texts.verdict }] : []),
  ];
  if (!scored) return { kind: 'table', columns, rows };
  const totals = schools.flatMap(({ assessment }) => assessment?.total ?? []);
  const means = form.criteria.map(({ id }) =>
    scoreCell(meanOf(schools.flatMap((school) => scoreIn(school, id) ?? []))),
  );
  const total: Cell[] = ['', texts.mean(totals.length), '', '', ...means, scoreCell(meanOf(totals)), ''];
  return { kind: 'table', columns, rows, total };
}

/** AT2: under the answers of an indicator stands in how many schools it earns everything, of those it is asked of; under figures their sum. */
function criterionBlocks({ form, schools }: AnswersTableInput, criterion: Criterion, at: number): Block[] {
  const scored = isScored(form);
  const lines = schools.map((school) => linesIn(school, criterion.id));
  const rows = schools.map((school, row): Cell[] => [
    { number: row + 1, digits: 0 },
    school.place.shortName,
    ...criterion.indicators.map((indicator) => answerCell(indicator, lines[row]?.get(indicator.id))),
    ...(scored ? [scoreCell(scoreIn(school, criterion.id))] : []),
  ]);
  const sums = criterion.indicators.map(({ id }) => sumCell(lines.flatMap((own) => own.get(id) ?? [])));
  return [
    { kind: 'heading', text: `${at + 1}. ${criterion.title}` },
    {
      kind: 'table',
      running: criterion.title,
      columns: [
        { title: texts.number, ...figure },
        { title: texts.school },
        ...criterion.indicators.map(({ id }) => ({ title: shownId(id) })),
        ...(scored ? [{ title: texts.score, ...figure }] : []),
      ],
      rows,
      total: ['', texts.whole, ...sums, ...(scored ? [''] : [])],
    },
    {
      kind: 'list',
      items: criterion.indicators.map(({ id, question }) => [{ bold: `${shownId(id)} ` }, question]),
    },
  ];
}

const linesIn = ({ assessment }: PictureSchool, criterionId: string): ReadonlyMap<string, IndicatorLine> =>
  new Map(criterionOf(assessment?.criteria, criterionId)?.lines.map((line) => [line.indicatorId, line]));

const scoreIn = ({ assessment }: PictureSchool, criterionId: string): number | null =>
  criterionOf(assessment?.criteria, criterionId)?.score ?? null;

const criterionOf = (criteria: readonly CriterionScore[] | undefined, id: string): CriterionScore | undefined =>
  criteria?.find(({ criterionId }) => criterionId === id);

/** A figure stays a figure, so that a spreadsheet can count with it. */
function answerCell(indicator: Indicator, line: IndicatorLine | undefined): Cell {
  if (!line) return texts.nothing;
  const { state, value } = line;
  const isFigure = indicator.kind === 'figure' || indicator.kind === 'number' || indicator.calculation !== undefined;
  if (isFigure && state === 'value' && typeof value === 'number')
    return { number: value, digits: Number.isInteger(value) ? 0 : 2 };
  return lineWords(indicator, line);
}

function sumCell(lines: readonly IndicatorLine[]): Cell {
  const asked = lines.filter(({ state, share }) => state !== 'hidden' && share !== null);
  if (asked.length > 0) return texts.outOf(asked.filter(({ share }) => share === 1).length, asked.length);
  const figures = lines.flatMap(({ value, state }) => (state === 'value' && typeof value === 'number' ? value : []));
  if (figures.length === 0) return '';
  const sum = figures.reduce((all, one) => all + one, 0);
  return `${texts.sum}: ${String(round2(sum)).replace('.', ',')}`;
}

const scoreCell = (score: number | null): Cell => (score === null ? texts.nothing : { number: score, digits: 2 });

/** SC6 once, at the end. */
const meanOf = (scores: readonly number[]): number | null =>
  scores.length === 0 ? null : round2(scores.reduce((sum, one) => sum + one, 0) / scores.length);
