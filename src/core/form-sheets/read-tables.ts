import type { Form } from '../form/form.ts';
import type { Sheet } from '../monitoring-table/sheet-cells.ts';
import { checksHeadings, examsHeadings, sheetNames, siteHeadings, yearHeadings } from './headings.ts';
import type { Issues } from './issues.ts';
import type { Identity } from './read-settings.ts';
import { findSheet, type Heading, namePattern, numberIn, type Row, readRows } from './sheet-rows.ts';

type Tables = Pick<Form, 'journalFill' | 'yearClosing' | 'exams' | 'site'> & { checks: NonNullable<Form['checks']> };

const usualStates = { ok: 1, partly: 0.5, stale: 0.25, broken: 0.25, missing: 0 };

/** FS9: what a form has beside its questions: months, the year's closing, exams, pages of the site, checks; each may be absent. `rows` takes those of the checks. */
export function readTables(
  sheets: readonly Sheet[],
  { row }: Identity,
  issues: Issues,
  rows: Map<string, Row>,
): Tables {
  const rowsOf = (names: readonly string[], headings: readonly Heading[]): readonly Row[] => {
    const sheet = findSheet(sheets, names);
    return sheet ? readRows(sheet, headings, issues) : [];
  };
  const seen = new Map<string, Row>();
  const named = (one: Row): boolean => {
    const typed = one.text('name');
    const { sheet } = one.spot();
    const first = seen.get(`${sheet} ${typed}`);
    if (typed === '') issues.error(one.spot('name'), { code: 'no-name' });
    else if (first) issues.error(one.spot('name'), { code: 'name-twice', typed, first: first.number });
    else seen.set(`${sheet} ${typed}`, one);
    return typed !== '' && !first;
  };
  return {
    journalFill: {
      months: monthsOf(row, issues),
      target: row?.figure('journal_target', 0, 100) ?? 98,
      low: row?.figure('journal_low', 0, 100) ?? 90,
      fall: row?.figure('journal_fall', 0, 100) ?? 5,
    },
    yearClosing: {
      due: dayOf(row, 'year_due', issues) ?? '08-31',
      rows: rowsOf(sheetNames.year, yearHeadings).filter(named).map(yearRow),
    },
    exams: examsOf(rowsOf(sheetNames.exams, examsHeadings).filter(named), issues),
    site: {
      states: statesOf(row, issues),
      checks: rowsOf(sheetNames.site, siteHeadings)
        .filter(named)
        .map((one) => ({
          id: one.text('name'),
          code: one.text('code') || one.text('name'),
          question: one.label(),
          remarkGroup: one.text('remark_group'),
        })),
    },
    checks: rowsOf(sheetNames.checks, checksHeadings)
      .filter(named)
      .map((one) => {
        rows.set(`check ${one.text('name')}`, one);
        if (!namePattern.test(one.text('name')))
          issues.error(one.spot('name'), { code: 'bad-name', typed: one.text('name') });
        for (const name of ['expression', 'message'])
          if (!one.has(name)) issues.error(one.spot(name), { code: 'no-value' });
        return {
          id: one.text('name'),
          expression: one.words('expression'),
          message: one.words('message'),
          level: one.oneOf('level', ['error', 'warning'] as const) ?? 'warning',
        };
      }),
  };
}

/** `typed` in the column of totals: the school writes the total itself. */
function yearRow(row: Row): Form['yearClosing']['rows'][number] {
  const total = row.oneOf('total', ['classes', 'pupils', 'graduates', 'typed'] as const);
  const source = row.oneOf('source', ['GIA'] as const);
  return {
    id: row.text('name'),
    code: row.text('code') || row.text('name'),
    title: row.label(),
    ...(total === undefined ? {} : { total: total === 'typed' ? null : total }),
    ...(source === undefined ? {} : { source }),
  };
}

function examsOf(rows: readonly Row[], issues: Issues): Form['exams'] {
  const exams: Form['exams'] = { kinds: [], subjects: [] };
  for (const row of rows) {
    const type = row.oneOf('type', ['exam', 'subject'] as const);
    if (!row.has('type')) issues.error(row.spot('type'), { code: 'no-value' });
    const id = row.text('name');
    if (type === 'exam') {
      const grade = row.count('grade');
      if (grade === 9 || grade === 11) exams.kinds.push({ id, grade });
      else issues.error(row.spot('grade'), { code: 'not-one-of', typed: row.text('grade'), allowed: ['9', '11'] });
    }
    if (type === 'subject')
      exams.subjects.push({
        id,
        title: row.label(),
        ...(row.has('only') ? { only: [...row.list('only')] } : {}),
      });
  }
  return exams;
}

/** MM-DD, of every year; as «31.08» too. */
export function dayOf(row: Row | null, name: string, issues: Issues): string | undefined {
  const typed = row?.text(name) ?? '';
  if (typed === '' || !row) return undefined;
  const [, day, month] = /^(\d{1,2})\.(\d{1,2})\.?$/.exec(typed) ?? [];
  const text = day && month ? `${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed;
  if (/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text)) return text;
  issues.error(row.spot(name), { code: 'not-a-day', typed });
  return undefined;
}

/** Of a year, as two figures. */
const months: readonly string[] = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));

function monthsOf(row: Row | null, issues: Issues): string[] {
  const typed = (row?.list('journal_months') ?? []).map((month) => month.padStart(2, '0'));
  const odd = typed.find((month) => !months.includes(month));
  if (row && odd !== undefined)
    issues.error(row.spot('journal_months'), { code: 'not-one-of', typed: odd, allowed: months });
  return typed;
}

/** «ok:1; partly:0,5» */
function statesOf(row: Row | null, issues: Issues): Form['site']['states'] {
  const typed = row?.text('site_states') ?? '';
  if (typed === '' || !row) return { ...usualStates };
  const parts = typed.split(/[;\n]+/).filter((part) => part.trim() !== '');
  const states = parts.flatMap((part) => {
    const [name = '', share = ''] = part.split(':').map((one) => one.trim());
    const figure = numberIn(share);
    return name === '' || figure === null || figure < 0 || figure > 1 ? [] : [[name, figure] as const];
  });
  if (states.length > 0 && states.length === parts.length) return Object.fromEntries(states);
  issues.error(row.spot('site_states'), { code: 'not-steps', typed });
  return { ...usualStates };
}
