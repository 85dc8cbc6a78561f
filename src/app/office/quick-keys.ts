import { useState } from 'preact/hooks';

const kept = 'gotovo-quick-keys';

export type QuickKeys = { on: boolean; set: (on: boolean) => void };

/** VS5, SI2: whether single keys work where focus stands in a row or a cell; kept on this device for all screens. */
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
