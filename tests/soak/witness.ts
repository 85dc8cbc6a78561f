import type { Page } from 'playwright-core';
import { counts, type OnScreen } from './person.ts';

/** What one answer did: the values its author had on screen, and the one that stands after it; null: cleared. */
type Acted = { had: string[]; now: string | null };

/**
 * Watches people answer on several screens. Every count is typed once in the whole attempt, so a value that nobody had on
 * screen when a later one was given must still stand on every screen, alone or as one of two different answers.
 */
export class Witness {
  readonly #open = new Map<string, Set<string>>();
  /** values somebody has answered to, in the order in which it was heard */
  readonly #answeredTo = new Map<string, string[]>();
  readonly #made = new Set<string>();
  #next = 1;

  /** answers made */
  get made(): number {
    return this.#made.size;
  }

  /** One answer on this page: a new count, or, where two different ones stand, the choice of one of them. */
  async answer(page: Page, key: string, { clear = false } = {}): Promise<void> {
    const value = clear ? '' : String(this.#next);
    this.#next += 1;
    if (!clear) this.#made.add(value);
    const open = this.#open.get(key) ?? new Set();
    this.#open.set(key, open);
    const answeredTo = this.#answeredTo.get(key) ?? [];
    this.#answeredTo.set(key, answeredTo);
    const heardBefore = answeredTo.length;
    const { had, now } = await page.evaluate(act, [key, value] as const);
    for (const seen of had.filter((one) => one !== now)) {
      open.delete(seen);
      answeredTo.push(seen);
    }
    // another page may show this one, answer to it, and be heard of first
    if (now !== null && !answeredTo.slice(heardBefore).includes(now)) open.add(now);
  }

  /** What must stand on a screen and does not, and what nobody ever typed, a line each. */
  missingOn(screen: OnScreen): string[] {
    return counts.flatMap((key) => {
      const shown = (screen[key] ?? '').split(' | ').map((words) => /\d+/.exec(words)?.[0] ?? '');
      const missing = [...(this.#open.get(key) ?? [])].filter((value) => !shown.includes(value));
      const invented = shown.filter((value) => value !== '' && !this.#made.has(value));
      return [
        ...missing.map(
          (value) => `${key}: ${value} was never answered to and is gone, ${screen[key] || 'nothing'} is there`,
        ),
        ...invented.map((value) => `${key}: nobody typed ${value}`),
      ];
    });
  }
}

/** Runs in the page: what stands there is read and answered to in one go. */
async function act([key, value]: readonly [string, string]): Promise<Acted> {
  const numberIn = (words: string | null | undefined): string => /\d+/.exec(words ?? '')?.[0] ?? '';
  const field = document.getElementById(`${key}-f`) as HTMLInputElement | null;
  if (field) {
    const had = [field.value].filter(Boolean);
    field.focus();
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await Promise.resolve(); // people never leave a field in the same task
    field.blur();
    return { had, now: value || null };
  }
  const cards = [...document.querySelectorAll(`#${key} .pick .card`)];
  const had = cards.map((card) => numberIn(card.querySelector('.lead')?.textContent));
  cards[0]?.querySelector('button')?.click();
  return { had: had.filter(Boolean), now: had[0] || null };
}
