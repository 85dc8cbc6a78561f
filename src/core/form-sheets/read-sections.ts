import type { FieldColumn, FieldItem, SectionField, SectionForm } from '../form/section-form.ts';
import type { Sheet } from '../monitoring-table/sheet-cells.ts';
import { ownOf } from '../own-of.ts';
import { choicesHeadings, fieldHeadings, rowsHeadings, sheetNames } from './headings.ts';
import type { Issues } from './issues.ts';
import type { Identity } from './read-settings.ts';
import { findSheet, type Heading, type Row, readRows } from './sheet-rows.ts';

const reportLists = ['events', 'practices', 'publications'] as const;

/** FS11: the sheets of a form in sections. */
export function readSections(sheets: readonly Sheet[], identity: Identity, issues: Issues): SectionForm | null {
  const survey = findSheet(sheets, sheetNames.survey);
  if (!survey) {
    issues.error({ sheet: 'survey' }, { code: 'no-sheet' });
    return null;
  }
  const rowsOf = (names: readonly string[], headings: readonly Heading[]) => {
    const sheet = findSheet(sheets, names);
    return sheet ? readRows(sheet, headings, issues) : [];
  };
  const choices = groupedBy(rowsOf(sheetNames.choices, choicesHeadings), 'list_name');
  const columns = groupedBy(rowsOf(sheetNames.rows, rowsHeadings), 'of');
  const sections: SectionForm['sections'] = [];
  let open: Row | null = null;
  const surveyRows = readRows(survey, fieldHeadings, issues);
  for (const row of surveyRows) {
    const type = row.text('type').replace(' ', '_');
    if (type === 'begin_group') {
      if (open) issues.error(open.spot('type'), { code: 'not-closed', name: open.text('name') });
      open = row;
      sections.push({ id: row.name(/^\S+$/), title: row.label(), fields: [] });
    } else if (type === 'end_group') {
      if (!open) issues.error(row.spot('type'), { code: 'not-open' });
      open = null;
    } else if (!open) issues.error(row.spot('type'), { code: 'not-open' });
    else sections.at(-1)?.fields.push(readField(row, open, choices, columns, issues));
  }
  tellUnused(choices, [...surveyRows, ...[...columns.values()].flat()], issues);
  const names = surveyRows.map((row) => row.text('name'));
  for (const row of [...columns.values()].flat()) row.oneOf('of', names);
  if (open) issues.error(open.spot('type'), { code: 'not-closed', name: open.text('name') });
  if (sections.length === 0) issues.error({ sheet: survey.name }, { code: 'no-rows' });
  const { id, version, title } = identity;
  return { format: 'gotovo-sections/1', id, version, title, sections };
}

type Groups = ReadonlyMap<string, readonly Row[]>;

function groupedBy(rows: readonly Row[], column: string): Groups {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(row.text(column), [...(groups.get(row.text(column)) ?? []), row]);
  return groups;
}

/** What stands there, without what does not. */
const whole = <Parts extends object>(parts: Parts): Parts =>
  Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as Parts;

/** Lists no row chooses from. */
function tellUnused(choices: Groups, rows: readonly Row[], issues: Issues): void {
  const used = new Set(rows.map((row) => row.text('type').split(/\s+/)[1]));
  for (const [list, [first]] of choices) {
    if (list === '')
      for (const row of choices.get(list) ?? []) issues.error(row.spot('list_name'), { code: 'no-list-name' });
    else if (first && !used.has(list) && list !== 'yes_no')
      issues.warn(first.spot('list_name'), { code: 'unused-list', list });
  }
}

function readField(row: Row, section: Row, choices: Groups, columns: Groups, issues: Issues): SectionField {
  const typed = row.text('type');
  const [, select, list = ''] = /^(select_one|select_multiple)\s+(\S+)$/.exec(typed) ?? [];
  const kind =
    select === 'select_multiple'
      ? 'checklist'
      : select === 'select_one' && list === 'yes_no'
        ? 'yes-no'
        : typed === 'integer'
          ? 'count'
          : typed === 'rows'
            ? 'rows'
            : null;
  if (kind === null) issues.error(row.spot('type'), { code: 'unknown-type', typed });
  const id = row.name(/^P\d\.\d$/);
  // indicators are numbered within their section
  if (!id.startsWith(`${section.text('name')}.`)) issues.error(row.spot('name'), { code: 'bad-name', typed: id });
  const items = kind === 'checklist' ? choices.get(list) : undefined;
  if (kind === 'checklist' && !items) issues.error(row.spot('type'), { code: 'no-list', list });
  const own = columns.get(row.text('name'));
  return whole({
    id,
    title: row.label(),
    explain: row.has('hint') ? row.words('hint') : undefined,
    kind: kind ?? 'count',
    optional: row.flag('required') === false ? (true as const) : undefined,
    needsUrl: ticked(row, 'needs_url'),
    detail: row.has('detail') ? row.words('detail') : undefined,
    items: items?.map(itemOf),
    columns: own?.map((one) => columnOf(one, choices, issues)),
    rowsTitle: row.text('rows_title') || undefined,
    rowTitle: row.text('row_title') || undefined,
    unit: row.text('unit') || undefined,
    most: row.count('most', 1),
    once: row.has('once') ? [...row.list('once')] : undefined,
    countsWith: row.has('counts_column')
      ? { column: row.text('counts_column'), value: row.text('counts_value') }
      : undefined,
    countsTitle: row.has('counts_title') ? row.words('counts_title') : undefined,
    obligatory: row.has('obligatory_column')
      ? { column: row.text('obligatory_column'), least: row.count('obligatory_least', 1) ?? 1 }
      : undefined,
    list: row.oneOf('list_in_report', reportLists),
  }) as SectionField;
}

const ticked = (row: Row, name: string): true | undefined => (row.flag(name) ? true : undefined);

const itemOf = (row: Row): FieldItem =>
  whole({
    id: row.name(/^[a-z][a-z0-9-]*$/),
    title: row.label(),
    group: row.text('group') || undefined,
    needsUrl: ticked(row, 'needs_url'),
    withText: ticked(row, 'with_text'),
  }) as FieldItem;

function columnOf(row: Row, choices: Groups, issues: Issues): FieldColumn {
  const typed = row.text('type');
  const [, list] = /^select_one\s+(\S+)$/.exec(typed) ?? [];
  const plain = { text: 'text', integer: 'count', url: 'url', date: 'date' } as const;
  const kind = list === undefined ? ownOf<(typeof plain)[keyof typeof plain]>(plain, typed) : 'choice';
  if (kind === undefined) issues.error(row.spot('type'), { code: 'unknown-type', typed });
  const options = list === undefined ? undefined : choices.get(list);
  if (list !== undefined && !options) issues.error(row.spot('type'), { code: 'no-list', list });
  return whole({
    id: row.name(/^[a-z]+$/),
    title: row.label(),
    kind: kind ?? 'text',
    options: options && Object.fromEntries(options.map((one) => [one.name(/^\S+$/), one.label()])),
    needed: ticked(row, 'needed'),
    isYear: ticked(row, 'is_year'),
  }) as FieldColumn;
}
