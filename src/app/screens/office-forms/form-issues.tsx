import type { FormIssue } from '../../../core/form-sheets/issues.ts';
import { formIssueWords } from '../../../reports/form-issue-words.ts';
import { formSheetTexts } from '../../../texts/form-sheets.ts';
import { formsScreenTexts as words } from '../../../texts/forms-screen.ts';
import { Mark } from '../../../ui/mark.tsx';

const levels = ['error', 'warning', 'skipped'] as const;
const looks = {
  error: { sign: 'stop', tone: 'bad' },
  warning: { sign: 'warn', tone: 'warn' },
  skipped: { sign: 'na' },
} as const;
const mostShown = 60;

/** Errors first, then what is usually a slip, then what is not taken over; each at its cell. */
export function FormIssues({ issues }: { issues: readonly FormIssue[] }) {
  if (issues.length === 0) return null;
  const sorted = levels.flatMap((level) => issues.filter((one) => one.level === level));
  return (
    <section class="stack tight" aria-labelledby="form-issues">
      <h3 id="form-issues">{words.issues}</h3>
      <ul class="plain stack tight">
        {sorted.slice(0, mostShown).map((issue, at) => (
          <li key={at}>
            <Mark {...looks[issue.level]}>{formSheetTexts.levels[issue.level]}</Mark> {formIssueWords(issue)}
          </li>
        ))}
      </ul>
      {sorted.length > mostShown ? <p>{words.more(sorted.length - mostShown)}</p> : null}
    </section>
  );
}
