import type { FormIssue, Spot } from '../core/form-sheets/issues.ts';
import { columnLetters } from '../core/monitoring-table/sheet-cells.ts';
import { formSheetTexts as texts } from '../texts/form-sheets.ts';
import { expressionWords } from './expression-words.ts';

/** FS1: where something stands and what is wrong with it: «Лист «survey», строка 7, столбец C «weight»: «много» — не число.» */
export const formIssueWords = (issue: FormIssue): string => texts.lead(spotWords(issue), sentenceOf(issue));

/** Where something stands, in words. */
function spotWords({ sheet, row, column, heading }: Spot): string {
  return [
    texts.sheet(sheet),
    ...(row === undefined ? [] : [texts.row(row)]),
    ...(column === undefined ? [] : [texts.column(columnLetters(column), heading ?? '')]),
  ].join(', ');
}

function sentenceOf(issue: FormIssue): string {
  if (issue.code === 'expression') return expressionWords(issue.problem);
  const sentences = { error: texts.errors, warning: texts.warnings, skipped: texts.skipped }[issue.level];
  return (sentences as Record<string, (facts: FormIssue) => string>)[issue.code]?.(issue) ?? issue.code;
}
