import type { Page } from 'playwright-core';
import { open } from '../support/fill.ts';

/** Criteria whose indicators are mostly answered by radio buttons. */
export const criteria = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7'] as const;

/** Clicks one radio button of every indicator on screen with the pointer; `pauseInMs` lets each click be dealt with. Returns how many. */
export async function clickThrough(page: Page, option: number, pauseInMs: number): Promise<number> {
  const ids = await page.evaluate(() =>
    [...document.querySelectorAll('section[id]')].filter((one) => one.querySelector('label.opt')).map(({ id }) => id),
  );
  let clicks = 0;
  for (const [at, id] of ids.entries()) {
    // looked for only when the answer before has drawn what it shows, hides and moves
    await page.waitForTimeout(pauseInMs / 2);
    const words = page.locator(`[id="${id}"] label.opt span`).nth(option);
    if ((await words.count()) === 0) continue; // an answer just given has hidden it
    await words.scrollIntoViewIfNeeded();
    const box = await words.boundingBox();
    if (!box) throw new Error(`nothing to click in ${id}`);
    // clicks fall anywhere between two frames, as a person's do
    await page.waitForTimeout(pauseInMs / 2 + ((at * 7) % 17));
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    clicks += 1;
  }
  await page.waitForTimeout(pauseInMs);
  return clicks;
}

/** The same on every criterion of the program. */
export async function clickThroughProgram(page: Page, option: number, pauseInMs: number): Promise<number> {
  let clicks = 0;
  for (const criterion of criteria) {
    await open(page, `/criterion/${criterion}`);
    await page.locator(`#${criterion}-01`).waitFor();
    clicks += await clickThrough(page, option, pauseInMs);
  }
  return clicks;
}
