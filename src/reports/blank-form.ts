import { isTypedIn } from '../core/form/answer-values.ts';
import { type Criterion, figuresAsked, hasTables, type Indicator, indicatorsOf } from '../core/form/form.ts';
import { paperCodeOf, paperPlaces } from '../core/paper-entry/paper-places.ts';
import { totalTexts } from '../texts/answers.ts';
import { blankFormTexts as texts } from '../texts/blank-form.ts';
import { dateText, shownId } from '../texts/numbers.ts';
import { passportTexts } from '../texts/passport.ts';
import { reportTexts } from '../texts/reports.ts';
import { answerOptionsOf, answerWords } from './answer-words.ts';
import { examsAndSite, monthsAndYear } from './blank-tables.ts';
import { columnsOf } from './passport-blocks.ts';
import { type Block, type Cell, plainText, type ReportDocument, type Run, type Text } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import { markedId, paperTitle } from './report-words.ts';

type Sheet = { title: string; blocks: readonly Block[] };

/**
 * The form to fill in by hand. RP9: always the same sheets whatever was answered: passport, one a criterion, a long one on several
 * (FP7), two of tables where the form has some; each stays on its page. The school's own answers never stand in it.
 */
export function blankForm(input: ReportInput): ReportDocument {
  const { form, campaign } = input;
  const codes = new Map(paperPlaces(form, campaign).map(({ key, code }) => [key, code]));
  const codeOf = (id: string) => codes.get(id) ?? id;
  const hasCritical = indicatorsOf(form).some(({ critical }) => critical);
  const due = campaign.due ? texts.due(dateText(campaign.due)) : '';
  const title = paperTitle(form, texts.title, reportTexts.kinds.blank);
  const head: Block[] = [
    { kind: 'paragraph', text: texts.about(form.title, campaign.schoolYear, dateText(campaign.asOf), due) },
    { kind: 'write-in', labels: [texts.school] },
  ];
  const sheets: Sheet[] = [
    { title: texts.passport, blocks: passportSheet(input) },
    ...form.criteria.flatMap((criterion, at) => criterionSheets(criterion, at, codeOf, hasCritical)),
    ...(hasTables(form)
      ? [
          { title: texts.tables, blocks: monthsAndYear(input) },
          { title: texts.moreTables, blocks: examsAndSite(input) },
        ]
      : []),
  ];
  return {
    title,
    page: 'portrait',
    sections: sheets.map(({ title, blocks }, at) => ({
      title,
      fit: 'one-page',
      blocks: [...head, ...blocks, signature],
      footer: { left: texts.code(form.title, form.version), right: texts.sheet(at + 1, sheets.length) },
    })),
  };
}

const signature: Block = {
  kind: 'signatures',
  rows: [{ who: reportTexts.filledBy, fields: reportTexts.filledFields }],
};

function passportSheet({ form, campaign }: ReportInput): Block[] {
  const { countNames, buildingHead, branchHead } = passportTexts;
  const lines = [
    [passportTexts.shortName, passportTexts.level, passportTexts.inn],
    [passportTexts.address, passportTexts.municipality],
    [passportTexts.siteUrl],
    [passportTexts.system, passportTexts.sedVendor],
    [passportTexts.sedUrl],
    [passportTexts.operatorRegNo],
  ];
  const asked: readonly string[] = figuresAsked(form);
  const figures = Object.entries(countNames).filter(([name]) => asked.includes(name));
  const counts: Block[] = [
    { kind: 'paragraph', text: texts.passportHow },
    {
      kind: 'table',
      columns: [
        { title: texts.figureName, width: 70 },
        { title: texts.figure, width: 30 },
      ],
      rows: figures.map(([name, words]) => [`${paperCodeOf(form, campaign, `-/passport/${name}`)} ${words}`, '']),
      byHand: true,
    },
  ];
  const whole = hasTables(form);
  return [
    ...(figures.length > 0 ? counts : []),
    ...lines.slice(0, whole ? lines.length : 3).map((labels): Block => ({ kind: 'write-in', labels })),
    ...(asked.includes('buildings')
      ? rowsToWrite(passportTexts.buildings, buildingHead, [21, 8, 11, 12, 15, 11, 11, 11], 6)
      : []),
    ...(whole ? rowsToWrite(passportTexts.branches, branchHead, [26, 26, 18, 10, 10, 10], 4) : []),
  ];
}

/** An empty table under a heading. */
const rowsToWrite = (text: string, head: readonly string[], widths: readonly number[], rows: number): Block[] => [
  { kind: 'heading', text },
  {
    kind: 'table',
    columns: columnsOf(head, widths),
    rows: Array.from({ length: rows }, (): Cell[] => head.map(() => '')),
    byHand: true,
  },
];

