import { type FieldAnswer, isFilled } from '../../../core/site-report/site-report.ts';
import { fieldNumber, siteReportTexts as texts } from '../../../texts/site-report.ts';
import { Mark } from '../../../ui/mark.tsx';
import { History } from '../../history/history.tsx';
import { RegisterConflict } from '../../register-conflicts.tsx';
import type { useSiteReport } from '../../site-report/use-site-report.ts';
import { Checklist } from './checklist.tsx';
import { CountField } from './count-field.tsx';
import { Remarks } from './remarks.tsx';
import { RowCards } from './row-cards.tsx';
import { YesNoField } from './yes-no-field.tsx';

type Report = ReturnType<typeof useSiteReport>;
export type FieldProps = { answer: FieldAnswer; report: Report };

const inputs = { 'yes-no': YesNoField, checklist: Checklist, rows: RowCards, count: CountField };

/** One field as a line of the ledger: its number in the margin, the question, what is asked by its kind, what does not agree. */
export function FieldSection({ answer, report }: FieldProps) {
  const { field } = answer;
  const Input = inputs[field.kind];
  const conflicts = report.conflicts.filter((key) => key.split(/[:#]/)[0] === field.id);
  return (
    <section class="ind" id={field.id} aria-labelledby={`${field.id}-t`}>
      <p class="no">
        <span>{fieldNumber(field.id)}</span>
        {isFilled(answer) ? (
          <Mark sign="yes" tone="ok">
            {texts.filled}
          </Mark>
        ) : (
          <Mark sign="empty">{field.optional ? texts.optional : texts.empty}</Mark>
        )}
      </p>
      <h3 id={`${field.id}-t`}>{field.title}</h3>
      {field.explain ? <p class="hint">{field.explain}</p> : null}
      {conflicts.map((key) => (
        <RegisterConflict key={key} registerKey={report.pathOf(key)} />
      ))}
      <Input answer={answer} report={report} />
      <Remarks messages={report.messages} fieldId={field.id} />
      <div class="foot">
        <History name={field.title} of={[report.pathOf(field.id)]} />
      </div>
    </section>
  );
}
