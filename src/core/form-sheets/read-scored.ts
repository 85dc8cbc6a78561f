import type { Criterion, Form } from '../form/form.ts';
import { reservedNames } from '../form/parse-form.ts';
import type { Sheet } from '../monitoring-table/sheet-cells.ts';
import { sheetNames, surveyHeadings } from './headings.ts';
import type { Issues, Spot } from './issues.ts';
import { questionTypeOf, takenAs } from './question-type.ts';
import { type Lists, ownLists, readChoices } from './read-choices.ts';
import { readQuestion, type Surroundings } from './read-question.ts';
import type { Identity } from './read-settings.ts';
import { readTables } from './read-tables.ts';
import { findSheet, type Row, readRows } from './sheet-rows.ts';

/** A form as written, and where its parts stand, for whoever has more to say of them. */
export type WrittenForm = {
  form: Form;
  /** of indicators, criteria and checks, by id */
  rows: ReadonlyMap<string, Row>;
  /** names of questions that are not taken over */
  skipped: ReadonlySet<string>;
};

type Group = { criterion: Criterion; relevants: readonly string[]; begin: Row | null };

const most = { groups: 100, questions: 200 };
const namePattern = /^[\p{L}_][\p{L}\p{N}_.-]{0,59}$/u;

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
  const lists = readChoices(sheets, issues);
  const isScored = rows.some((row) => row.has('weight') || row.has('points'));
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
  return { form, rows: reader.rows, skipped: reader.skipped };
}

const headingOf = (row: Row | undefined): Omit<Spot, 'sheet'> => {
  const { sheet: _, row: _row, ...heading } = row?.spot('weight') ?? { sheet: '' };
  return heading;
};

class SurveyReader {
  readonly criteria: Criterion[] = [];
  readonly rows = new Map<string, Row>();
  readonly skipped = new Set<string>();
  readonly usedLists = new Set<string>();
  readonly #given: Surroundings;
  readonly #title: string;
  readonly #groups: Group[] = [];
  readonly #labels = new Map<string, Row>();
  #repeats: Row[] = [];
  #notes: { row: Row; text: string }[] = [];
  #outside: Criterion | null = null;

  constructor(given: Surroundings, title: string) {
    this.#given = given;
    this.#title = title;
  }

  take(row: Row): void {
    const { issues } = this.#given;
    const typed = row.text('type');
    const type = questionTypeOf(typed);
    if (this.#repeats.length > 0) this.#inRepeat(row, type.what);
    else if (type.what === 'begin') this.#begin(row);
    else if (type.what === 'end') this.#endGroup(row);
    else if (type.what === 'note') this.#notes.push({ row, text: row.words('label') });
    else if (type.what === 'calculate') this.#question(row, { type: 'calculate', list: null });
    else if (type.what === 'end-repeat') issues.error(row.spot('type'), { code: 'not-open' });
    else if (type.what === 'unknown') issues.error(row.spot('type'), { code: 'unknown-type', typed });
    else if (type.what === 'begin-repeat') {
      this.#repeats.push(row);
      issues.skip(row.spot('type'), { code: 'repeat' });
    } else if (type.what === 'skipped') {
      this.skipped.add(row.text('name'));
      issues.skip(row.spot('type'), { code: 'skipped-type', typed });
    } else if (type.what === 'question') {
      if (type.orOther) issues.skip(row.spot('type'), { code: 'or-other' });
      const as = takenAs[type.type];
      if (as !== undefined) issues.skip(row.spot('type'), { code: 'taken-as', typed, as });
      if (type.list !== null) this.usedLists.add(type.list);
      this.#question(row, type);
    }
  }

  /** What is still open at the end. */
  end(): void {
    const { issues } = this.#given;
    for (const { begin } of this.#groups)
      if (begin) issues.error(begin.spot('type'), { code: 'not-closed', name: begin.text('name') });
    for (const repeat of this.#repeats)
      issues.error(repeat.spot('type'), { code: 'not-closed', name: repeat.text('name') });
    this.#dropNotes();
    for (const { id, indicators } of this.criteria)
      if (indicators.length === 0)
        issues.error(this.rows.get(`group ${id}`)?.spot('name') ?? { sheet: 'survey' }, {
          code: 'empty-group',
          name: id,
        });
  }

  #inRepeat(row: Row, what: string): void {
    if (row.has('name')) this.skipped.add(row.text('name'));
    if (what === 'begin-repeat') this.#repeats.push(row);
    if (what === 'end-repeat') this.#repeats.pop();
  }

  #begin(row: Row): void {
    const { issues } = this.#given;
    const relevants = row.has('relevant') ? [row.words('relevant')] : [];
    const above = this.#groups.at(-1);
    if (above) {
      this.#groups.push({ criterion: above.criterion, relevants: [...above.relevants, ...relevants], begin: row });
      return;
    }
    const id = this.#name(row, 'group ');
    const title = row.words('label') || row.text('name');
    const criterion: Criterion = {
      id,
      code: row.text('code') || id,
      title,
      weight: row.figure('weight') ?? 0,
      indicators: [],
    };
    this.criteria.push(criterion);
    if (this.criteria.length === most.groups + 1)
      issues.error(row.spot('type'), { code: 'too-many', what: 'groups', most: most.groups });
    this.#groups.push({ criterion, relevants, begin: row });
  }

  #endGroup(row: Row): void {
    this.#dropNotes();
    if (!this.#groups.pop()) this.#given.issues.error(row.spot('type'), { code: 'not-open' });
  }

  #question(row: Row, question: { type: string; list: string | null }): void {
    const { issues } = this.#given;
    const id = this.#name(row, '');
    if (!row.has('label') && question.type !== 'calculate') issues.error(row.spot('label'), { code: 'no-label' });
    const group = this.#groups.at(-1) ?? this.#general();
    const indicator = readQuestion(row, question, this.#given);
    const conditions = [...group.relevants, ...(indicator.relevant === undefined ? [] : [indicator.relevant])];
    const relevant = conditions.length > 1 ? conditions.map((one) => `(${one})`).join(' and ') : conditions[0];
    const before = this.#notes.map(({ text }) => text).join('\n');
    this.#notes = [];
    group.criterion.indicators.push({
      ...without(indicator, 'relevant'),
      id,
      code: row.text('code') || id,
      question: indicator.question || id,
      ...(relevant === undefined ? {} : conditionOf(relevant, this.rows)),
      ...(before === '' ? {} : { before }),
    });
    this.#tellSameLabel(row, indicator.question);
    if (group.criterion.indicators.length === most.questions + 1)
      issues.error(row.spot('type'), { code: 'too-many', what: 'questions', most: most.questions });
  }

  /** Questions outside a group stand in one of their own. */
  #general(): Group {
    if (this.#outside === null) {
      const ids = this.criteria.map(({ id }) => id);
      const id = ids.includes('general') ? 'general_' : 'general';
      this.#outside = { id, code: id, title: this.#title, weight: 0, indicators: [] };
      this.criteria.push(this.#outside);
    }
    return { criterion: this.#outside, relevants: [], begin: null };
  }

  #name(row: Row, kind: 'group ' | ''): string {
    const { issues } = this.#given;
    const typed = row.text('name');
    const first = this.rows.get(kind + typed);
    if (typed === '') issues.error(row.spot('name'), { code: 'no-name' });
    else if (!namePattern.test(typed)) issues.error(row.spot('name'), { code: 'bad-name', typed });
    else if (kind === '' && reservedNames.includes(typed))
      issues.error(row.spot('name'), { code: 'taken-name', typed });
    else if (first) issues.error(row.spot('name'), { code: 'name-twice', typed, first: first.number });
    else this.rows.set(kind + typed, row);
    return typed;
  }

  #tellSameLabel(row: Row, label: string): void {
    const first = this.#labels.get(label);
    if (first) this.#given.issues.warn(row.spot('label'), { code: 'label-twice', first: first.number });
    else if (label !== '') this.#labels.set(label, row);
  }

