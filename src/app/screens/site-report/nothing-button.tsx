import { nothingToList } from '../../../core/site-report/site-report.ts';
import { siteReportTexts as texts } from '../../../texts/site-report.ts';
import { useProgram } from '../../program.ts';
import type { FieldProps } from './field-section.tsx';

/** SR4: «there is nothing» is an answer too; pressed again it is taken back. */
export function NothingButton({ answer, report }: FieldProps) {
  const program = useProgram();
  const { field, isNone } = answer;
  if (field.optional) return null;
  return (
    <button
      type="button"
      class="btn sm"
      aria-pressed={isNone}
      onClick={() => program.answer(report.pathOf(field.id), isNone ? null : nothingToList)}
    >
      {texts.none}
    </button>
  );
}
