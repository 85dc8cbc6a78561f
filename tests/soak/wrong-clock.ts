import type { BrowserContext } from 'playwright-core';

/** A clock as a person might have set it: so many milliseconds away, or standing at one instant's distance from 1970. */
export type WrongClock = { name: string; offsetInMs: number };

const year = 365.25 * 86_400_000;

export const wrongClocks: readonly WrongClock[] = [
  { name: 'right', offsetInMs: 0 },
  { name: 'a year behind', offsetInMs: -year },
  { name: 'a year ahead', offsetInMs: year },
  { name: 'ten years behind', offsetInMs: -10 * year },
  { name: 'ten years ahead', offsetInMs: 10 * year },
  { name: '1970', offsetInMs: 86_400_000 - Date.now() },
];

/** Sets the clock of a page's world, worker or window, away from the right one; `jumpClock` sets it anew. */
function shiftDate(offsetInMs: number): void {
  const Real = Date;
  const shift = { inMs: offsetInMs };
  const now = () => Real.now() + shift.inMs;
  globalThis.Date = new Proxy(Real, {
    construct: (_, args: unknown[]) => Reflect.construct(Real, args.length === 0 ? [now()] : args),
    apply: () => new Real(now()).toString(),
    get: (_, name) => (name === 'now' ? now : Reflect.get(Real, name)),
  });
  Object.assign(globalThis, {
    jumpClock: (inMs: number) => {
      shift.inMs = inMs;
    },
  });
}

/** The clock of this device's pages and of the journal's worker from now on. */
export async function setClock(device: BrowserContext, { offsetInMs }: WrongClock): Promise<void> {
  await device.addInitScript(shiftDate, offsetInMs);
  await device.route(/journal-worker[^/]*\.js$/, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, body: `(${shiftDate})(${offsetInMs});\n${await answer.text()}` });
  });
}

/** The clock is set anew under the open pages. */
export async function jumpClock(device: BrowserContext, { offsetInMs }: WrongClock): Promise<void> {
  for (const page of device.pages())
    await page.evaluate(
      (inMs) => (globalThis as unknown as { jumpClock: (to: number) => void }).jumpClock(inMs),
      offsetInMs,
    );
}
