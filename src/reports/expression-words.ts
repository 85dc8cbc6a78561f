import type { ExpressionProblem } from '../core/expression/expression-problem.ts';
import { expressionTexts } from '../texts/expression.ts';

/** EX9: what is wrong with an expression, where and what was expected: «В выражении: 7-й знак: после «=» ожидается …». */
export function expressionWords(problem: ExpressionProblem): string {
  const say = expressionTexts[problem.code] as (facts: ExpressionProblem) => string;
  return expressionTexts.lead(say(problem));
}
