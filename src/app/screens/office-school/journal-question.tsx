import { useState } from 'preact/hooks';
import { indicatorsOf } from '../../../core/form/form.ts';
import { talkOf } from '../../../core/verification/check.ts';
import { journalFalls } from '../../../core/verification/journal-falls.ts';
import { shownId } from '../../../texts/numbers.ts';
import { reviewTexts as words } from '../../../texts/review.ts';
import { Message } from '../../../ui/message.tsx';
import { useOffice } from '../../office/office.ts';
import type { SchoolOnScreen } from '../../office/use-school.ts';
import { reviewActionsOf } from './review-actions.ts';

/** VS7: why the journal fell from one month to the next, as a question that is written once the officer says so. */
export function JournalQuestion({ school }: { school: SchoolOnScreen }) {
  const office = useOffice();
  const [failed, setFailed] = useState(false);
  const { form, campaign, now, standing } = school;
  const falls = journalFalls(form, standing.facts, campaign);
  const indicator = indicatorsOf(form).find(({ source }) => source?.startsWith('JRN'));
  if (falls.length === 0 || !indicator) return null;
  const question = words.fallQuestion(falls, form.journalFill.fall);
  const isAsked = talkOf(now, campaign.id, form.id, indicator.id).some(({ value }) => value === question);
  const ask = async () => setFailed(!(await reviewActionsOf(office, school).say(indicator, question)));
  if (isAsked) return <p role="status">{words.asked(shownId(indicator.id))}</p>;
  return (
    <Message
      sign="info"
      title={words.fallTitle}
      actions={
        <button type="button" class="btn sm" onClick={ask}>
          {words.ask(shownId(indicator.id))}
        </button>
      }
    >
      <p>{question}</p>
      {failed ? (
        <p class="err" role="alert">
          {words.problems['not-written']}
        </p>
      ) : null}
    </Message>
  );
}
