import { namesIn } from '../expression/expression.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import { type ColumnForm, parseColumnForm } from '../form/column-form.ts';
import { type Form, type Indicator, indicatorsOf } from '../form/form.ts';
import {
  checkExpressions,
  type ExpressionFault,
  type ExpressionPlace,
  type ExpressionRemark,
} from '../form/form-expressions.ts';
import { parseForm } from '../form/parse-form.ts';
import { parseSectionForm, type SectionForm } from '../form/section-form.ts';
import type { Sheet } from '../monitoring-table/sheet-cells.ts';
import { sheetNames } from './headings.ts';
import { type FormIssue, Issues, type Spot } from './issues.ts';
import { readColumns } from './read-columns.ts';
import { readScored, type WrittenForm } from './read-scored.ts';
import { readSections } from './read-sections.ts';
import { type Identity, readSettings } from './read-settings.ts';
import { plainWord, type Row } from './sheet-rows.ts';

export type AnyForm = Form | ColumnForm | SectionForm;

/** `form` null: there are errors, and nothing of it is taken. */
export type ReadForm = { form: AnyForm | null; issues: readonly FormIssue[] };

/** FS23: of a workbook with a form, unpacked: a form of 500 questions is under a megabyte, and reading this much takes under 200 MB. */
export const mostFormBytes = 2_000_000;

/**
 * FS2: the form a workbook describes, whole or not at all, and everything that was found while it was read: errors, what is usually
 * a slip, and what this program does not take over. `laws`: codes of the legal acts it knows.
 */
export function readForm(sheets: readonly Sheet[], laws: ReadonlySet<string>): ReadForm {
  const issues = new Issues();
  const identity = readSettings(sheets, issues);
  const form = readByKind(sheets, identity, laws, issues);
  const known = Object.values<readonly string[]>(sheetNames).flat();
  for (const { name, rows } of sheets)
    if (!known.includes(plainWord(name)) && rows.some((row) => row.some((cell) => cell.trim() !== '')))
      issues.skip({ sheet: name }, { code: 'unknown-sheet' });
  return { form: issues.hasErrors ? null : form, issues: issues.all };
}

function readByKind(
  sheets: readonly Sheet[],
  identity: Identity,
  laws: ReadonlySet<string>,
  issues: Issues,
): AnyForm | null {
  const parsed = {
    scored: () => {
      const written = readScored(sheets, identity, laws, issues);
      if (!written) return null;
      const form = tellExpressions(written, issues);
      return issues.hasErrors ? null : parseForm(form);
    },
    columns: () => {
      const form = readColumns(sheets, identity, issues);
      return issues.hasErrors ? null : parseColumnForm(form);
    },
    sections: () => {
      const form = readSections(sheets, identity, issues);
      return issues.hasErrors ? null : parseSectionForm(form);
    },
  }[identity.kind]();
  if (parsed === null) return null;
  if (parsed.ok) return parsed.value;
  const { problem } = parsed;
  issues.error({ sheet: 'survey' }, { code: 'unfit', path: 'path' in problem ? problem.path : problem.what });
  return null;
}

const columnOf = { relevant: 'relevant', constraint: 'constraint', calculation: 'calculation', check: 'expression' };

/**
 * EX6, EX8 at their places. In a form without scores, which may be anybody's XLSForm, an expression that uses what this program does
 * not have is left out and told; what is a slip is an error in every form. Gives the form without what was left out.
 */
function tellExpressions(written: WrittenForm, issues: Issues): Form {
  const { form, skipped, conditions, isScored } = written;
  const beyondMost = placeBeyond(written);
  if (beyondMost) {
    issues.error(beyondMost, { code: 'too-long', most: mostOfExpressions });
    return form;
  }
  const { faults, remarks } = checkExpressions(withConditions(form, conditions));
  const left = new Set<string>();
  const gone = new Set(skipped);
  const leave = (one: ExpressionPlace) => {
    left.add(`${one.field} ${one.id}`);
    if (one.field === 'calculation') gone.add(one.id);
    for (const row of rowsOf(one, written)) issues.skip(row.spot(columnOf[one.field]), { code: 'expression-skipped' });
  };
  for (const fault of faults) {
    const beyond =
      (fault.code === 'unreadable' && isBeyond(fault, written)) ||
      (fault.code === 'unknown-name' && gone.has(fault.name));
    if (beyond && !isScored) leave(fault);
    else tellFault(fault, spotOf(fault, written), issues);
  }
  if (left.size > 0) for (const id of computedBy(form, gone)) leave({ id, field: 'calculation' });
  if (left.size > 0 && !issues.hasErrors) {
    // what was left out may be named by the rest
    const rest = withoutExpressions(form, left);
    return tellExpressions({ ...written, form: rest, skipped: gone, conditions: without(conditions, left) }, issues);
  }
  for (const remark of remarks) tellRemark(remark, spotOf(remark, written), issues);
  return form;
}

/** FS22: of all expressions of a form together; more of them would take long to judge. */
const mostOfExpressions = 400_000;

