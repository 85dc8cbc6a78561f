import { type ColumnForm, parseColumnForm } from '../form/column-form.ts';
import type { Form } from '../form/form.ts';
import { checkExpressions, type ExpressionFault, type ExpressionRemark } from '../form/form-expressions.ts';
import { parseForm } from '../form/parse-form.ts';
import { parseSectionForm, type SectionForm } from '../form/section-form.ts';
import type { Sheet } from '../monitoring-table/sheet-cells.ts';
import { sheetNames } from './headings.ts';
import { type FormIssue, Issues, type Spot } from './issues.ts';
import { readColumns } from './read-columns.ts';
import { readScored, type WrittenForm } from './read-scored.ts';
import { readSections } from './read-sections.ts';
import { type Identity, readSettings } from './read-settings.ts';
import { plainWord } from './sheet-rows.ts';

export type AnyForm = Form | ColumnForm | SectionForm;

/** `form` null: there are errors, and nothing of it is taken. */
export type ReadForm = { form: AnyForm | null; issues: readonly FormIssue[] };

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
function tellExpressions({ form, rows, skipped }: WrittenForm, issues: Issues): Form {
  const isScored = form.criteria.some(({ weight }) => weight > 0);
  const spotOf = ({ id, field }: ExpressionFault | ExpressionRemark): Spot =>
    rows.get(field === 'check' ? `check ${id}` : id)?.spot(columnOf[field]) ?? { sheet: 'survey' };
  const { faults, remarks } = checkExpressions(form);
  const left = new Set<string>();
  for (const fault of faults) {
    const beyond =
      (fault.code === 'unreadable' && fault.problem.code === 'unknown-function') ||
      (fault.code === 'unknown-name' && skipped.has(fault.name));
    if (beyond && !isScored) {
      left.add(`${fault.field} ${fault.id}`);
      issues.skip(spotOf(fault), { code: 'expression-skipped' });
    } else tellFault(fault, spotOf(fault), issues);
  }
  for (const remark of remarks) tellRemark(remark, spotOf(remark), issues);
  return left.size === 0 ? form : withoutExpressions(form, left);
}

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
      .map(({ relevant, constraint, ...indicator }) => ({
        ...indicator,
        ...(relevant === undefined || left.has(`relevant ${indicator.id}`) ? {} : { relevant }),
        ...(constraint === undefined || left.has(`constraint ${indicator.id}`) ? {} : { constraint }),
      })),
  }));
  const { checks, ...rest } = form;
  const kept = (checks ?? []).filter(({ id }) => !left.has(`check ${id}`));
  return { ...rest, criteria, ...(kept.length > 0 ? { checks: kept } : {}) };
}
