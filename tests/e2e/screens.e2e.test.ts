import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../src/app/routes.ts';
import { aSchool10 } from '../fixtures/school-10.ts';
import { launchDevice, type RunningServer, startServer } from '../support/browser.ts';
import { aProfile, untilInstalled, untilSaved } from '../support/device.ts';
import { answerIndicator, fillPassport, open } from '../support/fill.ts';
import { complaintsAbout, looksRight } from '../support/looks-right.ts';

describe('every screen', () => {
  let server: RunningServer;
  let device: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    server = await startServer();
    device = await launchDevice(aProfile());
    page = device.pages()[0] ?? (await device.newPage());
    await page.goto(server.address);
    await page.getByRole('link', { name: 'Начать заполнять' }).waitFor();
  });
  afterAll(async () => {
    await device.close();
    await server.stop();
  });

  it('has nothing for axe to complain about and never scrolls sideways, before and after answers', {
    timeout: 180_000,
  }, async () => {
    expect(await complaintsAbout(page)).toEqual([]);
    await open(page, '/passport');
    await fillPassport(page, aSchool10());
    await page.getByRole('button', { name: 'Добавить филиал' }).click();
    await open(page, '/criterion/K3');
    await answerIndicator(page, 'K3-01', 'yes-no', 'no');
    await answerIndicator(page, 'K3-04', 'ratio', { n: 95 });
    await page.locator('#K3-10 .opts').getByText('Не применимо', { exact: true }).click();
    await open(page, '/criterion/K7');
    await answerIndicator(page, 'K7-01', 'yes-partial-no', 'partial');
    await untilSaved(page);
    await open(page, '/');
    await page.getByRole('heading', { name: 'уже видно: 2 условия не дадут школе быть готовой' }).waitFor();
    for (const { path } of routes) {
      await open(page, path);
      await looksRight(page, path, [360, 1366, 1920]);
    }
  });

  it('opens at every address without a network once installed', { timeout: 120_000 }, async () => {
    await untilInstalled(page);
    await server.stop();
    for (const { path } of routes) {
      await page.goto(server.address + path);
      await page.locator('main h1').waitFor();
      expect(await page.title()).toContain('Готово');
    }
    server = await startServer(Number(new URL(server.address).port));
  });

  it('[W3] stays alive when a filter answers instead of the server', { timeout: 60_000 }, async () => {
    await device.route('**/*', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Войдите в сеть</h1>' }),
    );
    await page.evaluate(async () => (await navigator.serviceWorker.ready).update().catch(() => undefined));
    await page.goto(`${server.address}/criterion/K3`);
    await page.locator('#K3-01').waitFor();
    await device.unroute('**/*');
    await page.goto(`${server.address}/verdict`);
    await page.locator('main h1').waitFor();
  });

  it('[W9] says that loading is not finished when a part does not arrive, and goes on when asked', {
    timeout: 60_000,
  }, async () => {
    for (const part of ['**/*.css', '**/assets/*.js']) {
      const fresh = await launchDevice(aProfile());
      const first = fresh.pages()[0] ?? (await fresh.newPage());
      await fresh.route(part, (route) => route.abort());
      await first.goto(server.address);
      await first.getByText('Загрузка не закончена').waitFor();
      await fresh.unroute(part);
      await first.getByRole('button', { name: 'Загрузить ещё раз' }).click();
      await first.getByRole('link', { name: 'Начать заполнять' }).waitFor();
      await fresh.close();
    }
  });

  it('is worked by keyboard alone: arrows choose, Ctrl+Enter goes on, Ctrl+/ searches', async () => {
    await page.setViewportSize({ width: 1366, height: 768 });
    await open(page, '/criterion/K1');
    await page.locator('#K1-01 input').first().focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.getByText('Нет приказа об отказе от бумажного журнала.').waitFor();
    await page.keyboard.press('Control+Enter');
    expect(await page.evaluate(() => document.activeElement?.closest('section')?.id)).toBe('K1-02');
    await page.keyboard.press('Control+/');
    await page.keyboard.type('реестр оператор');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#K3-01').waitFor();
    expect(new URL(page.url()).hash).toBe('#K3-01');
  });
});
