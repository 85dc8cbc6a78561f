import { rmSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { launchDevice } from '../support/browser.ts';
import { aProfile } from '../support/device.ts';

/** The screen everything is typed into: four counts and three choices. */
export const screen = '/criterion/K5';
export const counts = ['K5-01', 'K5-02', 'K5-03', 'K5-07'] as const;
const choices = ['K5-04', 'K5-05', 'K5-06'] as const;
export const keys: readonly string[] = [...counts, ...choices];
export const words = ['Да', 'Частично', 'Нет'] as const;

/** What stands on the screen: a count as typed, a choice in words; '' where there is nothing. */
export type OnScreen = Record<string, string>;

/** A profile started in a browser of its own; `prepare` comes before the program. */
export async function startPerson(
  address: string,
  profile = aProfile(),
  prepare?: (device: BrowserContext) => Promise<unknown>,
): Promise<{ device: BrowserContext; page: Page; profile: string }> {
  const device = await launchDevice(profile);
  await prepare?.(device);
  const page = device.pages()[0] ?? (await device.newPage());
  await openScreen(page, address);
  return { device, page, profile };
}

const opensInMs = 30_000;

/** Opens the screen from its address and waits until answers stand in it. */
export async function openScreen(page: Page, address: string): Promise<void> {
  await page.goto(address + screen);
  await page
    .locator('#K5-01')
    .waitFor({ timeout: opensInMs })
    .catch(async (cause: unknown) => {
      throw new Error(`the program did not open: ${await page.locator('body').innerText()}`, { cause });
    });
}

export const removeProfile = (profile: string): void =>
  rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

export const readScreen = (page: Page): Promise<OnScreen> =>
  page.evaluate((all) => {
    const read = (key: string): string => {
      const field = document.getElementById(`${key}-f`) as HTMLInputElement | null;
      if (field) return field.value;
      const heads = [...document.querySelectorAll(`#${key} .pick .lead`)].map((head) => head.textContent?.trim());
      if (heads.length > 0) return heads.join(' | ');
      return document.querySelector(`#${key} .opt :checked + span`)?.textContent ?? '';
    };
    return Object.fromEntries(all.map((key) => [key, read(key)]));
  }, keys);

/** The messages over the screen, and what the header says. */
export const readMessages = (page: Page): Promise<string> =>
  page.evaluate(() => [...document.querySelectorAll('.state, .msg')].map((one) => one.textContent).join('\n'));

/** Types a count into its field and leaves it, or taps a choice, as fast as a page can be told to. */
export const answer = (page: Page, key: string, value: string): Promise<void> =>
  page.evaluate(
    async ([id, text]) => {
      const field = document.getElementById(`${id}-f`) as HTMLInputElement | null;
      if (!field) {
        for (const option of document.querySelectorAll<HTMLElement>(`#${id} .opt`))
          if (option.textContent === text) option.click();
        return;
      }
      field.focus();
      field.value = text;
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await Promise.resolve(); // people never leave a field in the same task
      field.blur();
    },
    [key, value] as const,
  );

/** Longer than a slow write may go unsaid: from then on the header tells whether an answer is saved. */
const toldAfterMs = 300;

/** Waits until the header speaks for everything answered so far, and says that it is saved; `said`: how it says so. */
export async function untilSaidSaved(page: Page, said = /^Сохранено/): Promise<void> {
  await page.waitForTimeout(toldAfterMs);
  await page
    .locator('.state b', { hasText: said })
    .waitFor({ timeout: 10_000 })
    .catch(async (cause: unknown) => {
      throw new Error(`not called saved: ${await readMessages(page)}`, { cause });
    });
}
