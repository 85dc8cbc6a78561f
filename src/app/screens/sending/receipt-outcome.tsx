import { refusalWords } from '../../../texts/refusals.ts';
import { stickTexts } from '../../../texts/stick.ts';
import { Message } from '../../../ui/message.tsx';
import { momentText } from '../../moment-text.ts';
import { type Program, useProgram } from '../../program.ts';
import { registerName } from '../../register-name.ts';
import type { TakenReceipt } from '../../sync/take-receipt.ts';
import { localInstant } from '../../time.ts';

/** What a receipt said and what became of it, or why nothing of it was used. */
export function ReceiptOutcome({ outcome }: { outcome: Awaited<ReturnType<Program['takeReceipt']>> }) {
  const { delivery } = useProgram();
  if (!outcome.ok) {
    const [title, text] = stickTexts.problems[outcome.problem.code];
    return (
      <Message sign="stop" tone="bad" title={title}>
        <p>{text}</p>
      </Message>
    );
  }
  const { officer, at, place, accepted, refused, brought, contacts, enrolled } = outcome.value;
  return (
    <>
      <Message sign="yes" tone="ok" title={stickTexts.taken(place)}>
        <p>{stickTexts.takenFrom(officer, momentText(localInstant(new Date(at))))}</p>
        <p>
          {stickTexts.accepted(accepted)} {contacts > 0 ? stickTexts.contactsTaken(contacts) : ''}{' '}
          {brought > 0 ? stickTexts.brought(brought) : ''} {stickTexts.nothingNew}
        </p>
        {enrolled ? <p>{stickTexts.enrolled(place)}</p> : null}
        {delivery.value.enrolment === null ? <p>{stickTexts.stillNoCode}</p> : null}
      </Message>
      {refused.length > 0 ? <Refused refused={refused} /> : null}
    </>
  );
}

function Refused({ refused }: Pick<TakenReceipt, 'refused'>) {
  const { form } = useProgram();
  return (
    <Message sign="warn" tone="warn" title={stickTexts.refusedTitle(refused.length)}>
      <p>{stickTexts.refusedText}</p>
      <ul class="plain s">
        {refused.map(({ path, why }) => (
          <li key={path}>
            {path ? registerName(form, path) : stickTexts.refusedUnknown}: {refusalWords(why)}
          </li>
        ))}
      </ul>
    </Message>
  );
}
