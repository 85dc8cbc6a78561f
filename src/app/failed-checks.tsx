import type { FailedCheck } from '../core/scoring/assessment.ts';
import { criterionTexts } from '../texts/criterion.ts';
import { shownId } from '../texts/numbers.ts';
import { Message } from '../ui/message.tsx';
import { useProgram } from './program.ts';
import { addressOf } from './routes.ts';

/** SC19: what the form says of answers that do not agree, each with the way to them. */
export function FailedChecks({ checks }: { checks: readonly FailedCheck[] }) {
  const { form } = useProgram();
  return checks.map(({ id, level, message, indicatorIds }) => (
    <Message
      key={id}
      sign={level === 'error' ? 'stop' : 'warn'}
      tone={level === 'error' ? 'bad' : 'warn'}
      title={criterionTexts.checkFailed[level]}
    >
      <p>{message}</p>
      <p>
        {indicatorIds.map((indicatorId, at) => (
          <span key={indicatorId}>
            {at > 0 ? ', ' : ''}
            <a href={addressOf(form, indicatorId)}>{shownId(indicatorId)}</a>
          </span>
        ))}
      </p>
    </Message>
  ));
}
