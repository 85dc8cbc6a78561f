/** EX1, EX2: nothing longer or deeper is read, so no expression takes long. */
export const longestExpression = 4000;
export const deepestExpression = 50;

/** Why an expression was not understood. `at`: the character it is about, counted from 1. */
export type ExpressionProblem =
  | { code: 'empty' }
  | { code: 'too-long'; most: number }
  | { code: 'too-deep'; at: number; most: number }
  | { code: 'unexpected-character'; at: number; character: string }
  | { code: 'unclosed-text'; at: number }
  | { code: 'not-a-name'; at: number; typed: string }
  /** a word in neither quotes nor braces */
  | { code: 'bare-word'; at: number; word: string }
  /** `after`: what stands before; null: the expression begins so. `found`: what stands there instead; null: it ends */
  | { code: 'expected'; at: number; what: Expected; after: string | null; found: string | null }
  | { code: 'unknown-function'; at: number; name: string }
  | { code: 'wrong-arguments'; at: number; name: string; given: number; least: number; most: number };

export type Expected = 'operand' | 'operator' | 'closing' | 'comma-or-closing';
