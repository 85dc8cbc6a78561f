import { useEffect, useRef, useState } from 'preact/hooks';
import { afterPointer } from './after-pointer.ts';

export type SavedText = {
  /** as it is kept now */
  stored: string;
  /** resolves false when it could not be kept; the text then stays in the field */
  save: (text: string) => Promise<boolean>;
  /** called when typing begins, with everything as it was on screen */
  onBegin?: () => void;
  /** asked before saving; false: the text stays in the field, unsaved, until the person decides */
  mayKeep?: (text: string) => boolean;
};

/** A text that saves by itself: a second after typing stops, on leaving, and when the page is hidden. */
export function useSavedText({ stored, save, onBegin, mayKeep = () => true }: SavedText) {
  const [draft, setDraft] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const timer = useRef(0);
  const written = useRef<string | null>(null);
  const keep = (force = false): void => {
    clearTimeout(timer.current);
    if (draft === null || draft === written.current || draft === stored || (!force && !mayKeep(draft))) return;
    written.current = draft;
    void save(draft).then((saved) => setFailed(!saved));
  };
  const latest = useRef({ draft, keep });
  latest.current = { draft, keep };

  useEffect(() => {
    const flush = () => document.visibilityState === 'hidden' && latest.current.keep();
    document.addEventListener('visibilitychange', flush);
    return () => {
      latest.current.keep();
      document.removeEventListener('visibilitychange', flush);
    };
  }, []);

  return {
    text: draft ?? stored,
    failed,
    held: draft !== null && draft !== stored && !mayKeep(draft),
    keepAnyway: () => {
      keep(true);
      setDraft(null);
    },
    inputProps: {
      value: draft ?? stored,
      onInput: (event: { currentTarget: { value: string } }) => {
        if (draft === null) onBegin?.();
        setDraft(event.currentTarget.value);
        clearTimeout(timer.current);
        timer.current = window.setTimeout(() => latest.current.keep(), 1000);
      },
      onBlur: () =>
        afterPointer(() => {
          const { draft: typed, keep: keepNow } = latest.current;
          keepNow();
          if (typed !== null && !mayKeep(typed)) return;
          setDraft(null);
          written.current = null;
        }),
    },
  };
}
