import { scoredFormId } from '../core/submission/collected-forms.ts';
import { monitoringFormTexts } from '../texts/monitoring-form.ts';
import { reportTexts } from '../texts/reports.ts';
import { blankForm } from './blank-form.ts';
import { filledForm } from './filled-form.ts';
import { monitoringForm } from './monitoring-form.ts';
import type { ReportDocument } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import { scoreSheet } from './score-sheet.ts';

export type Report = {
  name: string;
  title: string;
  /** the form it is of: printed where a campaign collects it */
  formId: string;
  documentOf: (input: ReportInput) => ReportDocument;
};

/** Everything a school prints, by the name the command line knows it under. */
export const reports: readonly [Report, ...Report[]] = [
  { name: 'score-sheet', formId: scoredFormId, title: reportTexts.names['score-sheet'], documentOf: scoreSheet },
  { name: 'filled-form', formId: scoredFormId, title: reportTexts.names['filled-form'], documentOf: filledForm },
  { name: 'blank-form', formId: scoredFormId, title: reportTexts.names['blank-form'], documentOf: blankForm },
  { name: 'monitoring-form', formId: 'monitoring', title: monitoringFormTexts.name, documentOf: monitoringForm },
];
