import { useId, useState } from 'preact/hooks';
import { passedOnPathOf, passedOnValueOf } from '../../../core/monitoring/passed-on.ts';
import { monitoringOfficeTexts as words } from '../../../texts/monitoring-office.ts';
import { dateText } from '../../../texts/numbers.ts';
import { Message } from '../../../ui/message.tsx';
import { useOffice } from '../../office/office.ts';
import { localInstant } from '../../time.ts';
import { hasSubmitted, passedOnBy, type SchoolLine } from './monitoring-state.ts';

/** `isComputing`: rows are being computed anew, and what would be passed on is not what stands here. */
type Props = { campaignId: string; lines: readonly SchoolLine[]; isComputing: boolean };

/** PN1, PN2: the municipality passes its table on, sees what has changed since, and passes it on again. */
export function PassOnCard({ campaignId, lines, isComputing }: Props) {
  const office = useOffice();
  const id = useId();
  const passed = passedOnBy(office, office.place.id, campaignId, lines);
  const [note, setNote] = useState(passed?.note ?? '');
  const [isFailed, setIsFailed] = useState(false);
  const waiting = lines.filter((line) => !hasSubmitted(line)).length;
  const faulty = lines.filter(({ errors }) => errors > 0).length;

  async function passOn(): Promise<void> {
    if (isComputing) return;
    const schools = new Map(lines.map(({ place, hash }) => [place.id, hash]));
    const value = passedOnValueOf({ schools, at: localInstant(new Date()), note: note.trim() });
    setIsFailed(!(await office.write(office.officeHistory, passedOnPathOf(campaignId), value)));
  }
  return (
    <section class="card stack" aria-labelledby={`${id}h`}>
      <h2 id={`${id}h`}>{words.passOn}</h2>
      <p>
        {words.submitted(lines.length - waiting, lines.length)}, {words.awaited(waiting)}
      </p>
      {faulty > 0 ? <p>{words.withErrors(faulty)}</p> : null}
      {passed === null ? (
        <p role="status">{words.notPassed}</p>
      ) : (
        <Message
          sign={passed.changed.length > 0 ? 'warn' : 'yes'}
          tone={passed.changed.length > 0 ? 'warn' : 'ok'}
          title={words.passed(dateText(passed.at.slice(0, 10)), passed.schools.size)}
        >
          <p>{passed.changed.length > 0 ? words.changed(passed.changed.length) : words.sameSince}</p>
          {passed.changed.length > 0 ? (
            <ul>
              {lines
                .filter(({ place }) => passed.changed.includes(place.id))
                .map(({ place }) => (
                  <li key={place.id}>{place.shortName}</li>
                ))}
            </ul>
          ) : null}
        </Message>
      )}
      <label class="f">
        <span>{words.note}</span>
        <textarea
          rows={2}
          maxLength={1000}
          value={note}
          aria-describedby={`${id}n`}
          onInput={({ currentTarget }) => setNote(currentTarget.value)}
        />
      </label>
      <p class="hint" id={`${id}n`}>
        {words.noteHint}
      </p>
      {isFailed ? <Message sign="stop" tone="bad" title={words.notWritten} alert /> : null}
      <p>
        <button type="button" class="btn main" aria-disabled={isComputing} onClick={() => void passOn()}>
          {passed === null ? words.passOn : words.passAgain}
        </button>
      </p>
    </section>
  );
}
