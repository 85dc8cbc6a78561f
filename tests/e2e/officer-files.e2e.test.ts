import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { launchDevice } from '../support/browser.ts';
import { aProfile, untilInstalled } from '../support/device.ts';
import { enterCode } from '../support/enrolled-devices.ts';
import { open } from '../support/fill.ts';
import { installedFiles } from '../support/installed-files.ts';
import { fileOf, openPackage } from '../support/read-package.ts';
import { type Filter, type Releases, startReleases } from '../support/releases.ts';
import { anotherBuild } from '../support/second-build.ts';

const patience = { timeout: 30_000 };
const officersOf = (folder?: string) =>
  installedFiles(folder)
    .officers.map(({ url }) => `/${url}`)
    .sort();

describe("an officer's part of the program", () => {
  let releases: Releases;
  let device: BrowserContext;
  let page: Page;

  beforeEach(async () => {
    releases = await startReleases();
    device = await launchDevice(aProfile());
    page = await device.newPage();
  });
  afterEach(async () => {
    await device.close();
    await releases.stop();
  });

  async function enrol(place: string, role: 'school' | 'officer'): Promise<void> {
    await page.goto(`${releases.address}/sending`);
    await untilInstalled(page);
    await enterCode(page, await releases.aCode(place, role), 'ПК');
    const enrolled = page
      .getByRole('button', { name: 'Отправить сейчас' })
      .or(page.getByRole('link', { name: 'Обмен' }));
    await enrolled.first().waitFor(patience);
  }
  const look = () => page.evaluate(() => dispatchEvent(new Event('online')));
  const buildOf = () => page.evaluate(() => document.documentElement.dataset.build ?? 'first').catch(() => 'loading');
  const kept = () =>
    page.evaluate(async () => {
      const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
      return all.flat().map(({ url }) => new URL(url).pathname);
    });
  const keptOf = async (files: readonly string[]) => (await kept()).filter((file) => files.includes(file)).sort();
  /** A network's own page in the place of this file, and how often it was given. */
  function filterOut(file: string): () => number {
    let given = 0;
    const filter: Filter = ({ url }) => {
      if (new URL(url).pathname !== file) return null;
      given += 1;
      return new Response('<!doctype html><title>Вход в сеть</title>', { headers: { 'content-type': 'text/html' } });
    };
    releases.filter(filter);
    return () => given;
  }
  const untilTold = (text: RegExp) =>
    expect
      .poll(
        async () => {
          await look();
          return page.locator('main').innerText();
        },
        { ...patience, interval: 500 },
      )
      .toMatch(text);

  it("[W11] is neither kept nor asked for by a school's device, whatever it opens", async () => {
    const asked: string[] = [];
    releases.filter(({ url }) => {
      asked.push(new URL(url).pathname);
      return null;
    });
    await enrol('s1', 'school');
    for (const path of ['/passport', '/criterion/K4', '/tables', '/verdict', '/print', '/safety', '/school-files'])
      await open(page, path);
    await page.waitForTimeout(3000); // whatever a device brings in its quiet time
    const officers = officersOf();
    expect(asked.filter((path) => path.startsWith('/assets/')).length).toBeGreaterThan(10);
    expect(asked.filter((path) => officers.includes(path))).toEqual([]);
    expect(await keptOf(officers)).toEqual([]);
  });

  it('[W11] [W3] refuses a filter’s page, says what is missing, comes whole afterwards and writes docx without a server', async () => {
    const officers = officersOf();
    const last = officers.filter((file) => file.includes('write-docx')).at(-1) ?? '';
    const given = filterOut(last);
    await enrol('m', 'officer');
    await open(page, '/safety');
    await page.getByText('экраны и документы отдела ещё загружаются').waitFor(patience);
    await expect.poll(given, patience).toBeGreaterThan(0);
    expect(await keptOf([last])).toEqual([]);
    releases.filter(null);
    await untilTold(/целиком на этом устройстве/);
    expect(await keptOf(officers)).toEqual(officers);

    await open(page, '/');
    await page.getByRole('table').first().waitFor(patience);
    await releases.setOnline(false);
    await page.goto(`${releases.address}/call-list`);
    const coming = page.waitForEvent('download', patience);
    await page.getByRole('button', { name: 'Сохранить docx' }).click(patience);
    const document = openPackage(readFileSync(await (await coming).path()));
    expect(fileOf(document, 'word/document.xml')).toContain('<w:tbl>');
    await open(page, '/safety');
    await page.getByText('целиком на этом устройстве').waitFor(patience);
    await releases.setOnline(true);
  }, 120_000);

  it('[W11] [W4] comes with a newer release or keeps that release waiting, and goes with the older one', async () => {
    await enrol('m', 'officer');
    await open(page, '/safety');
    await untilTold(/целиком на этом устройстве/);
    for (const tab of device.pages()) if (tab !== page) await tab.close();
    const folder = anotherBuild('o');
    const fresh = officersOf(folder);
    const given = filterOut(fresh.at(-1) ?? '');
    releases.publish(folder);
    await expect
      .poll(
        async () => {
          await look();
          return given();
        },
        { ...patience, interval: 500 },
      )
      .toBeGreaterThan(0);
    await page.waitForTimeout(2000);
    expect(await page.getByText('Есть новая версия программы').count()).toBe(0);
    expect(await keptOf(officersOf())).toEqual(officersOf());
    releases.filter(null);
    await untilTold(/Есть новая версия программы/);
    expect(await keptOf(fresh)).toEqual(fresh);
    await page.getByRole('button', { name: 'Включить сейчас' }).click(patience);
    await expect.poll(buildOf, patience).toBe('o');
    await page.getByText('целиком на этом устройстве').waitFor(patience);
    expect(await keptOf(fresh)).toEqual(fresh);
    expect(await keptOf(officersOf())).toEqual([]);
  }, 120_000);
});
