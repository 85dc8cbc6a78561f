import type { Form } from '../../../core/form/form.ts';
import { siteStates } from '../../../core/verification/site-grid.ts';
import { siteCheckTexts as words } from '../../../texts/site-checks.ts';

type Props = { site: Form['site']; digits: boolean; onDigits: (on: boolean) => void };

/** SI2: what the keys do, and the switch of the digits. */
export function KeysNote({ site, digits, onDigits }: Props) {
  return (
    <p class="s q keys">
      {words.keysLead}{' '}
      {siteStates(site).map((state, at) => (
        <span key={state}>
          <kbd>{at + 1}</kbd> {words.states[state] ?? state},{' '}
        </span>
      ))}
      {words.move.map(([names, does]) => (
        <span key={does}>
          {names.map((name) => (
            <kbd key={name}>{name}</kbd>
          ))}{' '}
          {does}{' '}
        </span>
      ))}
      <label class="inline">
        <input type="checkbox" checked={digits} onChange={(event) => onDigits(event.currentTarget.checked)} />{' '}
        {words.keysOn}
      </label>
    </p>
  );
}
