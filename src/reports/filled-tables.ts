import type { Json } from '../core/json.ts';
import { ownOf } from '../core/own-of.ts';
import { examRowsOf } from '../core/scoring/exams.ts';
import { fillPercentOf, monthsDue } from '../core/scoring/journal-fill.ts';
import { rowShareOf } from '../core/scoring/year-closing.ts';
import { propertiesOf } from '../core/submission/answer.ts';
import { firstValue } from '../core/submission/facts.ts';
import { answerTexts } from '../texts/answers.ts';
import { dateText, monthText, percent, shownId } from '../texts/numbers.ts';
import { reportTexts } from '../texts/reports.ts';
import { tableTexts } from '../texts/tables.ts';
import { columnsOf } from './passport-blocks.ts';
import type { Block, Cell } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import { allWords, examsDone } from './report-words.ts';

/** The four tables as answered: months, year closing, exams, pages of the site. */
export const filledTables = (input: ReportInput): Block[] => [
  ...months(input),
  ...yearClosing(input),
  ...exams(input),
  ...site(input),
];

const typedOr = (value: Json | undefined): string => {
  if (value === undefined || value === null) return reportTexts.nothing;
  const { typed } = propertiesOf(value);
  return typeof typed === 'string' ? typed : String(value);
};

function months({ form, facts, campaign, assessment }: ReportInput): Block[] {
  const { figure } = assessment.blocks.JRN;
  const [month = '', filled = '', due = '', share = ''] = tableTexts.monthHead;
  const rows = monthsDue(form, campaign).map((id): Cell[] => {
    const part = (words: (value: Json) => string) => allWords(facts, `JRN:${id}`, words) || reportTexts.nothing;
    return [
      monthText(id),
      part((value) => typedOr(propertiesOf(value).filled)),
      part((value) => typedOr(propertiesOf(value).due)),
      part((value) => {
        const known = fillPercentOf(value);
        if (value === 'notProvided') return tableTexts.noData;
        return known === null ? typedOr(propertiesOf(value).percent) : percent(known);
      }),
    ];
  });
  return [
    { kind: 'heading', text: tableTexts.titles.JRN },
    {
      kind: 'table',
      columns: [
        { title: month, width: 40 },
        { title: filled, width: 20, align: 'end' },
        { title: due, width: 20, align: 'end' },
        { title: share, width: 20, align: 'end' },
      ],
      rows,
      ...(figure === null ? {} : { total: [tableTexts.mean, '', '', percent(figure)] }),
    },
  ];
}

function yearClosing(input: ReportInput): Block[] {
  const { form, facts, assessment } = input;
  const heading: Block = { kind: 'heading', text: tableTexts.titles.YEAR };
  const answers = facts.get('YEAR:reported') ?? [];
  const reported = allWords(facts, 'YEAR:reported', (value) =>
    (value === true ? tableTexts.reportedYes : tableTexts.reportedNo).toLowerCase(),
  );
  const typed = form.yearClosing.rows.some((row) => facts.has(`YEAR:${row.id}`));
  if (!answers.includes(true) && !typed)
    return [heading, { kind: 'paragraph', text: `${tableTexts.reported}: ${reported || answerTexts.empty}.` }];
  const day = allWords(facts, 'YEAR:reportedOn', (value) => dateText(typedOr(value))) || reportTexts.nothing;
  const { figure } = assessment.blocks.YEAR;
  const examsRow = examsDone(input);
  const [step = '', done = '', total = '', share = ''] = tableTexts.yearHead;
  return [
    heading,
    {
      kind: 'facts',
      items: [
        [tableTexts.reported, reported || answerTexts.empty],
        [tableTexts.reportedOn, day],
      ],
    },
    {
      kind: 'table',
      columns: [
        { title: step, width: 55 },
        { title: done, width: 15, align: 'end' },
        { title: total, width: 15, align: 'end' },
        { title: share, width: 15, align: 'end' },
      ],
      rows: form.yearClosing.rows.map((row): Cell[] => {
        if (row.source)
          return [
            row.title,
            ...(examsRow
              ? [
                  String(examsRow.done),
                  String(examsRow.of),
                  shareWords(examsRow.of === 0 ? null : examsRow.done / examsRow.of),
                ]
              : ['', '', reportTexts.nothing]),
          ];
        const part = (words: (value: Json) => string) =>
          allWords(facts, `YEAR:${row.id}`, words) || reportTexts.nothing;
        return [
          row.title,
          part((value) => (value === 'notProvided' ? tableTexts.noDataPressed : typedOr(propertiesOf(value).done))),
          part((value) => typedOr(propertiesOf(value).total)),
          part((value) => shareWords(rowShareOf(value))),
        ];
      }),
      ...(figure === null ? {} : { total: [tableTexts.mean, '', '', percent(100 * figure)] }),
    },
  ];
}

const shareWords = (share: number | null | undefined): string =>
  typeof share === 'number' ? percent(100 * share) : reportTexts.nothing;

function exams(input: ReportInput): Block[] {
  const { form, facts } = input;
  const heading: Block = { kind: 'heading', text: tableTexts.titles.GIA };
  const done = examsDone(input);
  const rows = examRowsOf(facts);
  if (!done || rows.length === 0) {
    const silent = firstValue(facts, 'GIA:reported') === 'notProvided';
    const words = !done ? reportTexts.noGraduates : silent ? tableTexts.noExamData : reportTexts.noRows;
    return [heading, { kind: 'paragraph', text: `${words}.` }];
  }
  const titles = new Map(form.exams.subjects.map((subject) => [subject.id, subject.title]));
  const states: Record<string, string> = tableTexts.examStates;
  const reasons: Record<string, string> = tableTexts.reasons;
  const mark = (value: Json | undefined) => (value === true ? tableTexts.missing : reportTexts.nothing);
  return [
    {
      kind: 'table',
      running: `${tableTexts.titles.GIA}: ${tableTexts.complete(done.done, done.of)}`,
      columns: columnsOf(tableTexts.examHead, [10, 19, 13, 10, 16, 9, 10, 13]),
      rows: rows.map((row): Cell[] => {
        const part = (name: string, words: (value: Json | undefined) => string) =>
          row.values.map((value) => words(propertiesOf(value)[name])).join(' / ');
        return [
          row.exam,
          titles.get(row.subject) ?? row.subject,
          dateText(row.date),
          part('participants', typedOr),
          part('state', (value) => ownOf(states, String(value)) ?? reportTexts.nothing),
          part('scoreMissing', mark),
          part('resultMissing', mark),
          part('reason', (value) => ownOf(reasons, String(value)) ?? reportTexts.nothing),
        ];
      }),
    },
  ];
}

function site({ form, facts, assessment }: ReportInput): Block[] {
  const { answered, of } = assessment.site;
  const [check = '', address = ''] = tableTexts.siteHead;
  return [
    {
      kind: 'table',
      running: `${tableTexts.titles.SITE}: ${reportTexts.outOf(answered, of)}`,
      columns: [
        { title: reportTexts.no, width: 8, keep: true },
        { title: check, width: 52 },
        { title: address, width: 40 },
      ],
      rows: form.site.checks.map((one) => [
        shownId(one.id),
        one.question,
        allWords(facts, `SITE:${one.id}#url`, typedOr) || reportTexts.nothing,
      ]),
    },
  ];
}