const widths = [9, 46, 28, 17] as const;

/** `codeOf`: what stands at an indicator for fast entry (PE1). */
function criterionSheets(
  criterion: Criterion,
  at: number,
  codeOf: (id: string) => string,
  hasCritical: boolean,
): Sheet[] {
  const [no = '', indicator = '', answer = '', document = ''] = texts.head;
  const derived = criterion.indicators.filter((one) => one.kind === 'derived').map((one) => shownId(one.id));
  const asked = criterion.indicators.filter((one) => one.kind !== 'derived');
  const note: Block[] = derived.length > 0 ? [{ kind: 'paragraph', text: texts.derived(derived.join(', ')) }] : [];
  const parts = inSheets(asked.map((one) => indicatorRow(one, criterion, codeOf)));
  const ticked = asked.find((one) => !isTypedIn(one)) ?? asked[0];
  const how = texts.how(shownId(codeOf(ticked?.id ?? '')), hasCritical);
  return parts.map((rows, part) => ({
    title: `${at + 1}. ${criterion.title}${parts.length > 1 ? texts.part(part + 1, parts.length) : ''}`,
    blocks: [
      { kind: 'paragraph', text: how },
      {
        kind: 'table',
        columns: [
          { title: no, width: widths[0], keep: true },
          { title: indicator, width: widths[1] },
          { title: answer, width: widths[2] },
          { title: document, width: widths[3] },
        ],
        rows,
        byHand: true,
      },
      ...(part === parts.length - 1 ? note : []),
      { kind: 'write-in', labels: [texts.notes] },
      { kind: 'write-in', labels: [''] },
    ],
  }));
}

/** FP7: so many lines of rows one sheet holds in type that can be read; the longest criterion of the readiness form has 43 */
const mostLines = 50;

/** Rows on sheets, at least one sheet and one row a sheet. */
function inSheets(rows: readonly Text[][]): Text[][][] {
  const sheets: Text[][][] = [[]];
  let used = 0;
  for (const row of rows) {
    const own = linesOf(row);
    const last = sheets.at(-1);
    if (!last || (last.length > 0 && used + own > mostLines)) {
      sheets.push([row]);
      used = own;
    } else {
      last.push(row);
      used += own;
    }
  }
  return sheets;
}

/** About how many lines a row takes: a percent of the width has room for about one character. */
function linesOf(row: readonly Text[]): number {
  const linesIn = (text: string, width: number): number =>
    text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (width * 1.1))), 0);
  return Math.max(...row.map((cell, at) => linesIn(plainText(cell), widths[at] ?? 100)));
}

function indicatorRow(
  indicator: Indicator,
  { indicators }: Pick<Criterion, 'indicators'>,
  codeOf: (id: string) => string,
): Text[] {
  const condition = indicator.showIf;
  const source = indicators.find((one) => one.id === condition?.indicator);
  const answers = condition?.in.map((value) => `«${source ? answerWords(source, value, null).toLowerCase() : value}»`);
  const only = condition
    ? `\n${texts.onlyIf(shownId(codeOf(condition.indicator)), (answers ?? []).join(', '))}`
    : indicator.relevant === undefined
      ? ''
      : `\n${texts.notAlways}`;
  const several = indicator.kind === 'choices' ? `\n${texts.several}` : '';
  const optional = indicator.optional ? `\n${texts.optional}` : '';
  const before = indicator.before === undefined ? [] : [`${indicator.before}\n`];
  return [
    [{ bold: markedId(codeOf(indicator.id), indicator.critical) }],
    [...before, { bold: indicator.question }, `\n${indicator.evidence}${several}${only}${optional}`],
    answerCell(indicator),
    [texts.documentNo, { line: true }, `\n${texts.documentDate}`, { line: true }],
  ];
}

/** Room for the answer: numbered squares, or a line to write on with the squares of the special answers. */
function answerCell(indicator: Indicator): Run[] {
  const squares = answerOptionsOf(indicator).flatMap(({ words }, at): Run[] => [
    ...(at === 0 ? [] : [' ']),
    { tick: isTypedIn(indicator) ? words.toLowerCase() : `${at + 1} ${words.toLowerCase()}` },
  ]);
  return [...writingRoom(indicator), ...squares];
}

function writingRoom(indicator: Indicator): Run[] {
  const line: Run = { line: true };
  if (indicator.kind === 'date') return [texts.day, line, '\n'];
  if (indicator.kind === 'number') return [texts.pieces, line, '\n'];
  if (indicator.kind === 'figure') return [line, '\n'];
  if (indicator.kind === 'text') return [line, '\n', line, '\n'];
  if (indicator.kind !== 'ratio') return [];
  return [line, texts.outOf, line, ` ${totalTexts[indicator.total ?? 'pupils'][2]}\n`];
}
