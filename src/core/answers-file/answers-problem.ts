import type { Json } from '../json.ts';
import type { SiteReportMessage } from '../site-report/check-site-report.ts';

/** A value that cannot be taken. `path`: where it stands in the file, `schools[0].readiness.K1-04`. */
export type AnswersProblem = { path: string } & (
  | { code: 'not-an-answers-file' }
  | { code: 'newer-format'; format: string }
  | { code: 'missing' }
  | { code: 'wrong-type'; expected: 'text' | 'count' | 'whole' | 'number' | 'boolean' | 'list' | 'object' }
  | { code: 'unknown-field'; name: string }
  | { code: 'unknown-option'; value: Json; allowed: readonly string[] }
  | { code: 'out-of-range'; value: Json; least: number; most: number }
  | { code: 'too-long'; most: number }
  | { code: 'not-an-id' }
  | { code: 'not-a-date' }
  | { code: 'not-a-month' }
  | { code: 'not-a-school-year' }
  | { code: 'not-a-form' }
  | { code: 'form-version'; asked: string; known: string }
  | { code: 'other-form' | 'form-twice'; name: string }
  | { code: 'unknown-place'; id: string }
  | { code: 'place-of-wrong-kind'; id: string; kind: string }
  | { code: 'place-outside-campaign'; id: string; municipality: string }
  | { code: 'unknown-indicator'; id: string }
  | { code: 'unknown-check'; id: string }
  | { code: 'unknown-column'; id: string }
  | { code: 'unknown-system'; id: string; known: readonly string[] }
  | { code: 'unknown-row'; id: string }
  | { code: 'unknown-branch'; id: string }
  | { code: 'unknown-exam'; exam: string }
  | { code: 'unknown-subject'; subject: string; exam: string }
  | { code: 'computed'; id: string }
  | { code: 'na-critical' }
  | { code: 'na-without-reason' }
  | { code: 'above-total'; count: number; total: number }
  | { code: 'total-differs'; total: number; passport: number }
  | { code: 'full-without-total' }
  | { code: 'month-outside-year'; month: string; schoolYear: string }
  | { code: 'date-outside-year'; date: string; schoolYear: string }
  | { code: 'exam-without-graduates'; exam: string; grade: number }
  | { code: 'row-twice' }
);

/** Something taken, or left out, that the person should know about; it stops nothing (AF8). */
export type AnswersWarning = { path: string } & (
  | { code: 'block-not-taken'; name: string }
  | { code: 'computed-not-taken'; id: string }
  | { code: 'private-not-taken'; count: number }
  | { code: 'contact-erased' }
  | {
      code: 'cross-check';
      check: string;
      isError: boolean;
      branch: string | null;
      columns: readonly string[];
      values: readonly Json[];
    }
  | { code: 'site-report-check'; check: SiteReportMessage['code'] }
  | { code: 'place-differs'; field: 'name' | 'shortName' | 'address' | 'parent'; inFile: string; known: string }
  | { code: 'passport-filled'; figure: string; total: number }
  | { code: 'rows-stay'; table: 'buildings' | 'branches'; count: number }
  | { code: 'does-not-count'; id: string; why: 'date-in-future' | 'total-unknown' | 'total-zero' | 'month-not-begun' }
  | { code: 'hidden-answer'; id: string }
  | { code: 'passport-incomplete'; missing: readonly string[] }
  | { code: 'incomplete'; answered: number; of: number }
);
