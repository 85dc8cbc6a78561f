import type { ColumnForm, FormColumn } from '../form/column-form.ts';
import type { Sheet } from '../monitoring-table/sheet-cells.ts';
import { ownOf } from '../own-of.ts';
import { columnHeadings, rowsHeadings, sheetNames } from './headings.ts';
import type { Issues } from './issues.ts';
import { type Lists, readChoices } from './read-choices.ts';
import type { Identity } from './read-settings.ts';
import { dayOf } from './read-tables.ts';
import { findSheet, type Row, readRows } from './sheet-rows.ts';

/** Types of columns, by what a sheet calls them. */
const kinds: Readonly<Record<string, FormColumn['kind']>> = {
  integer: 'count',
  text: 'text',
  rows: 'rows',
  place: 'place',
  person: 'person',
  contact: 'contact',
  system: 'system',
  row_number: 'row-number',
};
const branches = ['own', 'sum', 'worst', 'paper', 'school', 'merged', 'notes'] as const;
const fields = ['fullName', 'position', 'phone', 'email', 'messenger'] as const;

/** FS10: the sheets of a form that is one row a school. */
export function readColumns(sheets: readonly Sheet[], identity: Identity, issues: Issues): ColumnForm | null {
  const survey = findSheet(sheets, sheetNames.survey);
  if (!survey) {
    issues.error({ sheet: 'survey' }, { code: 'no-sheet' });
    return null;
  }
  const rows = readRows(survey, columnHeadings, issues);
  if (rows.length === 0) issues.error({ sheet: survey.name }, { code: 'no-rows' });
  const lists = readChoices(sheets, issues);
  const parts = readParts(sheets, rows, issues);
  const used = new Set(rows.map((row) => row.text('type').split(/\s+/)[1]));
  for (const [list, [first]] of lists)
    if (first && !used.has(list)) issues.warn(first.row.spot('list_name'), { code: 'unused-list', list });
  for (const row of rows) {
    row.oneOf(
      'up_to',
      rows.map((one) => one.text('name')),
    );
    const odd = row.list('fields').find((field) => !fields.some((one) => one === field));
    if (odd !== undefined) issues.error(row.spot('fields'), { code: 'not-one-of', typed: odd, allowed: fields });
  }
  const [asOf, due] = [dayOf(identity.row, 'as_of', issues), dayOf(identity.row, 'due', issues)];
  for (const [name, day] of [
    ['as_of', asOf],
    ['due', due],
  ] as const)
    if (day === undefined && identity.row) issues.error(identity.row.spot(name), { code: 'no-value' });
  return {
    format: 'gotovo-columns/1',
    id: identity.id,
    version: identity.version,
    title: identity.title,
    asOf: asOf ?? '',
    due: due ?? '',
    columns: rows.map((row) => readColumn(row, lists, parts, issues)),
  };
}

type Part = { of: string; id: string; title: string; kind: 'text' | 'count' };

function readParts(sheets: readonly Sheet[], columns: readonly Row[], issues: Issues): readonly Part[] {
  const sheet = findSheet(sheets, sheetNames.rows);
  const names = columns.map((row) => row.text('name'));
  return (sheet ? readRows(sheet, rowsHeadings, issues) : []).map((row) => ({
    of: row.oneOf('of', names) ?? '',
    id: row.name(/^\S+$/),
    title: row.label(),
    kind: row.oneOf('type', ['text', 'integer'] as const) === 'integer' ? 'count' : 'text',
  }));
}

function readColumn(row: Row, lists: Lists, parts: readonly Part[], issues: Issues): FormColumn {
  const typed = row.text('type');
  const [, list] = /^select_one\s+(\S+)$/.exec(typed) ?? [];
  const kind = list ? 'choice' : ownOf(kinds, typed.replace('-', '_'));
  if (kind === undefined) issues.error(row.spot('type'), { code: 'unknown-type', typed });
  if (!row.has('label')) issues.error(row.spot('label'), { code: 'no-label' });
  if (!/^\d{1,2}$/.test(row.text('name')))
    issues.error(row.spot('name'), { code: 'bad-name', typed: row.text('name') });
  const options = list === undefined ? undefined : lists.get(list);
  if (list !== undefined && !options) issues.error(row.spot('type'), { code: 'no-list', list });
  const own = parts
    .filter(({ of }) => of === row.text('name'))
    .map(({ id, title, kind: part }) => ({ id, title, kind: part }));
  const offer = row.oneOf('offer_from', ['passport', 'buildings', 'indicator'] as const);
  const column = {
    id: row.text('name'),
    title: row.words('label'),
    group: row.text('group'),
    explain: row.words('hint'),
    kind: kind ?? 'text',
    branch: row.oneOf('branch', branches) ?? 'own',
    least: row.figure('least'),
    upTo: row.text('up_to') || undefined,
    options: options && Object.fromEntries(options.map(({ name, label }) => [name, label])),
    fields: row.has('fields') ? fields.filter((field) => row.list('fields').includes(field)) : undefined,
    rows: own.length > 0 ? own : undefined,
    rowsTitle: row.text('rows_title') || undefined,
    private: row.flag('private'),
    requiredUnlessNone: row.flag('required_unless_none'),
    offer: offer === undefined ? undefined : { from: offer, name: row.text('offer_name') },
  };
  return Object.fromEntries(Object.entries(column).filter(([, part]) => part !== undefined)) as FormColumn;
}
