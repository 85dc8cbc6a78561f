import { reportTexts } from '../texts/reports.ts';
import { blankForm } from './blank-form.ts';
import { filledForm } from './filled-form.ts';
import type { ReportDocument } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import { scoreSheet } from './score-sheet.ts';

export type Report = { name: string; title: string; documentOf: (input: ReportInput) => ReportDocument };

/** Everything a school prints, by the name the command line knows it under. */
export const reports: readonly [Report, ...Report[]] = [
  { name: 'score-sheet', title: reportTexts.names['score-sheet'], documentOf: scoreSheet },
  { name: 'filled-form', title: reportTexts.names['filled-form'], documentOf: filledForm },
  { name: 'blank-form', title: reportTexts.names['blank-form'], documentOf: blankForm },
];
