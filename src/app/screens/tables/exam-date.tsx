import { useId, useRef, useState } from 'preact/hooks';
import { examRegisterOf, readExamDates } from '../../../core/form/exam-dates.ts';
import type { ExamRow } from '../../../core/scoring/exams.ts';
import { dateText } from '../../../texts/numbers.ts';
import { registerTexts } from '../../../texts/registers.ts';
import { tableTexts } from '../../../texts/tables.ts';
import { Icon } from '../../../ui/icon.tsx';
import { afterPointer } from '../../fields/after-pointer.ts';
import { useProgram } from '../../program.ts';

/**
 * TB9: the day of an exam row. It is part of the row's register, so another day is another register: the row is written there
 * first and then emptied here; a day that is taken, or is no day, changes nothing and stays in the field.
 */
export function ExamDate({ row, subject, onMoved }: { row: ExamRow; subject: string; onMoved: (key: string) => void }) {
  const program = useProgram();
  const id = useId();
  const draft = useRef<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [, redraw] = useState<string | null>(null);
  const type = (text: string | null) => {
    draft.current = text;
    redraw(text);
  };
  const commit = () => {
    const typed = draft.current?.trim() ?? '';
    if (draft.current === null) return;
    const date = typed === '' ? row.date : readDay(typed, program.campaign.schoolYear);
    const target = date === null ? null : examRegisterOf({ ...row, date });
    if (date === null || target === null) return setProblem(tableTexts.notMoved(typed));
    const isSame = target === row.key;
    if (!isSame && program.facts.value.has(target)) return setProblem(tableTexts.moved(`${subject} ${dateText(date)}`));
    if (!isSame && row.values.length > 1) return setProblem(tableTexts.moveConflict);
    type(null);
    setProblem(null);
    if (isSame) return;
    onMoved(target);
    program.answer(target, row.values[0] ?? null);
    program.answer(row.key, null);
  };
  const name = `${registerTexts.exam(row.exam, subject, dateText(row.date))}: ${tableTexts.examHead[2]}`;
  return (
    <>
      <input
        type="text"
        class="d"
        inputMode="numeric"
        autocomplete="off"
        aria-label={name}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? id : undefined}
        value={draft.current ?? dateText(row.date)}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={() => afterPointer(commit)}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
      {problem ? (
        <p class="err" id={id} role="status">
          <Icon sign="stop" />
          <span>{problem}</span>
        </p>
      ) : null}
    </>
  );
}

/** One day of the school year as typed; null: none, or several. */
function readDay(typed: string, schoolYear: string): string | null {
  const { dates, refused } = readExamDates(typed, schoolYear);
  return refused.length === 0 && dates.length === 1 ? (dates[0] ?? null) : null;
}
