import { type ReadonlySignal, signal } from '@preact/signals';
import { hasPassphrase, readPin } from './pin.ts';

const idleInMs = 5 * 60_000;
/** an officer reads long reports, and a passphrase is long to type */
const idleWithPassphraseInMs = 30 * 60_000;
const lookEveryMs = 5_000;

const state = signal(false);
let focused: Element | null = null;

/** LK1: whether the screen is closed. The program behind it goes on: what was typed stays, sending goes on. */
export const locked: ReadonlySignal<boolean> = state;

export function lock(): void {
  if (state.value || readPin() === null) return;
  focused = document.activeElement;
  state.value = true;
}

/** The keyboard goes on where it was. */
export function unlock(): void {
  state.value = false;
  const { body } = document;
  setTimeout(() => (focused instanceof HTMLElement && focused !== body ? focused : findHeading())?.focus());
}

const findHeading = () => document.querySelector<HTMLElement>('main h1');

/** LK1: closes the screen now, if there is a PIN, and later after five minutes without a key or touch (LK4: thirty with a passphrase). */
export function watchIdle(now: () => number): void {
  let lastAt = now();
  const touched = () => {
    if (!state.value) lastAt = now();
  };
  for (const type of ['pointerdown', 'keydown', 'wheel'])
    addEventListener(type, touched, { capture: true, passive: true });
  const look = () => {
    if (now() - lastAt >= (hasPassphrase() ? idleWithPassphraseInMs : idleInMs)) lock();
  };
  setInterval(look, lookEveryMs);
  document.addEventListener('visibilitychange', look);
  lock();
}
