import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** A page → what axe has to complain about on it, each as its rule and the first element meant. */
export async function complaintsAbout(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** A page → by how many pixels it can be scrolled sideways; none: 0. */
export const sidewaysOf = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth));

/** Fails where axe complains about a page or the page scrolls sideways at one of these widths, the last of which
 * it keeps; `where` names the page in what is said then, and in the pictures put into the folder PICTURES names. */
export async function looksRight(page: Page, where: string, widths: readonly number[] = [360, 1366]): Promise<void> {
  expect([where, await complaintsAbout(page)]).toEqual([where, []]);
  for (const width of widths) {
    await page.setViewportSize({ width, height: 768 });
    expect([where, width, await sidewaysOf(page)]).toEqual([where, width, 0]);
    const folder = process.env.PICTURES;
    if (folder)
      await page.screenshot({ path: join(folder, `${where.replaceAll('/', ' ')} ${width}.png`), fullPage: true });
  }
}
