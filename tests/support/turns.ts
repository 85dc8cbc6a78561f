import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Takes the network away from a page's device, or gives it back. */
export const setOffline = (page: Page, isOffline: boolean): Promise<void> => page.context().setOffline(isOffline);

/** Makes a page's device ask the endpoint now: what others have sent comes. */
export const hear = (page: Page): Promise<void> => page.evaluate(() => void dispatchEvent(new Event('online')));

/** Waits until the header says that the endpoint has everything written on this device. */
export const confirmed = (page: Page, timeout = 60_000): Promise<void> =>
  page.locator('.state b', { hasText: 'Сохранено и подтверждено сервером' }).waitFor({ timeout });

/** Something read off a page again and again, the device asking the endpoint before each time → what is expected of it in the end. */
export const hearing = <Read>(page: Page, read: () => Promise<Read>, timeout = 60_000) =>
  expect.poll(
    async () => {
      await hear(page);
      return read();
    },
    { timeout, interval: 1000 },
  );
