import type { Expression, Operator } from './expression.ts';
import { runFunction } from './functions.ts';
import { isEqual, toNumber, toTruth, type Value } from './values.ts';

/** What an expression is evaluated with. Answers are texts, as the standard has them; empty: not answered or not asked. */
export type Surroundings = {
  valueOf: (name: string) => string;
  /** the answer itself, of a constraint */
  self?: string;
  /** the campaign's as-of date, YYYY-MM-DD */
  today: string;
};

/** EX4, EX5: what a parsed expression comes to: by walking its tree, each part at most once. */
export function evaluate(expression: Expression, given: Surroundings): Value {
  switch (expression.kind) {
    case 'text':
    case 'number':
      return expression.value;
    case 'name':
      return given.valueOf(expression.name);
    case 'self':
      return given.self ?? '';
    case 'minus':
      return -toNumber(evaluate(expression.operand, given));
    case 'chain': {
      let value = evaluate(expression.first, given);
      for (const { operator, operand } of expression.rest)
        value = applied(value, operator, () => evaluate(operand, given));
      return value;
    }
    case 'call': {
      const { name, args } = expression;
      if (name !== 'if')
        return runFunction(
          name,
          args.map((arg) => evaluate(arg, given)),
          given.today,
        );
      const [condition, then, otherwise] = args;
      const chosen = condition && toTruth(evaluate(condition, given)) ? then : otherwise;
      return chosen ? evaluate(chosen, given) : '';
    }
  }
}

/** Whether an expression is true. */
export const isTrue = (expression: Expression, given: Surroundings): boolean => toTruth(evaluate(expression, given));

function applied(left: Value, operator: Operator, right: () => Value): Value {
  switch (operator) {
    case 'or':
      return toTruth(left) || toTruth(right());
    case 'and':
      return toTruth(left) && toTruth(right());
    case '=':
      return isEqual(left, right());
    case '!=':
      return !isEqual(left, right());
    case '<':
      return toNumber(left) < toNumber(right());
    case '<=':
      return toNumber(left) <= toNumber(right());
    case '>':
      return toNumber(left) > toNumber(right());
    case '>=':
      return toNumber(left) >= toNumber(right());
    case '+':
      return toNumber(left) + toNumber(right());
    case '-':
      return toNumber(left) - toNumber(right());
    case '*':
      return toNumber(left) * toNumber(right());
    case 'div':
      return toNumber(left) / toNumber(right());
    case 'mod':
      return toNumber(left) % toNumber(right());
  }
}

/**
 * EX7: whether an expression is true whatever becomes of the open questions; null: it depends on them. One false part of `and`,
 * one true part of `or` settles it.
 */
export function settledTruth(
  expression: Expression,
  given: Surroundings,
  isOpen: (name: string) => boolean,
): boolean | null {
  if (expression.kind === 'chain') {
    const operator = expression.rest[0]?.operator;
    if (operator === 'and' || operator === 'or') {
      const decides = operator === 'or';
      const parts = [expression.first, ...expression.rest.map(({ operand }) => operand)];
      const truths = parts.map((part) => settledTruth(part, given, isOpen));
      if (truths.includes(decides)) return decides;
      return truths.includes(null) ? null : !decides;
    }
  }
  const [only] = expression.kind === 'call' && expression.name === 'not' ? expression.args : [];
  if (only) {
    const truth = settledTruth(only, given, isOpen);
    return truth === null ? null : !truth;
  }
  return readsOpen(expression, isOpen) ? null : isTrue(expression, given);
}

function readsOpen(expression: Expression, isOpen: (name: string) => boolean): boolean {
  switch (expression.kind) {
    case 'name':
      return isOpen(expression.name);
    case 'minus':
      return readsOpen(expression.operand, isOpen);
    case 'chain':
      return readsOpen(expression.first, isOpen) || expression.rest.some(({ operand }) => readsOpen(operand, isOpen));
    case 'call':
      return expression.args.some((arg) => readsOpen(arg, isOpen));
    default:
      return false;
  }
}
