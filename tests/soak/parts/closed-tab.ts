import type { Browser } from 'playwright-core';
import { Random } from '../../simulation/random.ts';
import { launchBrowser, startServer } from '../../support/browser.ts';
import { openScreen, readScreen } from '../person.ts';
import type { Attempt, SoakPart } from '../soak-part.ts';

/** Half a second more than the pause after which typed text is saved: a loaded machine is late. */
const savedAfterMs = 1500;

/** The tab is closed in the middle of typing: at most what was typed since the last saving is missing, and nothing is half-written. */
export const closedTab: SoakPart = {
  name: 'closed-tab',
  title: 'a tab closed within half a second of typing',
  goal: 300,
  mustSee: ['closed at once', 'closed later'],
  open: async () => {
    const [server, browser] = [await startServer(), await launchBrowser()];
    return {
      attempt: (seed) => tryOne(server.address, browser, seed),
      close: async () => {
        await browser.close();
        await server.stop();
      },
    };
  },
};

async function tryOne(address: string, browser: Browser, seed: number): Promise<Attempt> {
  const random = new Random(seed);
  const device = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await device.newPage();
    await openScreen(page, address);
    await page.locator('#K5-04 .opt').nth(1).click();
    await page.locator('[id="K5-01-f"]').focus();
    // digits one by one: what stands in the field after each of them, and when it came
    const typed: { text: string; at: number }[] = [];
    for (let text = '', left = 3 + random.below(5); left > 0; left -= 1) {
      const digit = String(1 + random.below(9));
      await page.keyboard.type(digit);
      text += digit;
      typed.push({ text, at: Date.now() });
      if (random.chance(0.2)) await page.waitForTimeout(random.below(1600));
    }
    const pause = random.below(500);
    await page.waitForTimeout(pause);
    const closedAt = Date.now();
    await page.close({ runBeforeUnload: random.chance(0.5) });

    const again = await device.newPage();
    await openScreen(again, address);
    const found = await readScreen(again);
    const isSaved = typed.map(({ at }, place) => (typed[place + 1]?.at ?? closedAt) - at >= savedAfterMs);
    const least = isSaved.lastIndexOf(true);
    const possible = ['', ...typed.map(({ text }) => text)].slice(least + 1);
    const now = found['K5-01'] ?? '';
    const lost: string[] = [];
    if (!possible.includes(now))
      lost.push(`${typed.at(-1)?.text} was typed, ${now || 'nothing'} is there, not one of ${possible}`);
    if (found['K5-04'] !== 'Частично') lost.push('the choice made before is gone');
    const kept = now === typed.at(-1)?.text ? ['everything kept'] : ['the last digits not'];
    return { kept: 1 + least + 1, lost, seen: [pause < 100 ? 'closed at once' : 'closed later', ...kept] };
  } finally {
    await device.close();
  }
}
