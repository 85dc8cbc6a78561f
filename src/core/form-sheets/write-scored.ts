import { type Form, type Indicator, indicatorsOf, isScored } from '../form/form.ts';
import {
  checksHeadings,
  choicesHeadings,
  examsHeadings,
  settingsHeadings,
  siteHeadings,
  surveyHeadings,
  yearHeadings,
} from './headings.ts';
import type { WrittenSheet } from './write-form.ts';
import { listOf, pairsOf, type RowValues, sheetOf, yesIf } from './write-rows.ts';

/** FS2: the sheets of a scored form. */
export function scoredSheets(form: Form): readonly WrittenSheet[] {
  const { yearClosing, exams, site, checks = [] } = form;
  return [
    ...sheetOf('survey', surveyHeadings, surveyRows(form)),
    ...sheetOf('choices', choicesHeadings, choicesRows(form)),
    ...sheetOf(
      'year',
      yearHeadings,
      yearClosing.rows.map(({ id, code, title, total, source }) => ({
        name: id,
        code,
        label: title,
        total: total === null ? 'typed' : total,
        source,
      })),
    ),
    ...sheetOf('exams', examsHeadings, [
      ...exams.kinds.map(({ id, grade }) => ({ type: 'exam', name: id, grade })),
      ...exams.subjects.map(({ id, title, only }) => ({ type: 'subject', name: id, label: title, only: listOf(only) })),
    ]),
    ...sheetOf(
      'site',
      siteHeadings,
      site.checks.map(({ id, code, question, remarkGroup }) => ({
        name: id,
        code,
        label: question,
        remark_group: remarkGroup,
      })),
    ),
    ...sheetOf(
      'checks',
      checksHeadings,
      checks.map(({ id, expression, message, level }) => ({ name: id, expression, message, level })),
    ),
    ...sheetOf('settings', settingsHeadings, [settingsRow(form)]),
  ];
}

function settingsRow({ title, id, version, levels, journalFill, yearClosing, site }: Form): RowValues {
  const hasMonths = journalFill.months.length > 0;
  return {
    form_title: title,
    form_id: id,
    version,
    form_kind: 'scored',
    level_ready: levels.ready.total,
    level_ready_criterion: levels.ready.criterion,
    level_ready_with_remarks: levels.readyWithRemarks.total,
    level_partly_ready: levels.partlyReady.total,
    journal_months: listOf(journalFill.months),
    ...(hasMonths
      ? { journal_target: journalFill.target, journal_low: journalFill.low, journal_fall: journalFill.fall }
      : {}),
    ...(yearClosing.rows.length > 0 ? { year_due: yearClosing.due } : {}),
    ...(site.checks.length > 0 ? { site_states: pairsOf(Object.entries(site.states)) } : {}),
  };
}

function surveyRows(form: Form): RowValues[] {
  const scored = isScored(form);
  return form.criteria.flatMap(({ id, code, title, weight, indicators }) => [
    {
      type: 'begin_group',
      name: id,
      code: code === id ? undefined : code,
      label: title,
      weight: scored ? weight : undefined,
    },
    ...indicators.flatMap((indicator) => [
      ...(indicator.before === undefined
        ? []
        : [{ type: 'note', name: `${indicator.id}.note`, label: indicator.before }]),
      questionRow(indicator, scored),
    ]),
    { type: 'end_group' },
  ]);
}

function questionRow(indicator: Indicator, scored: boolean): RowValues {
  const { id, code, kind, points, critical, style, question, evidence, showIf, optional, fresh, total } = indicator;
  const required = kind === 'derived' ? undefined : scored ? (optional ? 'no' : undefined) : yesIf(!optional);
  return {
    type: typeOf(indicator),
    name: id,
    code: code === id ? undefined : code,
    label: question,
    hint: evidence,
    required,
    relevant: showIf
      ? showIf.in.map((value) => `\${${showIf.indicator}} = '${value}'`).join(' or ')
      : indicator.relevant,
    constraint: indicator.constraint,
    constraint_message: indicator.constraintMessage,
    calculation: indicator.calculation,
    points: scored ? points : undefined,
    critical: yesIf(critical),
    total,
    per_building: kind === 'number' ? (indicator.perBuilding ?? 1) : undefined,
    target: indicator.target,
    steps: pairsOf(indicator.steps),
    fresh_full: fresh?.[0],
    fresh_half: fresh?.[1],
    finding: indicator.finding,
    recommendation: indicator.recommendation,
    law: listOf(indicator.law),
    was: listOf(indicator.was),
    source: indicator.source,
    style: style === 'auto' ? undefined : style,
    positive: indicator.positive,
    pass_clause: indicator.passClause,
    fail_clause: indicator.failClause,
    finding_when: indicator.findingWhen,
    finding_other: indicator.findingOther,
    recommend_with: listOf(indicator.recommendWith),
  };
}

function typeOf({ kind, id, decimal }: Indicator): string {
  switch (kind) {
    case 'yes-no':
      return 'select_one yes_no';
    case 'yes-partial-no':
      return 'select_one yes_partial_no';
    case 'choice':
      return `select_one ${id}`;
    case 'choices':
      return `select_multiple ${id}`;
    case 'ratio':
    case 'number':
      return 'integer';
    case 'figure':
      return decimal ? 'decimal' : 'integer';
    case 'derived':
      return 'calculate';
    case 'date':
    case 'text':
      return kind;
  }
}

/** The lists of the program's own kinds stand there for whoever opens the file elsewhere. */
const ownRows: Readonly<Record<string, readonly RowValues[]>> = {
  'yes-no': [
    { list_name: 'yes_no', name: 'yes', label: 'Да' },
    { list_name: 'yes_no', name: 'no', label: 'Нет' },
  ],
  'yes-partial-no': [
    { list_name: 'yes_partial_no', name: 'yes', label: 'Да' },
    { list_name: 'yes_partial_no', name: 'partial', label: 'Частично' },
    { list_name: 'yes_partial_no', name: 'no', label: 'Нет' },
  ],
};

function choicesRows(form: Form): RowValues[] {
  const indicators = indicatorsOf(form);
  const kinds = new Set(indicators.map(({ kind }) => kind));
  return [
    ...[...kinds].flatMap((kind) => ownRows[kind] ?? []),
    ...indicators.flatMap(({ id, options, optionOrder, optionTitles }) =>
      (optionOrder ?? Object.keys(options ?? {})).map((name) => ({
        list_name: id,
        name,
        label: optionTitles?.[name] ?? '',
        share: options?.[name] ?? '',
      })),
    ),
  ];
}
