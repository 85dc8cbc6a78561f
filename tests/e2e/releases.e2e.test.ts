import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchDevice } from '../support/browser.ts';
import { aProfile, untilInstalled, untilSaved } from '../support/device.ts';
import { answerIndicator, open } from '../support/fill.ts';
import { type Releases, startReleases } from '../support/releases.ts';
import { anotherBuild, aWithdrawal } from '../support/second-build.ts';

describe('a newer release of the program', () => {
  let releases: Releases;
  let device: BrowserContext;
  let page: Page;

  beforeEach(async () => {
    releases = await startReleases();
    device = await launchDevice(aProfile());
    page = await aTab();
    await untilInstalled(page);
  });
  afterEach(async () => {
    await device.close();
    await releases.stop();
  });

  async function aTab(): Promise<Page> {
    const tab = await device.newPage();
    await tab.goto(`${releases.address}/criterion/K1`);
    await tab.locator('#K1-01').waitFor();
    return tab;
  }
  const buildOf = (tab: Page) => tab.evaluate(() => document.documentElement.dataset.build ?? 'first');
  const look = (tab: Page) => tab.evaluate(() => dispatchEvent(new Event('online')));
  const offered = (tab: Page) => tab.getByText('Есть новая версия программы');
  /** Whoever loads the page anew loses the mark. */
  const mark = (tab: Page) => tab.evaluate(() => document.body.setAttribute('data-mark', 'here'));
  const isMarked = (tab: Page) => tab.evaluate(() => document.body.getAttribute('data-mark') === 'here');
  /** Every file is asked for before anything else is tried. */
  const untilWhole = (tab: Page) =>
    expect
      .poll(
        () =>
          tab.evaluate(() =>
            performance
              .getEntriesByType('resource')
              .map(({ name }) => name)
              .join(),
          ),
        {
          timeout: 15_000,
        },
      )
      .toMatch(/results-.*tables-|tables-.*results-/);

  it('[W1] is offered while a field is being typed in, takes neither focus nor text, and comes in when asked', async () => {
    await open(page, '/passport');
    const name = page.getByLabel('Краткое название');
    await name.focus();
    await page.keyboard.type('Ясноборская');
    await mark(page);
    releases.publish(anotherBuild('b'));
    await look(page);
    await offered(page).waitFor({ timeout: 15_000 });
    expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type(' СОШ');
    expect([await isMarked(page), await buildOf(page)]).toEqual([true, 'first']);
    await page.getByRole('button', { name: 'Включить сейчас' }).click();
    await expect.poll(() => buildOf(page).catch(() => ''), { timeout: 15_000 }).toBe('b');
    await expect.poll(() => page.getByLabel('Краткое название').inputValue()).toBe('Ясноборская СОШ');
  });

  it('[W1] comes in at the next start when nobody asks for it', async () => {
    releases.publish(anotherBuild('c'));
    await look(page);
    await offered(page).waitFor({ timeout: 15_000 });
    await page.close();
    await expect
      .poll(
        async () => {
          const tab = await aTab();
          const build = await buildOf(tab);
          await tab.close();
          return build;
        },
        { timeout: 15_000 },
      )
      .toBe('c');
    page = await aTab();
  });

  it('[W2] leaves another tab whole: every screen opens, answers are kept, and it is told', async () => {
    const other = await aTab();
    await untilWhole(other);
    await mark(other);
    releases.publish(anotherBuild('d'));
    await look(page);
    await page.getByRole('button', { name: 'Включить сейчас' }).click({ timeout: 15_000 });
    await expect.poll(() => buildOf(page).catch(() => ''), { timeout: 15_000 }).toBe('d');
    await other.getByText('Программу обновили в другом окне').waitFor();
    for (const path of ['/passport', '/tables', '/verdict', '/sending', '/print', '/safety', '/criterion/K7'])
      await open(other, path);
    expect(await other.getByText('Загрузка не закончена').count()).toBe(0);
    await open(other, '/criterion/K1');
    await answerIndicator(other, 'K1-01', 'yes-partial-no', 'no');
    await untilSaved(other);
    expect([await isMarked(other), await buildOf(other)]).toEqual([true, 'first']);
    await expect.poll(() => page.locator('#K1-01 .opt :checked + span').allInnerTexts()).toEqual(['Нет']);
    await other.getByRole('button', { name: 'Открыть заново' }).click();
    await expect.poll(() => buildOf(other).catch(() => ''), { timeout: 15_000 }).toBe('d');
  });

  it('[W1] may be taken back: the release before it comes again the same way, with every answer', async () => {
    await answerIndicator(page, 'K1-01', 'yes-partial-no', 'partial');
    await untilSaved(page);
    for (const [folder, build] of [
      [anotherBuild('e'), 'e'],
      [`${process.cwd()}/dist/app`, 'first'],
    ] as const) {
      releases.publish(folder);
      await look(page);
      await page.getByRole('button', { name: 'Включить сейчас' }).click({ timeout: 15_000 });
      await expect.poll(() => buildOf(page).catch(() => ''), { timeout: 15_000 }).toBe(build);
      await page.locator('#K1-01').waitFor();
      await expect.poll(() => page.locator('#K1-01 .opt :checked + span').allInnerTexts()).toEqual(['Частично']);
      await page.waitForTimeout(1500); // it looks for a newer one only after a quiet second
    }
  });

  it('[W6] may withdraw the program: its worker goes, the answers stay', async () => {
    await answerIndicator(page, 'K1-01', 'yes-partial-no', 'no');
    await untilSaved(page);
    releases.publish(aWithdrawal());
    await look(page);
    await expect.poll(() => buildOf(page).catch(() => ''), { timeout: 15_000 }).toBe('w');
    await page.locator('#K1-01').waitFor();
    await expect.poll(() => page.locator('#K1-01 .opt :checked + span').allInnerTexts()).toEqual(['Нет']);
  });
});
