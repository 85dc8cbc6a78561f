import { isTrue } from '../expression/evaluate.ts';
import type { Form } from '../form/form.ts';
import { formLogicOf } from '../form/form-logic.ts';
import type { FailedCheck, IndicatorLine } from './assessment.ts';
import { textOfLine } from './calculated-line.ts';

/** SC19: the checks of the form that fail; one is made only when every answer it names is there. */
export function failedChecks(
  form: Form,
  lines: ReadonlyMap<string, IndicatorLine>,
  asOf: string,
): readonly FailedCheck[] {
  const textOf = (name: string): string => {
    const line = lines.get(name);
    return line ? textOfLine(line) : '';
  };
  return formLogicOf(form).checks.flatMap(({ id, level, message, names, expression }): FailedCheck[] => {
    const isThere = names.every((name) => lines.get(name)?.state === 'value' && lines.get(name)?.answered);
    const holds = !isThere || isTrue(expression, { valueOf: textOf, today: asOf });
    return holds ? [] : [{ id, level, message, indicatorIds: names }];
  });
}
