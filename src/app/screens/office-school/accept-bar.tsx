import { useState } from 'preact/hooks';
import { dateText, shownId } from '../../../texts/numbers.ts';
import { reviewTexts as words } from '../../../texts/review.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { useOffice } from '../../office/office.ts';
import type { SchoolOnScreen } from '../../office/use-school.ts';
import { reviewActionsOf } from './review-actions.ts';

/** SB5: the whole self-assessment accepted, or given back with the list of what waits to be mended. */
export function AcceptBar({ school, scored = true }: { school: SchoolOnScreen; scored?: boolean }) {
  const office = useOffice();
  const { standing } = school;
  const { state, checked, status } = standing;
  const [isReturning, setIsReturning] = useState(false);
  const [failed, setFailed] = useState(false);
  const actions = reviewActionsOf(office, school);
  const waiting = [...standing.returns].filter(([, one]) => !one.isAnswered).map(([id]) => shownId(id));
  const accept = async () => setFailed(!(await actions.accept()));
  const giveBack = async (reason: string) => {
    const isWritten = await actions.returnAll(reason);
    setFailed(!isWritten);
    if (isWritten) setIsReturning(false);
  };
  if (state === 'neverOpened' || state === 'filling')
    return <p class="q">{scored ? words.cannotAccept : words.cannotAcceptForms}</p>;
  return (
    <div class="stack">
      {state === 'accepted' ? (
        <Message sign="yes" tone="ok" title={words.accepted(dateText(status?.said.at.slice(0, 10) ?? ''))} />
      ) : null}
      {state === 'returned' ? (
        <Message sign="back" tone="warn" title={words.returnedNow}>
          {status?.reason ? <p>{status.reason}</p> : null}
        </Message>
      ) : null}
      {failed ? (
        <p class="err" role="alert">
          {words.problems['not-written']}
        </p>
      ) : null}
      <div class="row">
        {state === 'accepted' ? null : (
          <button type="button" class="btn main" onClick={accept}>
            <Icon sign="yes" />
            {scored ? words.accept : words.acceptForms}
          </button>
        )}
        <button type="button" class="btn" aria-expanded={isReturning} onClick={() => setIsReturning(!isReturning)}>
          <Icon sign="back" />
          {words.returnAll(waiting.length)}
        </button>
        {scored ? <span class="q">{words.uncheckedNote(checked.of - checked.done, state === 'accepted')}</span> : null}
      </div>
      {isReturning ? <ReturnAll ids={waiting} onReturn={giveBack} /> : null}
    </div>
  );
}

function ReturnAll({ ids, onReturn }: { ids: readonly string[]; onReturn: (reason: string) => void }) {
  const [reason, setReason] = useState(ids.length > 0 ? words.returnAllText(ids.join(', ')) : '');
  const [isEmpty, setIsEmpty] = useState(false);
  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        setIsEmpty(reason.trim() === '');
        if (reason.trim() !== '') onReturn(reason.trim());
      }}
    >
      <label class="f">
        <span>{words.returnAllReason}</span>
        <textarea
          rows={3}
          maxLength={2000}
          value={reason}
          aria-invalid={isEmpty ? 'true' : undefined}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </label>
      {isEmpty ? <p class="err">{words.problems['no-reason']}</p> : null}
      <p>
        <button type="submit" class="btn">
          {words.returnAll(ids.length)}
        </button>
      </p>
    </form>
  );
}
