import { paperCodeOf } from '../core/paper-entry/paper-places.ts';
import { monthsOf } from '../core/scoring/journal-fill.ts';
import { blankFormTexts as texts } from '../texts/blank-form.ts';
import { monthText, shownId } from '../texts/numbers.ts';
import { reportTexts } from '../texts/reports.ts';
import { tableTexts } from '../texts/tables.ts';
import { columnsOf } from './passport-blocks.ts';
import type { Block, Cell } from './report-document.ts';
import type { ReportInput } from './report-input.ts';

const examRows = 10;

/** Sheet of the months and of the year's closing, empty. */
export function monthsAndYear({ form, campaign }: ReportInput): Block[] {
  const codeAt = (key: string) => paperCodeOf(form, campaign, key);
  const months = monthsOf(form, campaign).map((month) => `${codeAt(`JRN:${month}`)} ${monthText(month)}`);
  return [
    { kind: 'heading', text: tableTexts.titles.JRN },
    { kind: 'paragraph', text: texts.monthsHow },
    {
      kind: 'table',
      columns: columnsOf(tableTexts.monthHead, [34, 22, 22, 22]),
      rows: months.map((month) => [month, '', '', '']),
      byHand: true,
    },
    { kind: 'heading', text: tableTexts.titles.YEAR },
    {
      kind: 'paragraph',
      text: [
        `${codeAt('YEAR:reported')} ${texts.yearReported} `,
        { tick: texts.reported },
        ' ',
        { tick: texts.notReported },
      ],
    },
    { kind: 'write-in', labels: [tableTexts.reportedOn] },
    {
      kind: 'table',
      columns: columnsOf(tableTexts.yearHead.slice(0, 3), [60, 20, 20]),
      rows: form.yearClosing.rows.map((row) => [
        `${codeAt(`YEAR:${row.id}`)} ${row.title}`.trim(),
        row.source ? texts.fromExams : '',
        '',
      ]),
      byHand: true,
    },
  ];
}

/** Sheet of the exams and of the pages of the site, empty. */
export function examsAndSite({ form, campaign }: ReportInput): Block[] {
  const [check = '', address = ''] = tableTexts.siteHead;
  return [
    { kind: 'heading', text: `${paperCodeOf(form, campaign, 'GIA:')}. ${tableTexts.titles.GIA}` },
    { kind: 'paragraph', text: texts.examsHow },
    {
      kind: 'table',
      columns: columnsOf(tableTexts.examHead, [10, 21, 12, 10, 16, 9, 10, 12]),
      rows: Array.from({ length: examRows }, (): Cell[] => tableTexts.examHead.map(() => '')),
      byHand: true,
    },
    { kind: 'heading', text: tableTexts.titles.SITE },
    {
      kind: 'table',
      columns: [
        { title: reportTexts.no, width: 8, keep: true },
        { title: check, width: 52 },
        { title: address, width: 40 },
      ],
      rows: form.site.checks.map((one) => [shownId(one.id), one.question, '']),
      byHand: true,
    },
  ];
}
