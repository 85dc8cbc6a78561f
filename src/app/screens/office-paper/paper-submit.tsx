import { useMemo, useState } from 'preact/hooks';
import { indicatorsOf } from '../../../core/form/form.ts';
import { paperPlaces } from '../../../core/paper-entry/paper-places.ts';
import { assess } from '../../../core/scoring/assess.ts';
import { collectedForms } from '../../../core/submission/collected-forms.ts';
import { factsOf } from '../../../core/submission/facts.ts';
import { headIdsOf } from '../../../core/submission/snapshot.ts';
import { statusPathOf, submittedValueOf } from '../../../core/submission/status.ts';
import { readDay } from '../../../core/submission/typed-text.ts';
import { dateText, shownId } from '../../../texts/numbers.ts';
import { paperTexts as words } from '../../../texts/paper-entry.ts';
import { tableTexts } from '../../../texts/tables.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { useOffice } from '../../office/office.ts';
import type { SchoolOnScreen } from '../../office/use-school.ts';
import { useProgram } from '../../program.ts';
import { localDay } from '../../time.ts';
import type { Writing } from './entry-line.tsx';
import { remarksOf } from './remarks.ts';

/** PE9: what is missing, and the submission noted as made on paper with the day it was signed; an unfinished one is told as that. */
export function PaperSubmit({ school, writing }: { school: SchoolOnScreen; writing: Writing }) {
  const { place, form, campaign, now } = school;
  const office = useOffice();
  const program = useProgram();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const { criteria, checks, progress, unanswered, conflicts } = useMemo(
    () => assess(form, factsOf(now, campaign.id, form.id), campaign),
    [form, now, campaign],
  );
  const remarks = remarksOf({ criteria, checks });
  const codes = useMemo(
    () => new Map(paperPlaces(form, campaign).map(({ key, code }) => [key, code])),
    [form, campaign],
  );
  const codeOf = (key: string) => shownId(codes.get(key) ?? key);
  const isFinished = progress.answered === progress.of;

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const day = readDay(typed);
    if (typeof day !== 'string' || day > localDay(program.now())) return setProblem(words.signedOnProblem);
    await writing.last; // the last line typed is part of what is submitted
    const registers = office.registersOf(place.id).peek();
    const forms = collectedForms(campaign);
    const value = submittedValueOf(headIdsOf(registers, campaign.id, forms), { by: 'paper', on: day }, forms);
    const isWritten = await office.bring('paper', place.id, [{ path: statusPathOf(campaign.id), value }]);
    setProblem(isWritten ? null : words.notWritten);
    setDone(isWritten ? day : null);
  }

  return (
    <section class="stack" aria-labelledby="on-paper">
      <h2 id="on-paper">{words.submitTitle}</h2>
      <p class="b">{words.missing(progress.answered, progress.of)}</p>
      {unanswered.length === 0 ? (
        <p>{words.allThere}</p>
      ) : (
        <p>
          {words.missingList}{' '}
          {namesOf(unanswered, form, codeOf).map((name, at) => [
            at === 0 ? '' : ', ',
            <span key={name} class="nw">
              {name}
            </span>,
          ])}
          .
        </p>
      )}
      {conflicts.length > 0 ? <p>{words.conflictsThere(conflicts.length)}</p> : null}
      {remarks.length === 0 ? null : (
        <Message sign="warn" tone="warn" title={words.remarks}>
          <ul>
            {remarks.map(({ indicatorIds, words: told }) => (
              <li key={`${indicatorIds} ${told}`}>
                {indicatorIds.map(codeOf).join(', ')}: {told}
              </li>
            ))}
          </ul>
        </Message>
      )}
      {isFinished ? null : <p class="hint">{words.unfinishedNote}</p>}
      <form class="row end" onSubmit={submit}>
        <label class="f">
          <span>{words.signedOn}</span>
          <input
            type="text"
            class="d"
            inputMode="numeric"
            autocomplete="off"
            value={typed}
            aria-invalid={problem ? 'true' : undefined}
            aria-describedby={problem ? 'signed-problem' : undefined}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>
        <button type="submit" class="btn main">
          <Icon sign="doc" />
          {isFinished ? words.submit : words.submitUnfinished}
        </button>
      </form>
      {problem ? (
        <p class="err" id="signed-problem" role="alert">
          <Icon sign="stop" />
          <span>{problem}</span>
        </p>
      ) : null}
      {done ? (
        <Message sign="yes" tone="ok" title={words.submitted(dateText(done))}>
          <p>
            <a href={`/schools/${encodeURIComponent(place.id)}`}>{words.toReview}</a>
          </p>
        </Message>
      ) : null}
    </section>
  );
}

/** Indicators by their codes on the blank, tables by their names, each once. */
function namesOf(
  unanswered: readonly string[],
  form: SchoolOnScreen['form'],
  codeOf: (key: string) => string,
): string[] {
  const ids = new Set(indicatorsOf(form).map(({ id }) => id));
  const titles: Readonly<Record<string, string>> = tableTexts.titles;
  return [...new Set(unanswered)].map((key) => (ids.has(key) ? codeOf(key) : (titles[key] ?? key)));
}
