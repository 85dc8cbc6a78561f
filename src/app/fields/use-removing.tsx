import { useState } from 'preact/hooks';
import type { Json } from '../../core/json.ts';
import { useProgram } from '../program.ts';

/** Rows people take away: `remove` writes that one is gone, `undo` is what gives the last one back at once; null: none was taken. */
export function useRemoving(words: { removed: string; undo: string }) {
  const { answer } = useProgram();
  const [last, setLast] = useState<{ key: string; value: Json } | null>(null);
  const remove = (key: string, value: Json) => {
    setLast({ key, value });
    answer(key, null);
  };
  const undo = last ? (
    <span role="status">
      {words.removed}{' '}
      <button
        type="button"
        class="btn sm link"
        onClick={() => {
          answer(last.key, last.value);
          setLast(null);
        }}
      >
        {words.undo}
      </button>
    </span>
  ) : null;
  return { remove, undo };
}
