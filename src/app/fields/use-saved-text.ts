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
  const isLeft = useRef(true);
  /** once the person is elsewhere and all is kept, the field shows what is stored */
  const settle = () => {
    if (!isLeft.current) return;
    setDraft(null);
    written.current = null;
  };
  const keep = (force = false): void => {
    clearTimeout(timer.current);
    if (draft === null || (!force && draft !== stored && !mayKeep(draft))) return;
    if (draft === stored) settle();
    if (draft === stored || draft === written.current) return;
    written.current = draft;
    void save(draft).then((saved) => {
      setFailed(!saved);
      if (saved) settle();
      else written.current = null;
    });
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
    keepAnyway: () => keep(true),
    inputProps: {
      value: draft ?? stored,
      onInput: (event: { currentTarget: { value: string } }) => {
        if (draft === null) onBegin?.();
        isLeft.current = false;
        setDraft(event.currentTarget.value);
        clearTimeout(timer.current);
        timer.current = window.setTimeout(() => latest.current.keep(), 1000);
      },
      onBlur: () =>
        afterPointer(() => {
          isLeft.current = true;
          latest.current.keep();
        }),
    },
  };
}
