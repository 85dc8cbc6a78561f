import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { indicatorsOf } from '../core/form/form.ts';
import { collectsScored } from '../core/submission/collected-forms.ts';
import { type Program, useProgram } from './program.ts';
import { addressOf } from './routes.ts';
import { showAnchor } from './show-anchor.ts';

/** Ctrl+Enter: the next unanswered after the one in focus, around the whole form. Ctrl+/: search. By key codes: any layout. */
export function useProgramKeys(): void {
  const program = useProgram();
  const { route } = useLocation();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.code === 'Slash' || event.code === 'NumpadDivide') {
        document.querySelector<HTMLElement>('[data-search]')?.focus();
        event.preventDefault();
      }
      if (event.code !== 'Enter' && event.code !== 'NumpadEnter') return;
      const next = nextUnanswered(program, document.activeElement?.closest('section[id]')?.id ?? null);
      if (next === null) return;
      event.preventDefault();
      const address = addressOf(program.form, next);
      if (address.split('#')[0] !== location.pathname) route(address);
      else {
        history.replaceState(null, '', address);
        showAnchor();
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [program, route]);
}

/** The first unanswered key standing after `from` in the form; from its beginning when there is none; null: all answered. */
export function nextUnanswered(program: Program, from: string | null): string | null {
  if (!collectsScored(program.campaign)) return null;
  const { unanswered } = program.assessment.value;
  const order = indicatorsOf(program.form).map((indicator) => indicator.source?.split('.')[0] ?? indicator.id);
  const at = from === null ? -1 : order.indexOf(from);
  return unanswered.find((key) => order.indexOf(key) > at) ?? unanswered[0] ?? null;
}
