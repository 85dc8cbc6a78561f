import { reviewTexts as words } from '../../../texts/review.ts';
import type { QuickKeys } from '../../office/quick-keys.ts';

/** VS5: what the keys do, and the switch. */
export function KeysNote({ keys }: { keys: QuickKeys }) {
  return (
    <p class="s q keys">
      {words.keysLead}{' '}
      {words.keys.map(([names, does]) => (
        <span key={does}>
          {names.map((name) => (
            <kbd key={name}>{name}</kbd>
          ))}{' '}
          {does}{' '}
        </span>
      ))}
      <label class="inline">
        <input type="checkbox" checked={keys.on} onChange={(event) => keys.set(event.currentTarget.checked)} />{' '}
        {words.keysOn}
      </label>
    </p>
  );
}
