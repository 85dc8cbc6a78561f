import type { AnswerProblem } from '../answer-kinds/answer-kind.ts';
import { criterionTexts } from '../texts/criterion.ts';
import { fieldTexts } from '../texts/fields.ts';
import { dateText, decimal } from '../texts/numbers.ts';

/** Why an answer does not count, in words; of the form's own condition, in the form's words. */
export function problemWords(problem: AnswerProblem): string {
  const words = criterionTexts.problems;
  switch (problem.code) {
    case 'above-total':
      return words['above-total'](problem.count, problem.total);
    case 'date-in-future':
      return words['date-in-future'](dateText(problem.date));
    case 'not-whole':
      return words['not-whole'](decimal(problem.figure, 6));
    case 'constraint':
      return words.constraint(problem.message);
    case 'total-unknown':
      return criterionTexts.needPassport;
    case 'not-a-count':
      return fieldTexts.unreadable.count;
    case 'not-a-figure':
      return fieldTexts.unreadable.decimal;
    case 'not-a-date':
      return fieldTexts.unreadable.day;
    case 'unknown-option':
      return words['unknown-value'];
    default:
      return words[problem.code];
  }
}
