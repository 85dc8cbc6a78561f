import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Revision } from '../../src/core/submission/revision.ts';
import { aRevision } from '../fixtures/a-revision.ts';
import { launchDevice, type RunningServer, startServer } from '../support/browser.ts';
import { aProfile, killDevice, untilSaved } from '../support/device.ts';
import { answerIndicator, open } from '../support/fill.ts';

describe('the database of another version of the program', () => {
  let server: RunningServer;
  let profile: string;
  let device: BrowserContext;

  beforeAll(async () => {
    server = await startServer();
  });
  beforeEach(async () => {
    profile = aProfile();
    device = await launchDevice(profile);
  });
  afterEach(() => device.close());
  afterAll(() => server.stop());

  async function aTab(path = '/criterion/K1'): Promise<Page> {
    const tab = await device.newPage();
    await tab.goto(server.address + path);
    return tab;
  }
  /** A window of the origin without the program. */
  const aBareTab = () => aTab('/health');

  /** The database as release 0.1 made it, held open as by a window that does not answer. */
  const holdOld = (tab: Page, revisions: readonly Revision[]) =>
    tab.evaluate(
      (lines) =>
        new Promise<void>((done, fail) => {
          const asked = indexedDB.open('gotovo', 20);
          asked.onerror = () => fail(asked.error);
          asked.onupgradeneeded = () => {
            asked.result.createObjectStore('revisions', { keyPath: 'id' });
            asked.result.createObjectStore('meta', { keyPath: 'key' });
            asked.result.createObjectStore('confirmed', { keyPath: 'id' }).createIndex('history', 'history');
            asked.result.createObjectStore('cursors', { keyPath: 'history' });
          };
          asked.onsuccess = () => {
            const writing = asked.result.transaction(['revisions', 'meta'], 'readwrite', { durability: 'strict' });
            for (const row of JSON.parse(lines)) writing.objectStore('revisions').put(row);
            writing.objectStore('meta').put({ key: 'schemaEpoch', value: 1 });
            writing.oncomplete = () => {
              Object.assign(globalThis, { held: asked.result });
              done();
            };
          };
        }),
      JSON.stringify(revisions),
    );
  const rowsOf = (tab: Page) =>
    tab.evaluate(
      () =>
        new Promise<[number, number]>((done, fail) => {
          const asked = indexedDB.open('gotovo');
          asked.onerror = () => fail(asked.error);
          asked.onsuccess = () => {
            const counted = asked.result.transaction('revisions').objectStore('revisions').count();
            counted.onsuccess = () => {
              done([asked.result.version, counted.result]);
              asked.result.close();
            };
          };
        }),
    );
  const answers = (count: number): Revision[] =>
    Array.from({ length: count }, (_, at) => aRevision({ path: `2016-17/readiness/X${at}`, value: 'yes' }));

  it('[ST9] is waited for while another window holds it: the start says which to close, and goes on by itself', async () => {
    const old = await aBareTab();
    await holdOld(old, answers(3));
    const fresh = await aTab();
    await fresh.getByText('Прежняя версия программы открыта в другом окне').waitFor();
    await fresh.setViewportSize({ width: 360, height: 740 });
    expect(await fresh.evaluate(() => document.documentElement.scrollWidth > innerWidth)).toBe(false);
    await old.close();
    await fresh.locator('#K1-01').waitFor();
    await open(fresh, '/safety');
    await fresh.getByText('3 записи').first().waitFor();
  });

  it('[ST9] is whole, old or new, wherever a start that changes it was killed', async () => {
    const rows = answers(1500);
    const bare = await aBareTab();
    await holdOld(bare, rows);
    await bare.close();
    for (const pause of [0, 40, 120, 250, 500]) {
      const tab = await device.newPage();
      await tab.goto(`${server.address}/criterion/K1`, { waitUntil: 'commit' });
      await tab.waitForTimeout(pause);
      await killDevice(profile);
      device = await launchDevice(profile);
      const look = await aBareTab();
      const [version, count] = await rowsOf(look);
      expect([20, 30]).toContain(version);
      expect(count).toBe(rows.length);
      await look.close();
    }
    const page = await aTab('/safety');
    await page
      .getByText(/1\s?500\s+записей/)
      .first()
      .waitFor();
    const look = await aBareTab();
    expect(await rowsOf(look)).toEqual([30, rows.length]);
  });

  it('[ST5] is only read once a newer program has written it, says so, and keeps what was typed for that program', async () => {
    const page = await aTab();
    await answerIndicator(page, 'K1-01', 'yes-partial-no', 'partial');
    await untilSaved(page);
    await open(page, '/passport');
    await page.getByLabel('Краткое название').focus();
    await page.keyboard.type('Ясноборская');
    const setEpoch = (tab: Page, value: number) =>
      tab.evaluate(
        (epoch) =>
          new Promise<void>((done) => {
            const asked = indexedDB.open('gotovo');
            asked.onsuccess = () => {
              const writing = asked.result.transaction('meta', 'readwrite');
              writing.objectStore('meta').put({ key: 'schemaEpoch', value: epoch });
              writing.oncomplete = () => {
                asked.result.close();
                done();
              };
            };
          }),
        value,
      );
    const bare = await aBareTab();
    const [, before] = await rowsOf(bare);
    await setEpoch(bare, 2);
    const stale = await aTab();
    await stale.getByText('Эта вкладка старше данных: здесь можно только читать').waitFor();
    await expect.poll(() => stale.locator('#K1-01 .opt :checked + span').allInnerTexts()).toEqual(['Частично']);
    await stale.close();
    await page.bringToFront();
    await page.keyboard.type(' СОШ');
    await page.getByText(/Эта вкладка старше данных, не сохранено: 1/).waitFor();
    await page.getByText('Введённое сохранено отдельно и появится').waitFor();
    await page.locator('.state b', { hasText: 'Запись остановлена: вкладка старше данных' }).waitFor();
    expect(await page.getByLabel('Краткое название').inputValue()).toBe('Ясноборская СОШ');
    expect((await rowsOf(bare))[1] - before).toBeLessThanOrEqual(1); // what was typed before the change may have been saved
    await page.close({ runBeforeUnload: false });

    await setEpoch(bare, 1); // as the newer program sees its own data
    const newer = await aTab('/passport');
    await expect.poll(() => newer.getByLabel('Краткое название').inputValue()).toBe('Ясноборская СОШ');
  });
});