/** Where the expressions of a form become longer than that; null: nowhere. */
function placeBeyond(written: WrittenForm): Spot | null {
  let sum = 0;
  const placed = indicatorsOf(written.form).flatMap(({ id, constraint = '', calculation = '' }) => [
    { id, field: 'relevant' as const, text: written.conditions.get(id)?.text ?? '' },
    { id, field: 'constraint' as const, text: constraint },
    { id, field: 'calculation' as const, text: calculation },
  ]);
  const checks = (written.form.checks ?? []).map(({ id, expression }) => ({
    id,
    field: 'check' as const,
    text: expression,
  }));
  for (const { text, ...place } of [...placed, ...checks]) {
    sum += text.length;
    if (sum > mostOfExpressions)
      return rowsOf(place, written).at(-1)?.spot(columnOf[place.field]) ?? { sheet: 'survey' };
  }
  return null;
}

/** What is computed by way of these names, over however many steps; none of the names themselves. */
function computedBy(form: Form, names: ReadonlySet<string>): readonly string[] {
  const readers = new Map<string, string[]>();
  for (const { id, calculation } of indicatorsOf(form)) {
    const parsed = calculation === undefined ? null : parseExpression(calculation);
    for (const name of parsed?.ok ? namesIn(parsed.value) : []) readers.set(name, [...(readers.get(name) ?? []), id]);
  }
  const reached = new Set(names);
  for (const name of reached) for (const reader of readers.get(name) ?? []) reached.add(reader);
  return [...reached].filter((name) => !names.has(name));
}

type Placed = ExpressionFault | ExpressionRemark;

/** The rows that say an expression: a question is asked on its own condition and on those of the groups around it. */
function rowsOf({ id, field }: ExpressionPlace, { rows, conditions }: WrittenForm): readonly Row[] {
  if (field === 'relevant') return conditions.get(id)?.rows ?? [];
  const row = rows.get(field === 'check' ? `check ${id}` : id);
  return row ? [row] : [];
}

/** Of several rows the one that names it, or cannot be read by itself. */
function spotOf(placed: Placed, written: WrittenForm): Spot {
  const column = columnOf[placed.field];
  const rows = rowsOf(placed, written);
  const named = 'name' in placed ? rows.find((row) => row.text(column).includes(`{${placed.name}}`)) : undefined;
  const unread = placed.code === 'unreadable' ? rows.find((row) => !parseExpression(row.text(column)).ok) : undefined;
  return (named ?? unread ?? rows.at(-1))?.spot(column) ?? { sheet: 'survey' };
}

/** FS21: whether it uses what the standard has and this program does not: a function, or a path through the answers. */
function isBeyond(fault: ExpressionFault, written: WrittenForm): boolean {
  if (fault.code !== 'unreadable') return false;
  if (fault.problem.code === 'unknown-function') return true;
  const typed = rowsOf(fault, written).map((row) => row.text(columnOf[fault.field]).replace(/'[^']*'|"[^"]*"/g, ''));
  return typed.some((text) => /[[\]/@|:]|\.\./.test(text));
}

/** Every condition as an expression, however the form keeps it, so that all of them are judged alike. */
function withConditions(form: Form, conditions: WrittenForm['conditions']): Form {
  const judged = ({ showIf, relevant, ...indicator }: Indicator): Indicator => {
    const text = conditions.get(indicator.id)?.text;
    return { ...indicator, ...(text === undefined ? {} : { relevant: text }) };
  };
  const criteria = form.criteria.map(({ indicators, ...criterion }) => ({
    ...criterion,
    indicators: indicators.map(judged),
  }));
  return { ...form, criteria };
}

const without = (conditions: WrittenForm['conditions'], left: ReadonlySet<string>): WrittenForm['conditions'] =>
  new Map([...conditions].filter(([id]) => !left.has(`relevant ${id}`)));

function tellFault(fault: ExpressionFault, spot: Spot, issues: Issues): void {
  switch (fault.code) {
    case 'unreadable':
      issues.error(spot, { code: 'expression', problem: fault.problem });
      break;
    case 'unknown-name':
      issues.error(spot, { code: 'unknown-question', name: fault.name });
      break;
    case 'reads-self':
      issues.error(spot, { code: 'reads-self' });
      break;
    case 'circle':
      issues.error(spot, { code: 'circle', names: fault.names });
      break;
  }
}

function tellRemark(remark: ExpressionRemark, spot: Spot, issues: Issues): void {
  switch (remark.code) {
    case 'never':
      issues.warn(spot, { code: 'never-asked' });
      break;
    case 'always':
      issues.warn(spot, { code: 'always-asked' });
      break;
    case 'unknown-option':
      issues.warn(spot, { code: 'unknown-option', name: remark.name, option: remark.option });
      break;
    case 'later':
      issues.warn(spot, { code: 'asked-later', name: remark.name });
      break;
  }
}

/** Without these expressions; a question that is nothing but computed goes with its own. */
function withoutExpressions(form: Form, left: ReadonlySet<string>): Form {
  const criteria = form.criteria.map((criterion) => ({
    ...criterion,
    indicators: criterion.indicators
      .filter(({ id }) => !left.has(`calculation ${id}`))
      .map(({ relevant, showIf, constraint, ...indicator }) => ({
        ...indicator,
        ...(showIf === undefined || left.has(`relevant ${indicator.id}`) ? {} : { showIf }),
        ...(relevant === undefined || left.has(`relevant ${indicator.id}`) ? {} : { relevant }),
        ...(constraint === undefined || left.has(`constraint ${indicator.id}`) ? {} : { constraint }),
      })),
  }));
  const { checks, ...rest } = form;
  const kept = (checks ?? []).filter(({ id }) => !left.has(`check ${id}`));
  return { ...rest, criteria, ...(kept.length > 0 ? { checks: kept } : {}) };
}
