import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { buildingPrefix } from '../../../core/answers-file/read-passport.ts';
import { canonicalJson, type Json } from '../../../core/json.ts';
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

/** The lines on their way to both copies, one after another. */
export type Writing = { last: Promise<void> };

type Written = { at: number; code: string; words: string };
const shownLines = 8;

/** PE1–PE8: the line that is typed: where one stands, what the keys mean there, and what was written last. */
export function EntryLine({ school, writing }: { school: SchoolOnScreen; writing: Writing }) {
  const { place: schoolPlace, form, campaign, now } = school;
  const office = useOffice();
  const places = useMemo(() => paperPlaces(form, campaign), [form, campaign]);
  const begun: Entered = { state: beginEntry(places), entries: [], problem: null };
  const [entered, setEntered] = useState(begun);
  const latest = useRef(begun);
  const [text, setText] = useState('');
  const [written, setWritten] = useState<readonly Written[]>([]);
  const [failed, setFailed] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => takeFocus(field.current), []);
  const unwritten = useRef(new Map<string, readonly Json[]>());
  const facts = factsOf(now, campaign.id, form.id);
  const { state, problem } = entered;

  /** A fast hand is ahead of the screen: a line is read after the line before it, and what it wrote is known at once. */
  function enter(line: string): void {
    const stored = factsOf(office.registersOf(schoolPlace.id).peek(), campaign.id, form.id);
    const known = new Map([...stored, ...unwritten.current]);
    const next = enterLine(latest.current.state, line, { ...campaign, form, places, facts: known });
    latest.current = next;
    setEntered(next);
    if (next.problem !== null) {
      field.current?.select(); // typing replaces it, Enter keeps it
      return;
    }
    setText('');
    if (field.current) field.current.value = ''; // the next key may come before the next paint
    if (next.entries.length === 0) return;
    const told = next.entries.map(({ key, value }) => registerWords(form, key, value));
    const isCount = next.entries.length > 0 && next.entries.every(({ key }) => key.startsWith(buildingPrefix));
    for (const { key, value } of next.entries) unwritten.current.set(key, [value]);
    writing.last = writing.last.then(() => keep(next));
    const code = codeOfEntries(places, next) ?? '';
    setWritten((before) => [
      { at: before.length, code, words: isCount ? String(told.length) : told.join('; ') },
      ...before,
    ]);
  }

  async function keep({ entries }: Entered): Promise<void> {
    const registers = entries.map(({ key, value }) => ({ path: registerPathOf(campaign.id, form.id, key), value }));
    const isKept = await office.bring('paper', schoolPlace.id, registers);
    for (const { key, value } of entries) if (unwritten.current.get(key)?.[0] === value) unwritten.current.delete(key);
    setFailed(!isKept);
  }

  return (
    <form
      class="card stack"
      onSubmit={(event) => {
        event.preventDefault();
        enter(field.current?.value ?? '');
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
          ref={field}
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

/** Typing begins at once: focus, which every new screen gives to its heading, goes on to the line. */
function takeFocus(field: HTMLInputElement | null): () => void {
  const heading = document.querySelector('main h1');
  const give = () => field?.focus();
  heading?.addEventListener('focus', give);
  give();
  return () => heading?.removeEventListener('focus', give);
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
