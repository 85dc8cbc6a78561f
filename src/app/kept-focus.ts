import { useEffect } from 'preact/hooks';

const focusable = 'a[href], button, input, select, textarea, summary';

/**
 * KB1: keeps the keyboard where it was: when what has focus goes away (a button that did its work, a removed row) or is moved
 * in the page, focus goes to the same thing, or to what stood next to it, and never to the beginning of the page. Whoever
 * works with a mouse or a finger is left alone: on a phone, focus in a field would open the keyboard.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: HTMLElement | null = null;
    let around: HTMLElement[] = [];
    let byKeyboard = false;
    const remember = (target: EventTarget | null) => {
      last = target instanceof HTMLElement && target.closest('main') ? target : null;
      around = last ? [...document.querySelectorAll<HTMLElement>(`main :is(${focusable})`)] : [];
    };
    const restore = () => {
      if (!last || !byKeyboard || document.activeElement !== document.body) return;
      const at = around.indexOf(last);
      const next = [last, ...around.slice(at + 1), ...around.slice(0, Math.max(0, at)).reverse()];
      next.find((one) => one.isConnected && one.getClientRects().length > 0)?.focus({ preventScroll: true });
    };
    // looking around costs a click its time, so it is done for the keyboard alone
    const onFocus = ({ target }: FocusEvent) => {
      if (byKeyboard) remember(target);
    };
    const onKey = () => {
      if (byKeyboard) return;
      byKeyboard = true;
      remember(document.activeElement);
    };
    const onPointer = () => {
      byKeyboard = false;
      last = null;
    };
    // what has just gone may be only on its way to another field: the browser is asked afterwards
    const observer = new MutationObserver(() => setTimeout(restore));
    observer.observe(document.body, { childList: true, subtree: true });
    addEventListener('focusin', onFocus);
    addEventListener('keydown', onKey, true);
    addEventListener('pointerdown', onPointer, true);
    return () => {
      observer.disconnect();
      removeEventListener('focusin', onFocus);
      removeEventListener('keydown', onKey, true);
      removeEventListener('pointerdown', onPointer, true);
    };
  }, []);
}
