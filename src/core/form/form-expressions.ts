import { type Expression, namesIn, readsSelf } from '../expression/expression.ts';
import type { ExpressionProblem } from '../expression/expression-problem.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import { type Domain, possibleTruth, unknownOptions } from '../expression/possible-truth.ts';
import { type Form, type Indicator, indicatorsOf } from './form.ts';

/** Where an expression stands: of an indicator, or of a check. */
export type ExpressionPlace = { id: string; field: 'relevant' | 'constraint' | 'calculation' | 'check' };

/** Why a form with it cannot be used. */
export type ExpressionFault = ExpressionPlace &
  (
    | { code: 'unreadable'; problem: ExpressionProblem }
    | { code: 'unknown-name'; name: string }
    /** `.` is the answer itself, and there is none */
    | { code: 'reads-self' }
    /** what is computed, or asked, by way of itself: the names of the circle from this one back to it */
    | { code: 'circle'; names: readonly string[] }
  );

/** What is usually a slip. */
export type ExpressionRemark = ExpressionPlace &
  (
    | { code: 'never' }
    | { code: 'always' }
    | { code: 'unknown-option'; name: string; option: string }
    /** asked by what stands later in the form */
    | { code: 'later'; name: string }
  );

type Placed = ExpressionPlace & { text: string };

/** EX6, EX8: everything that is wrong with the expressions of a form, many at once, and what is only told. */
export function checkExpressions(form: Form): {
  faults: readonly ExpressionFault[];
  remarks: readonly ExpressionRemark[];
} {
  const indicators = indicatorsOf(form);
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const faults: ExpressionFault[] = [];
  const read: (ExpressionPlace & { expression: Expression })[] = [];
  for (const { text, ...place } of expressionsOf(form)) {
    const parsed = parseExpression(text);
    if (!parsed.ok) faults.push({ ...place, code: 'unreadable', problem: parsed.problem });
    else {
      read.push({ ...place, expression: parsed.value });
      for (const name of namesIn(parsed.value))
        if (!byId.has(name)) faults.push({ ...place, code: 'unknown-name', name });
      if (place.field !== 'constraint' && readsSelf(parsed.value)) faults.push({ ...place, code: 'reads-self' });
    }
  }
  faults.push(...circlesOf(read));
  return { faults, remarks: faults.length > 0 ? [] : remarksOf(read, indicators) };
}

function expressionsOf(form: Form): Placed[] {
  const fields = ['relevant', 'constraint', 'calculation'] as const;
  const ofIndicators = indicatorsOf(form).flatMap((indicator) =>
    fields.flatMap((field): Placed[] => {
      const text = indicator[field];
      return text === undefined ? [] : [{ id: indicator.id, field, text }];
    }),
  );
  return [
    ...ofIndicators,
    ...(form.checks ?? []).map(({ id, expression }): Placed => ({ id, field: 'check', text: expression })),
  ];
}

/** EX6: one fault for each circle of calculations and conditions; a constraint reads answers as they are and makes none. */
function circlesOf(read: readonly (ExpressionPlace & { expression: Expression })[]): ExpressionFault[] {
  const needs = new Map<string, string[]>();
  const fieldOf = new Map<string, 'relevant' | 'calculation'>();
  for (const { id, field, expression } of read) {
    if (field !== 'relevant' && field !== 'calculation') continue;
    needs.set(id, [...new Set([...(needs.get(id) ?? []), ...namesIn(expression)])]);
    if (!fieldOf.has(id)) fieldOf.set(id, field);
  }
  const faults: ExpressionFault[] = [];
  const done = new Set<string>();
  for (const start of needs.keys()) {
    const path: { id: string; at: number }[] = done.has(start) ? [] : [{ id: start, at: 0 }];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const next = needs.get(top.id)?.[top.at];
      top.at += 1;
      if (next === undefined) {
        done.add(top.id);
        path.pop();
        continue;
      }
      const met = path.findIndex(({ id }) => id === next);
      const [first] = met < 0 ? [] : path.slice(met);
      if (first)
        faults.push({
          id: first.id,
          field: fieldOf.get(first.id) ?? 'calculation',
          code: 'circle',
          names: [...path.slice(met).map(({ id }) => id), first.id],
        });
      else if (!done.has(next) && needs.has(next)) path.push({ id: next, at: 0 });
    }
  }
  return faults;
}

/** Any day will do: what a day is compared with is not decided (EX8). */
const someDay = '2020-01-01';

function remarksOf(
  read: readonly (ExpressionPlace & { expression: Expression })[],
  indicators: readonly Indicator[],
): ExpressionRemark[] {
  const placeOf = new Map(indicators.map(({ id }, at) => [id, at]));
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const neverAsked = new Set<string>();
  const domainOf = (name: string): Domain => {
    const indicator = byId.get(name);
    if (!indicator) return { kind: 'any' };
    return neverAsked.has(name) ? { kind: 'one', values: [] } : domainOfIndicator(indicator);
  };
  return read.flatMap(({ id, field, expression }): ExpressionRemark[] => {
    const place = { id, field };
    const options = unknownOptions(expression, (name) => domainOfIndicator(byId.get(name)));
    const remarks: ExpressionRemark[] = options.map((one) => ({ ...place, code: 'unknown-option', ...one }));
    if (field !== 'relevant') return remarks;
    const truth = possibleTruth(expression, domainOf, someDay);
    if (truth === 'never') neverAsked.add(id);
    if (truth !== null) remarks.push({ ...place, code: truth });
    const own = placeOf.get(id) ?? 0;
    for (const name of namesIn(expression))
      if ((placeOf.get(name) ?? 0) > own) remarks.push({ ...place, code: 'later', name });
    return remarks;
  });
}

/** What an answer can be, as expressions read it. */
function domainOfIndicator(indicator: Indicator | undefined): Domain {
  switch (indicator?.kind) {
    case 'yes-no':
      return { kind: 'one', values: ['yes', 'no'] };
    case 'yes-partial-no':
      return { kind: 'one', values: ['yes', 'partial', 'no'] };
    case 'choice':
      return { kind: 'one', values: Object.keys(indicator.options ?? {}) };
    case 'choices':
      return { kind: 'several', values: Object.keys(indicator.options ?? {}).sort() };
    case 'ratio':
    case 'number':
      return { kind: 'number', whole: true, least: 0 };
    case 'figure':
      return { kind: 'number', whole: indicator.decimal !== true, least: Number.NEGATIVE_INFINITY };
    default:
      return { kind: 'any' };
  }
}
