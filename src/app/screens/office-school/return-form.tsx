import { useEffect, useRef, useState } from 'preact/hooks';
import { looksPersonal } from '../../../core/submission/personal-data.ts';
import type { ReviewRow } from '../../../core/verification/review-rows.ts';
import { shownId } from '../../../texts/numbers.ts';
import { reviewTexts as words } from '../../../texts/review.ts';
import { Icon } from '../../../ui/icon.tsx';

type Props = {
  row: ReviewRow;
  onWrite: (row: ReviewRow, reason: string) => Promise<boolean>;
  onDone: () => void;
};

/** Gives one answer back to the school, with the reason it will see beside it. */
export function ReturnForm({ row, onWrite, onDone }: Props) {
  const [reason, setReason] = useState(row.state === 'returned' ? (row.returned?.reason ?? '') : '');
  const [problem, setProblem] = useState<'no-reason' | 'looks-personal' | 'not-written' | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);
  const problemId = `${row.indicator.id}-r`;

  async function write(event: Event): Promise<void> {
    event.preventDefault();
    const wrong = reason.trim() === '' ? 'no-reason' : looksPersonal(reason) ? 'looks-personal' : null;
    setProblem(wrong);
    if (wrong !== null) return;
    if (await onWrite(row, reason.trim())) onDone();
    else setProblem('not-written');
  }

  return (
    <form class="stack" aria-label={words.named(words.giveBack, shownId(row.indicator.id))} onSubmit={write}>
      <label class="f">
        <span>{words.returnReason}</span>
        <textarea
          ref={field}
          rows={2}
          maxLength={1000}
          value={reason}
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={problem ? problemId : undefined}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      {problem ? (
        <p class="err" id={problemId} role="alert">
          <Icon sign="stop" />
          <span>{words.problems[problem]}</span>
        </p>
      ) : null}
      <p>
        <button type="submit" class="btn sm">
          {words.writeReturn}
        </button>
      </p>
    </form>
  );
}
