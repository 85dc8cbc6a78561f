import type { Form } from '../form/form.ts';
import type { Sheet } from '../monitoring-table/sheet-cells.ts';
import { sheetNames, surveyHeadings } from './headings.ts';
import type { Issues, Spot } from './issues.ts';
import { type Lists, ownKindOf, readChoices } from './read-choices.ts';
import type { Identity } from './read-settings.ts';
import { SurveyReader } from './read-survey.ts';
import { readTables } from './read-tables.ts';
import { findSheet, type Row, readRows } from './sheet-rows.ts';

/** A form as written, and where its parts stand, for whoever has more to say of them. */
export type WrittenForm = {
  form: Form;
  /** of indicators, criteria and checks, by id */
  rows: ReadonlyMap<string, Row>;
  /** names of questions that are not taken over */
  skipped: ReadonlySet<string>;
  /** by a question's id, when it is asked: as one expression, and the rows, its own and of groups around it, that say so */
  conditions: ReadonlyMap<string, Condition>;
  isScored: boolean;
};

export type Condition = { text: string; rows: readonly Row[] };

/** FS2: the sheets of a scored form, or of an ordinary XLSForm, which is one without scores; null: there is no sheet of questions. */
export function readScored(
  sheets: readonly Sheet[],
  identity: Identity,
  laws: ReadonlySet<string>,
  issues: Issues,
): WrittenForm | null {
  const survey = findSheet(sheets, sheetNames.survey);
  if (!survey) {
    issues.error({ sheet: 'survey' }, { code: 'no-sheet' });
    return null;
  }
  const rows = readRows(survey, surveyHeadings, issues);
  if (rows.length === 0) issues.error({ sheet: survey.name }, { code: 'no-rows' });
  const isScored = rows.some((row) => row.has('weight') || row.has('points'));
  const lists = readChoices(sheets, issues, isScored);
  const reader = new SurveyReader({ lists, issues, laws, isScored }, identity.title);
  for (const row of rows) reader.take(row);
  reader.end();
  tellUnused(lists, reader.usedLists, issues);
  const { checks, ...tables } = readTables(sheets, identity, issues, reader.rows);
  const form: Form = {
    format: 'gotovo-form/1',
    id: identity.id,
    version: identity.version,
    title: identity.title,
    levels: identity.levels,
    criteria: reader.criteria,
    ...tables,
    ...(checks.length > 0 ? { checks } : {}),
  };
  if (isScored) tellWeights(form, { sheet: survey.name, ...headingOf(rows[0]) }, reader.rows, issues);
  const { skipped, conditions } = reader;
  return { form, rows: reader.rows, skipped, conditions, isScored };
}

const headingOf = (row: Row | undefined): Omit<Spot, 'sheet'> => {
  const { sheet: _, row: _row, ...heading } = row?.spot('weight') ?? { sheet: '' };
  return heading;
};

function tellUnused(lists: Lists, used: ReadonlySet<string>, issues: Issues): void {
  for (const [list, [first]] of lists)
    if (!used.has(list) && ownKindOf(list, lists) === null && first)
      issues.warn(first.row.spot('list_name'), { code: 'unused-list', list });
}

/** FS7: weights of a scored form add up to 100, something in every section that has weight gives points, something is critical. */
function tellWeights(form: Form, spot: Spot, rows: ReadonlyMap<string, Row>, issues: Issues): void {
  const sum = form.criteria.reduce((all, { weight }) => all + weight, 0);
  const isRead = !issues.all.some(
    ({ level, sheet, column }) =>
      level === 'error' && sheet === spot.sheet && column === spot.column && column !== undefined,
  );
  if (isRead && Math.abs(sum - 100) > 1e-9) issues.error(spot, { code: 'weights', sum: Number(sum.toFixed(6)) });
  for (const { id, weight, indicators } of form.criteria)
    if (weight > 0 && indicators.length > 0 && !indicators.some(({ points }) => points > 0))
      issues.warn(rows.get(`group ${id}`)?.spot('points') ?? spot, { code: 'nothing-counts', name: id });
  if (!form.criteria.some(({ indicators }) => indicators.some(({ critical }) => critical)))
    issues.warn({ sheet: spot.sheet }, { code: 'no-critical' });
}
