import type { Criterion } from '../form/form.ts';
import { reservedNames } from '../form/parse-form.ts';
import { questionTypeOf, takenAs } from './question-type.ts';
import { readQuestion, type Surroundings } from './read-question.ts';
import type { Condition } from './read-scored.ts';
import { namePattern, type Row } from './sheet-rows.ts';

type Group = { criterion: Criterion; relevants: readonly Row[]; begin: Row | null };

const most = { groups: 100, questions: 200 };
/** Columns of the standard, which may stand at any row of an ordinary XLSForm. */
const standard: readonly string[] = ['hint', 'required', 'relevant', 'constraint', 'constraint_message', 'calculation'];

/** FS2, FS4: goes through the rows of the sheet of questions, group by group. */
export class SurveyReader {
  readonly criteria: Criterion[] = [];
  readonly rows = new Map<string, Row>();
  readonly skipped = new Set<string>();
  readonly usedLists = new Set<string>();
  readonly conditions = new Map<string, Condition>();
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
    else if (type.what === 'note') this.#note(row);
    else if (type.what === 'calculate') this.#question(row, { type: 'calculate', list: null });
    else if (type.what === 'end-repeat') issues.error(row.spot('type'), { code: 'not-open' });
    else if (type.what === 'unknown') issues.error(row.spot('type'), { code: 'unknown-type', typed });
    else if (type.what === 'begin-repeat') {
      this.#repeats.push(row);
      this.skipped.add(row.text('name'));
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
    this.#closeAll();
    for (const repeat of this.#repeats)
      issues.error(repeat.spot('type'), { code: 'not-closed', name: repeat.text('name') });
    this.#dropNotes();
    for (const { id, recommendWith, was } of this.criteria.flatMap(({ indicators }) => indicators)) {
      const row = this.rows.get(id);
      const unknown = recommendWith?.find((name) => !this.rows.has(name));
      const odd = was?.find((name) => !namePattern.test(name));
      if (row && unknown !== undefined)
        issues.error(row.spot('recommend_with'), { code: 'unknown-question', name: unknown });
      if (row && odd !== undefined) issues.error(row.spot('was'), { code: 'bad-name', typed: odd });
    }
    const empty = this.criteria.filter(({ indicators }) => indicators.length === 0);
    for (const criterion of empty) this.#tellEmpty(criterion);
  }

  #closeAll(): void {
    for (const { begin } of this.#groups.splice(0))
      if (begin) this.#given.issues.error(begin.spot('type'), { code: 'not-closed', name: begin.text('name') });
  }

  /** FS21: of an ordinary XLSForm a group in which nothing is taken over goes with what was in it. */
  #tellEmpty(criterion: Criterion): void {
    const { issues, isScored } = this.#given;
    const row = this.rows.get(`group ${criterion.id}`);
    if (isScored || this.criteria.length === 1)
      issues.error(row?.spot('name') ?? { sheet: 'survey' }, { code: 'empty-group', name: criterion.id });
    else {
      this.criteria.splice(this.criteria.indexOf(criterion), 1);
      if (row) issues.skip(row.spot('type'), { code: 'skipped-type', typed: row.text('type') });
    }
  }

  #inRepeat(row: Row, what: string): void {
    if (row.has('name')) this.skipped.add(row.text('name'));
    if (what === 'begin-repeat') this.#repeats.push(row);
    if (what === 'end-repeat') this.#repeats.pop();
  }

  #begin(row: Row): void {
    const { issues } = this.#given;
    // only an outermost section has a weight, so the one before it was not closed
    if (row.has('weight')) this.#closeAll();
    const above = this.#groups.at(-1);
    const relevants = [...(above?.relevants ?? []), ...(row.has('relevant') ? [row] : [])];
    this.#only(row, above ? ['relevant'] : ['relevant', 'weight', 'code']);
    if (above) {
      this.#groups.push({ criterion: above.criterion, relevants, begin: row });
      this.#name(row, 'group ');
      if (row.has('label')) {
        issues.skip(row.spot('type'), { code: 'taken-as', typed: row.text('type'), as: 'note' });
        this.#notes.push({ row, text: row.sentence('label') });
      }
      return;
    }
    const id = this.#name(row, 'group ');
    const title = (this.#given.isScored ? row.label() : row.words('label')) || row.text('name');
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
    this.#only(row, ['label']);
    if (!this.#groups.pop()) this.#given.issues.error(row.spot('type'), { code: 'not-open' });
  }

  #question(row: Row, question: { type: string; list: string | null }): void {
    const { issues } = this.#given;
    const id = this.#name(row, '');
    const hasLabel = row.has('label') || (row.has('hint') && !this.#given.isScored);
    if (!hasLabel && question.type !== 'calculate') issues.error(row.spot('label'), { code: 'no-label' });
    if (row.has('weight')) issues.error(row.spot('weight'), { code: 'not-for-type', type: question.type });
    const group = this.#groups.at(-1) ?? this.#general();
    const indicator = readQuestion(row, question, this.#given);
    const asking = [...group.relevants, ...(row.has('relevant') ? [row] : [])];
    const conditions = asking.map((one) => one.words('relevant'));
    const relevant = conditions.length > 1 ? conditions.map((one) => `(${one})`).join(' and ') : conditions[0];
    if (relevant !== undefined) this.conditions.set(id, { text: relevant, rows: asking });
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

  #note(row: Row): void {
    const { issues } = this.#given;
    const typed = row.text('name');
    if (typed !== '' && !namePattern.test(typed)) issues.error(row.spot('name'), { code: 'bad-name', typed });
    if (typed !== '') this.skipped.add(typed);
    this.#only(row, ['label', 'relevant']);
    if (row.has('relevant')) issues.skip(row.spot('relevant'), { code: 'expression-skipped' });
    if (row.has('label')) this.#notes.push({ row, text: row.sentence('label') });
    else issues.error(row.spot('label'), { code: 'no-label' });
  }

  /** What stands in a column that says nothing of such a row. */
  #only(row: Row, names: readonly string[]): void {
    const { issues } = this.#given;
    const type = row.text('type');
    for (const name of row.filled) {
      if (['type', 'name', 'label', ...names].includes(name)) continue;
      if (standard.includes(name) && !this.#given.isScored)
        issues.skip(row.spot(name), { code: 'taken-as', typed: row.text(name), as: '' });
      else issues.error(row.spot(name), { code: 'not-for-type', type });
    }
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
