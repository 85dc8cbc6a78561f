import { useId, useState } from 'preact/hooks';
import { findIndicators } from '../../core/form/find-indicators.ts';
import { indicatorsOf } from '../../core/form/form.ts';
import { searchTexts } from '../../texts/criterion.ts';
import { shownId } from '../../texts/numbers.ts';
import { bringWords } from '../form-on-screen.ts';
import { useProgram } from '../program.ts';
import { addressOf } from '../routes.ts';

/** Search over all indicators; Ctrl+/ comes here. */
export function IndicatorSearch() {
  const { form } = useProgram();
  const [typed, setTyped] = useState('');
  const id = useId();
  // until every text has come, nothing may be said about what is not there
  const allHere = indicatorsOf(form).every((one) => one.question !== '');
  const found = findIndicators(form, typed).slice(0, 12);
  return (
    <search class="stack tight">
      <label class="lab" for={id}>
        {searchTexts.label}
      </label>
      <input
        id={id}
        type="search"
        data-search
        autocomplete="off"
        placeholder={searchTexts.placeholder(shownId(indicatorsOf(form)[0]?.id ?? ''))}
        value={typed}
        onFocus={() => bringWords().catch(console.error)}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <div role="status">
        {typed.trim() !== '' && allHere && found.length === 0 ? (
          <p class="s q">{searchTexts.nothing(typed.trim())}</p>
        ) : null}
      </div>
      {found.length > 0 ? (
        <ul class="list rail">
          {found.map((indicator) => (
            <li key={indicator.id}>
              <a href={addressOf(form, indicator.id)} onClick={() => setTyped('')}>
                <span>
                  <b class="nw">{shownId(indicator.id)}</b> {indicator.question}
                </span>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </search>
  );
}

/** The keys of the program, for those who type. */
export function KeysHint() {
  return (
    <p class="s q keys">
      <kbd>Ctrl</kbd> + <kbd>Enter</kbd> {searchTexts.keyNext}
      <br />
      <kbd>Ctrl</kbd> + <kbd>/</kbd> {searchTexts.keySearch}
    </p>
  );
}
