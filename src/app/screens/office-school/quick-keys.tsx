import { useState } from 'preact/hooks';
import { reviewTexts as words } from '../../../texts/review.ts';

const kept = 'gotovo-quick-keys';

export type QuickKeys = { on: boolean; set: (on: boolean) => void };

/** VS5: whether single keys work on a row; kept on this device. */
export function useQuickKeys(): QuickKeys {
  const [on, setOn] = useState(() => localStorage.getItem(kept) !== 'off');
  return {
    on,
    set: (next) => {
      localStorage.setItem(kept, next ? 'on' : 'off');
      setOn(next);
    },
  };
}

/** What the keys do, and the switch. */
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
