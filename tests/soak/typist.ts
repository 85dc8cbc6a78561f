import type { Page } from 'playwright-core';
import { counts, keys, type OnScreen, words } from './person.ts';

/** What a typist had been told before the browser died. Counts only grow, so a later one is known by being greater. */
export type Typed = {
  /** the last value of each that the header had called saved */
  shown: OnScreen;
  /** the last value of each that was typed, as far as it was heard of */
  tried: OnScreen;
  /** how many answers it had called saved */
  told: number;
  /** the greatest count typed */
  last: number;
};

type Tell = (what: 'typed' | 'shown', key: string, value: string) => Promise<void>;
type Order = { seed: number; from: number; everyMs: number; counts: readonly string[]; keys: readonly string[] };

/** Fills the screen without a pause until the browser ends; the page itself notes what the header calls saved. */
export async function startTyping(page: Page, seed: number, from: number): Promise<Typed> {
  const typed: Typed = { shown: {}, tried: {}, told: 0, last: from };
  await page.exposeFunction('tell', (async (what, key, value) => {
    if (what === 'shown') {
      typed.shown[key] = value;
      typed.told += 1;
      return;
    }
    typed.tried[key] = value;
    if (Number(value) > typed.last) typed.last = Number(value);
  }) satisfies Tell);
  await page.evaluate(typeOn, { seed, from, everyMs: 20 + (seed % 5) * 30, counts, keys } satisfies Order);
  return typed;
}

/**
 * Runs in the page. An answer counts as shown only when the header speaks for it: 300 ms after it was given, those in which
 * the page stood still not counted. A choice is tapped again when its last one was called saved and that was heard of: with
 * three words going round, one of two unheard ones could be any.
 */
function typeOn({ seed, from, everyMs, counts, keys }: Order): void {
  const { tell } = globalThis as unknown as { tell: Tell };
  const [toldAfterMs, quietPauseMs, lookEveryMs, stoodStillMs] = [300, 1000, 20, 50];
  const unheard = new Set<string>();
  let looked = performance.now();
  let waiting: { key: string; value: string; due: number }[] = [];
  let count = from;
  let state = seed;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (state >> 8) % limit;
  };
  const note = (key: string, value: string, inMs: number) => {
    // a count that is typed over before its pause was never saved
    waiting = waiting.filter((one) => one.key !== key || !counts.includes(key));
    waiting.push({ key, value, due: performance.now() + inMs });
  };
  const typeCount = (key: string) => {
    const field = document.getElementById(`${key}-f`) as HTMLInputElement | null;
    if (!field) return;
    count += 1;
    field.focus();
    field.value = String(count);
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const leaves = below(3) > 0;
    if (leaves) setTimeout(() => field.blur()); // people never leave a field in the same task
    void tell('typed', key, String(count));
    note(key, String(count), toldAfterMs + (leaves ? 0 : quietPauseMs));
  };
  const choose = (key: string) => {
    if (unheard.has(key)) return;
    unheard.add(key);
    const options = [...document.querySelectorAll<HTMLElement>(`#${key} .opt`)].slice(0, 3);
    const now = options.findIndex((option) => option.querySelector<HTMLInputElement>('input')?.checked);
    const next = options[(now + 1) % 3];
    next?.click();
    void tell('typed', key, next?.textContent ?? '');
    note(key, next?.textContent ?? '', toldAfterMs);
  };
  setInterval(() => {
    const key = keys[below(keys.length)] ?? '';
    if (counts.includes(key)) typeCount(key);
    else choose(key);
  }, everyMs);
  setInterval(() => {
    const now = performance.now();
    const late = now - looked - lookEveryMs;
    looked = now;
    if (late > stoodStillMs) for (const one of waiting) one.due += late;
    if (!/^Сохранено/.test(document.querySelector('.state b')?.textContent ?? '')) return;
    for (const { key, value } of waiting.filter(({ due }) => due <= now))
      void tell('shown', key, value).then(() => unheard.delete(key));
    waiting = waiting.filter(({ due }) => due > now);
  }, lookEveryMs);
}

/** What the header had called saved and is not on the screen any more, a line each. */
export function missingOf({ shown }: Typed, found: OnScreen): string[] {
  return Object.entries(shown).flatMap(([key, value]) => {
    const now = found[key] ?? '';
    const isThere = (counts as readonly string[]).includes(key)
      ? Number(now) >= Number(value)
      : now === value || now === wordAfter(value);
    return isThere ? [] : [`${key}: ${value} was called saved, ${now === '' ? 'nothing' : now} is there`];
  });
}

/** Choices go round; the one after may have been written and never been called saved. */
const wordAfter = (value: string): string | undefined =>
  words[(words.indexOf(value as (typeof words)[number]) + 1) % words.length];
