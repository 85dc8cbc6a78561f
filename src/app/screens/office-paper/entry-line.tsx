import { useMemo, useRef, useState } from 'preact/hooks';
import { canonicalJson } from '../../../core/json.ts';
import { beginEntry, type Entered, enterLine } from '../../../core/paper-entry/enter-line.ts';
import { type PaperPlace, paperPlaces } from '../../../core/paper-entry/paper-places.ts';
import { type Facts, factsOf, registerPathOf } from '../../../core/submission/facts.ts';
import { valuesOf } from '../../../core/submission/registers.ts';
import { registerWords } from '../../../reports/register-words.ts';
import { shownId } from '../../../texts/numbers.ts';
import { paperTexts as words } from '../../../texts/paper-entry.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useOffice } from '../../office/office.ts';
import type { SchoolOnScreen } from '../../office/use-school.ts';
import { hintOf, keysOf, problemWords, questionOf } from './place-words.ts';

type Written = { at: number; code: string; words: string };
const shownLines = 8;

/** PE1–PE8: the line that is typed: where one stands, what the keys mean there, and what was written last. */
export function EntryLine({ school }: { school: SchoolOnScreen }) {
  const { place: schoolPlace, form, campaign, now } = school;
  const office = useOffice();
  const places = useMemo(() => paperPlaces(form, campaign), [form, campaign]);
  const [entered, setEntered] = useState<Entered>(() => ({ state: beginEntry(places), entries: [], problem: null }));
  const [text, setText] = useState('');
  const [written, setWritten] = useState<readonly Written[]>([]);
  const [failed, setFailed] = useState(false);
  const waiting = useRef(Promise.resolve());
  const write = useMemo(() => office.writeBrought('paper'), [office]);
  const facts = factsOf(now, campaign.id, form.id);
  const { state, problem } = entered;

  /** Lines are written one after another, so that a fast hand never meets its own unfinished line. */
  function enter(line: string): void {
    const next = enterLine(state, line, { ...campaign, form, places, facts });
    setEntered(next);
    if (next.problem !== null) return;
    setText('');
    if (next.entries.length === 0) return;
    const told = next.entries.map(({ key, value }) => registerWords(form, key, value));
    waiting.current = waiting.current.then(async () => {
      let isKept = true;
      for (const { key, value } of next.entries)
        isKept = (await write(schoolPlace.id, registerPathOf(campaign.id, form.id, key), value)) && isKept;
      setFailed(!isKept);
    });
    const code = codeOfEntries(places, next) ?? '';
    setWritten((before) => [{ at: before.length, code, words: told.join('; ') }, ...before]);
  }

  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        enter(text);
      }}
    >
      {state.place ? (
        <Asked place={state.place} facts={facts} school={school} asksReason={state.asksReason} />
      ) : (
        <div>
          <h2>{words.done}</h2>
          <p>{words.doneText}</p>
        </div>
      )}
      <label class="f">
        <span>{state.asksReason ? words.reasonLine : words.line}</span>
        <input
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={1000}
          value={text}
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={problem ? 'line-problem' : 'line-hint'}
          ref={focusOnce}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {problem ? (
        <p class="err" id="line-problem" role="alert">
          <Icon sign="stop" />
          <span>
            {problemWords(problem)} {state.refused === null ? '' : words.keep}
          </span>
        </p>
      ) : null}
      <p class="hint" id="line-hint">
        {state.asksReason ? words.hints.reason : state.place ? hintOf(state.place, form, facts) : ''}
      </p>
      {failed ? (
        <p class="err" role="alert">
          {words.notWritten}
        </p>
      ) : null}
      <Last written={written} />
    </form>
  );
}

const seen = new WeakSet<HTMLElement>();

/** Typing begins at once; later focus is the person's own. */
function focusOnce(field: HTMLInputElement | null): void {
  if (!field || seen.has(field)) return;
  seen.add(field);
  setTimeout(() => field.focus());
}

type AskedProps = { place: PaperPlace; facts: Facts; school: SchoolOnScreen; asksReason: boolean };

function Asked({ place, school: { form, campaign, now }, asksReason }: AskedProps) {
  const path = registerPathOf(campaign.id, form.id, place.key);
  const values = place.key.endsWith(':') ? [] : valuesOf(now.get(path), canonicalJson);
  const known = values.filter((value) => value !== null).map((value) => registerWords(form, place.key, value));
  return (
    <div class="stack tight" aria-live="polite">
      <h2>
        <span class="no">{shownId(place.code)}</span> {questionOf(place)}
      </h2>
      {asksReason ? null : (
        <p class="row">
          {keysOf(place).map(({ key, words: meaning }) => (
            <span key={key}>
              <kbd>{key}</kbd> {meaning}
            </span>
          ))}
        </p>
      )}
      <p class="s q">{known.length > 0 ? words.now(known.join(' / ')) : words.nothingYet}</p>
    </div>
  );
}

function Last({ written }: { written: readonly Written[] }) {
  if (written.length === 0) return null;
  return (
    <section class="stack tight" aria-label={words.writtenTitle}>
      <h3>{words.writtenTitle}</h3>
      <ol class="plain s" reversed>
        {written.slice(0, shownLines).map(({ at, code, words: told }) => (
          <li key={at}>{words.written(code, told)}</li>
        ))}
      </ol>
    </section>
  );
}

/** The code of the place a line was written at. */
function codeOfEntries(places: readonly PaperPlace[], { entries }: Entered): string | null {
  const key = entries[0]?.key ?? '';
  const place = places.find((one) => one.key === key || (one.key.endsWith(':') && key.startsWith(one.key)));
  return place ? shownId(place.code) : null;
}
