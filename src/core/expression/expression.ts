/** Operators that stand between two operands, the loosest first; each row binds alike and from the left (XPath 1.0, 3.5). */
export const precedence = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
] as const;

export type Operator = (typeof precedence)[number][number];

/** A parsed expression. A row of operators that bind alike is one chain, so that a long one is not a deep one. */
export type Expression =
  | { kind: 'text'; value: string }
  | { kind: 'number'; value: number }
  | { kind: 'name'; name: string; at: number }
  | { kind: 'self'; at: number }
  | { kind: 'minus'; operand: Expression }
  | { kind: 'chain'; first: Expression; rest: readonly { operator: Operator; operand: Expression }[] }
  | { kind: 'call'; name: string; at: number; args: readonly Expression[] };

/** What an expression is made of directly. */
function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'minus':
      return [expression.operand];
    case 'chain':
      return [expression.first, ...expression.rest.map(({ operand }) => operand)];
    case 'call':
      return expression.args;
    default:
      return [];
  }
}

/** The expression and all its parts, the parts of parts too. */
export const allPartsOf = (expression: Expression): readonly Expression[] => [
  expression,
  ...partsOf(expression).flatMap(allPartsOf),
];

/** EX6: the questions an expression reads, each once, in the order they are first named. */
export const namesIn = (expression: Expression): readonly string[] => [
  ...new Set(allPartsOf(expression).flatMap((part) => (part.kind === 'name' ? [part.name] : []))),
];

/** Whether it reads the answer it stands at (`.`), as only a constraint may. */
export const readsSelf = (expression: Expression): boolean =>
  allPartsOf(expression).some(({ kind }) => kind === 'self');