  #dropNotes(): void {
    for (const { row } of this.#notes)
      this.#given.issues.skip(row.spot('type'), { code: 'skipped-type', typed: row.text('type') });
    this.#notes = [];
  }
}

/** A condition on the answer of one question that stands earlier is kept as the program's own forms keep it, so that paper can say it in words. */
function conditionOf(
  relevant: string,
  earlier: ReadonlyMap<string, Row>,
): Pick<Criterion['indicators'][number], 'showIf' | 'relevant'> {
  const parts = relevant.split(/\s+or\s+/).map((part) => /^\$\{([^}]+)\}\s*=\s*(['"])([^'"]+)\2$/.exec(part.trim()));
  const [first] = parts;
  const name = first?.[1]?.trim();
  const row = name === undefined ? undefined : earlier.get(name);
  const isOfOptions = row !== undefined && /^(select_one|select1|один|выбор|да_)/i.test(row.text('type'));
  const values = parts.map((part) => part?.[3] ?? '');
  if (name !== undefined && isOfOptions && parts.every((part) => part?.[1]?.trim() === name))
    return { showIf: { indicator: name, in: values } };
  return { relevant };
}

function without<Whole extends object, Name extends keyof Whole>(whole: Whole, name: Name): Omit<Whole, Name> {
  const { [name]: _, ...rest } = whole;
  return rest;
}

function tellUnused(lists: Lists, used: ReadonlySet<string>, issues: Issues): void {
  for (const [list, [first]] of lists)
    if (!used.has(list) && !(list in ownLists) && first)
      issues.warn(first.row.spot('list_name'), { code: 'unused-list', list });
}

/** FS7: weights of a scored form add up to 100, something in every section that has weight gives points, something is critical. */
function tellWeights(form: Form, spot: Spot, rows: ReadonlyMap<string, Row>, issues: Issues): void {
  const sum = form.criteria.reduce((all, { weight }) => all + weight, 0);
  if (Math.abs(sum - 100) > 1e-9) issues.error(spot, { code: 'weights', sum: Number(sum.toFixed(6)) });
  for (const { id, weight, indicators } of form.criteria)
    if (weight > 0 && indicators.length > 0 && !indicators.some(({ points }) => points > 0))
      issues.warn(rows.get(`group ${id}`)?.spot('points') ?? spot, { code: 'nothing-counts', name: id });
  if (!form.criteria.some(({ indicators }) => indicators.some(({ critical }) => critical)))
    issues.warn({ sheet: spot.sheet }, { code: 'no-critical' });
}
