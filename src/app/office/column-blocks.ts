import type { FormBlock } from '../../core/answers-file/form-block.ts';
import { monitoringBlock } from '../../core/answers-file/monitoring-block.ts';
import { siteReportBlock } from '../../core/answers-file/site-report-block.ts';
import { type ColumnForm, parseColumnForm } from '../../core/form/column-form.ts';
import { checkLevelsOf } from '../../core/monitoring/check-levels.ts';
import type { Registers } from '../../core/submission/registers.ts';
import { columnForms } from '../../forms/forms.ts';
import { siteReportForm } from '../site-report/site-report-form.ts';

/** The region's monitoring form this program was built with. */
export function monitoringForm(): ColumnForm {
  const parsed = parseColumnForm(columnForms[0]);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return parsed.value;
}

/** AF13: how an answers file holds the forms besides the scored one. `published`: public histories of the officer's place and above. */
export const columnBlocks = (published: readonly Registers[]): readonly FormBlock[] => [
  monitoringBlock(monitoringForm(), checkLevelsOf(published)),
  siteReportBlock(siteReportForm),
];
