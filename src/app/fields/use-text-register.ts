import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Json } from '../../core/json.ts';
import { propertiesOf } from '../../core/submission/answer.ts';
import type { ReadText } from '../../core/submission/typed-text.ts';
import { useProgram } from '../program.ts';
import { useRegister } from '../use-view.ts';
import { afterPointer } from './after-pointer.ts';

export type TextRegister = {
  registerKey: string;
  /** the field holds one property of a row; the rest of the row is kept */
  property?: string;
  read: ReadText;
  show: (value: Json) => string;
  /** asked before saving; false: the text stays in the field, unsaved, until the person decides */
  mayKeep?: (text: string) => boolean;
};

/** The text to show for a stored value: what was typed, if it could not be read. */
const shownText = (value: Json, show: (value: Json) => string): string => {
  const { typed } = propertiesOf(value);
  return typeof typed === 'string' ? typed : value === null ? '' : show(value);
};

/**
 * One text field of one register. It saves a second after typing stops, on leaving, on Enter, and when the page is hidden;
 * its parents are the heads the person had on screen when typing began, then its own revisions.
 */
export function useTextRegister({ registerKey, property, read, show, mayKeep = () => true }: TextRegister) {
  const program = useProgram();
  const path = program.pathOf(registerKey);
  const stored = useRegister(registerKey)[0]?.value ?? null;
  const value = property ? (propertiesOf(stored)[property] ?? null) : stored;
  const [draft, setDraft] = useState<string | null>(null);
  const seen = useRef<readonly string[] | null>(null);
  const latest = useRef({ draft, save: () => {} });
  const timer = useRef(0);
  /** the draft as it was saved last: leaving the field does not write it a second time */
  const written = useRef<string | null>(null);

  const save = (force = false) => {
    clearTimeout(timer.current);
    if (draft === null || draft === written.current || (!force && !mayKeep(draft))) return;
    written.current = draft;
    const next = read(draft);
    const current = program.registers.value.get(path)?.[0]?.value ?? null;
    const whole = property ? withProperty(current, property, next) : next;
    const { id } = program.answer(registerKey, whole, seen.current ?? undefined);
    if (id !== null) seen.current = [id];
  };
  latest.current = { draft, save };

  useEffect(() => {
    const flush = () => {
      if (document.visibilityState === 'hidden') latest.current.save();
    };
    const leave = () => latest.current.save();
    document.addEventListener('visibilitychange', flush);
    addEventListener('pagehide', leave);
    return () => {
      leave();
      document.removeEventListener('visibilitychange', flush);
      removeEventListener('pagehide', leave);
    };
  }, []);

  return {
    value,
    text: draft ?? shownText(value, show),
    /** typed, not yet decided on: `mayKeep` said no */
    held: draft !== null && !mayKeep(draft),
    keepAnyway: () => {
      save(true);
      setDraft(null);
    },
    inputProps: {
      value: draft ?? shownText(value, show),
      onInput: (event: { currentTarget: { value: string } }) => {
        // asked anew, not as drawn: a field of the same row may have saved at the moment it was left
        seen.current ??= (program.registers.value.get(path) ?? []).map((head) => head.id);
        setDraft(event.currentTarget.value);
        clearTimeout(timer.current);
        timer.current = window.setTimeout(() => latest.current.save(), 1000);
      },
      onBlur: () =>
        afterPointer(() => {
          const { draft: typed, save: saveNow } = latest.current;
          saveNow();
          if (typed !== null && !mayKeep(typed)) return;
          setDraft(null);
          // a field taken away as it is left, by a conflict, must not save once more over what it has not seen
          latest.current = { draft: null, save: () => {} };
          seen.current = null;
          written.current = null;
        }),
      onKeyDown: (event: TargetedKeyboardEvent<HTMLElement>) => {
        if (event.key === 'Enter') save();
      },
    },
  };
}

function withProperty(row: Json, property: string, next: Json): Json {
  const { [property]: _old, ...rest } = propertiesOf(row);
  const changed = next === null ? rest : { ...rest, [property]: next };
  return Object.keys(changed).length === 0 ? null : changed;
}
