import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchDevice } from '../support/browser.ts';
import { aProfile, killDevice, untilInstalled, untilSaved } from '../support/device.ts';
import { enterCode } from '../support/enrolled-devices.ts';
import { answerIndicator, open } from '../support/fill.ts';
import { type Releases, startReleases } from '../support/releases.ts';
import { anotherBuild } from '../support/second-build.ts';

describe('a newer release of the program, where the line or the machine is in trouble', () => {
  let releases: Releases;
  let profile: string;
  let device: BrowserContext;
  let page: Page;

  beforeEach(async () => {
    releases = await startReleases();
    profile = aProfile();
    device = await launchDevice(profile);
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
  const buildOf = (tab: Page) =>
    tab.evaluate(() => document.documentElement.dataset.build ?? 'first').catch(() => 'loading');
  const look = (tab: Page) => tab.evaluate(() => dispatchEvent(new Event('online')));
  const offered = (tab: Page) => tab.getByText('Есть новая версия программы');
  const untilOffered = (tab: Page) =>
    expect
      .poll(
        async () => {
          await look(tab);
          return offered(tab).count();
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe(1);
  const letIn = (tab: Page) => tab.getByRole('button', { name: 'Включить сейчас' }).click({ timeout: 15_000 });
  const shown = (tab: Page) => tab.locator('#K1-01 .opt :checked + span').allInnerTexts();

  it('[W7] is found when the network comes back, and at the next start with a network', async () => {
    await releases.setOnline(false);
    releases.publish(anotherBuild('f'));
    await look(page);
    await answerIndicator(page, 'K1-01', 'yes-partial-no', 'partial');
    await untilSaved(page);
    expect(await offered(page).count()).toBe(0);
    await page.close();
    page = await aTab();
    expect([await buildOf(page), await shown(page)]).toEqual(['first', ['Частично']]);
    await releases.setOnline(true);
    await untilOffered(page);
    await letIn(page);
    await expect.poll(() => buildOf(page), { timeout: 15_000 }).toBe('f');
    await expect.poll(() => shown(page)).toEqual(['Частично']);
  });

  it('[W7] may be let in while a turn is under way: nothing is lost, the turn is repeated', async () => {
    await open(page, '/sending');
    await enterCode(page, await releases.aCode());
    await page.getByRole('button', { name: 'Отправить сейчас' }).waitFor({ timeout: 20_000 });
    await expect.poll(() => page.locator('.state').innerText(), { timeout: 20_000 }).not.toContain('сверим');
    let held = 0;
    // the request arrives and is answered, but the answer does not come through
    await device.route('**/sync', async (route) => {
      held += 1;
      await route.fetch().catch(() => undefined);
    });
    await open(page, '/criterion/K1');
    await answerIndicator(page, 'K1-01', 'yes-partial-no', 'no');
    await expect
      .poll(
        async () => {
          await look(page);
          return held;
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(0);
    releases.publish(anotherBuild('g'));
    await untilOffered(page);
    await letIn(page);
    await expect.poll(() => buildOf(page), { timeout: 15_000 }).toBe('g');
    expect(await page.locator('.state').innerText()).not.toContain('подтверждено');
    await device.unroute('**/sync');
    await expect
      .poll(
        async () => {
          await look(page);
          return page.locator('.state').innerText();
        },
        { timeout: 30_000 },
      )
      .toContain('Сохранено и подтверждено сервером');
    await expect.poll(() => shown(page)).toEqual(['Нет']);
    expect((await releases.held()).filter((path) => path.endsWith('/K1-01'))).toHaveLength(1);
  });

  it('[W2] gives an old tab every old file from the device once the server has lost them', async () => {
    const files = await page.evaluate(async () => {
      const keys = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      return keys.flat().map(({ url }) => new URL(url).pathname);
    });
    const hashed = files.filter((file) => file.startsWith('/assets/'));
    expect(hashed.length).toBeGreaterThan(10);
    releases.publish(anotherBuild('h'));
    await look(page);
    await offered(page).waitFor({ timeout: 15_000 });
    expect((await fetch(releases.address + hashed[0])).status).toBe(404);
    const statuses = await page.evaluate(
      (all) => Promise.all(all.map(async (file) => (await fetch(file)).status)),
      hashed,
    );
    expect(statuses.every((status) => status === 200)).toBe(true);
    for (const path of ['/passport', '/tables', '/verdict', '/sending', '/print', '/safety']) await open(page, path);
    expect(await page.getByText('Загрузка не закончена').count()).toBe(0);
  });

  it('[W3] does not come in while a filter gives its files as something else, and comes in afterwards', async () => {
    const folder = anotherBuild('k');
    releases.publish(folder);
    let filtered = 0;
    releases.filter(({ url }) => {
      const { pathname } = new URL(url);
      if (!pathname.endsWith('.js') || !pathname.startsWith('/assets/')) return null;
      filtered += 1;
      return new Response(readFileSync(join(folder, pathname)), { headers: { 'content-type': 'text/html' } });
    });
    await expect
      .poll(
        async () => {
          await look(page);
          return filtered;
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(0);
    await page.waitForTimeout(2000);
    await page.reload();
    await page.locator('#K1-01').waitFor();
    expect([await buildOf(page), await offered(page).count()]).toEqual(['first', 0]);
    releases.filter(null);
    await untilOffered(page);
    await letIn(page);
    await expect.poll(() => buildOf(page), { timeout: 15_000 }).toBe('k');
    await page.locator('#K1-01').waitFor();
  });

  it('[W4] leaves the version there was when its install is killed half-way, and comes in later', async () => {
    await answerIndicator(page, 'K1-01', 'yes-partial-no', 'partial');
    await untilSaved(page);
    releases.publish(anotherBuild('i'));
    for (const files of [1, 3, 5]) {
      let brought = 0;
      await device.route(/\/assets\/.*i\.\w+$/, async (route) => {
        brought += 1;
        if (brought <= files) await route.continue();
      });
      await look(page);
      await expect
        .poll(
          async () => {
            await look(page);
            return brought;
          },
          { timeout: 20_000 },
        )
        .toBeGreaterThan(files);
      await killDevice(profile);
      device = await launchDevice(profile);
      await device.setOffline(true);
      page = await aTab();
      expect([await buildOf(page), await shown(page)]).toEqual(['first', ['Частично']]);
      await device.setOffline(false);
    }
    await expect
      .poll(
        async () => {
          await look(page);
          return offered(page).count();
        },
        { timeout: 30_000 },
      )
      .toBe(1);
    await letIn(page);
    await expect.poll(() => buildOf(page), { timeout: 15_000 }).toBe('i');
    await expect.poll(() => shown(page)).toEqual(['Частично']);
  });
});
