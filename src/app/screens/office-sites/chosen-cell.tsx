import type { Form } from '../../../core/form/form.ts';
import { firstValue } from '../../../core/submission/facts.ts';
import { siteStates } from '../../../core/verification/site-grid.ts';
import { shownId } from '../../../texts/numbers.ts';
import { siteCheckTexts as words } from '../../../texts/site-checks.ts';
import type { SchoolSite } from './sites-of.ts';

type Props = {
  site: SchoolSite | undefined;
  form: Form;
  check: Form['site']['checks'][number] | undefined;
  onMark: (state: string | null) => void;
};

/** The cell in focus: what is checked, the address the school gave, the state of last time, and the states for a mouse or a finger. */
export function ChosenCell({ site, form, check, onMark }: Props) {
  if (!site || !check) return null;
  const url = firstValue(site.facts, `SITE:${check.id}#url`);
  const state = site.score.states.get(check.id);
  const last = site.last[check.id];
  return (
    <section class="card stack tight" aria-labelledby="chosen">
      <h2 id="chosen">{words.chosen(site.place.shortName, shownId(check.id))}</h2>
      <p>{check.question}</p>
      <p>
        {typeof url === 'string' ? (
          <>
            {words.address}: <Address text={url} />
          </>
        ) : (
          <span class="q">{words.noAddress}</span>
        )}
        {last === undefined ? null : <span class="q">, {words.last(words.states[last] ?? last)}</span>}
      </p>
      <fieldset class="opts">
        <legend class="vh">{words.choose}</legend>
        {siteStates(form.site).map((one, at) => (
          <button key={one} type="button" class="btn sm" aria-pressed={state === one} onClick={() => onMark(one)}>
            {at + 1} {words.states[one] ?? one}
          </button>
        ))}
        <button type="button" class="btn sm link" onClick={() => onMark(null)}>
          {words.clear}
        </button>
      </fieldset>
    </section>
  );
}

/** HX10: what is no address of a page stays a text. */
function Address({ text }: { text: string }) {
  if (!/^https?:\/\/\S+$/i.test(text)) return <span>{text}</span>;
  return (
    <a href={text} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}
