import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchDevice, type RunningServer, startServer } from '../support/browser.ts';
import { aProfile, killDevice, untilSaved } from '../support/device.ts';
import { answerIndicator } from '../support/fill.ts';

describe('saved means saved', () => {
  let server: RunningServer;
  let profile: string;
  let device: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    profile = aProfile();
  });
  afterEach(() => device.close());

  async function start(prepare?: (context: BrowserContext) => Promise<unknown>): Promise<void> {
    device = await launchDevice(profile);
    await prepare?.(device);
    page = device.pages()[0] ?? (await device.newPage());
    await page.goto(`${server.address}/criterion/K1`);
    await page.locator('#K1-01').waitFor();
  }
  const chosen = (id: string) =>
    page
      .locator(`#${id} .opt`)
      .filter({ has: page.locator(':checked') })
      .innerText();

  it('[ST3] restores everything from the second copy when the database is gone, and says so', async () => {
    await start();
    await answerIndicator(page, 'K1-01', 'yes-partial-no', 'partial');
    await answerIndicator(page, 'K1-02', 'yes-partial-no', 'no');
    await untilSaved(page);
    await device.close();
    rmSync(join(profile, 'Default', 'IndexedDB'), { recursive: true });
    await start();
    await page.getByText('Браузер стёр данные, всё восстановлено: 2').waitFor();
    expect([await chosen('K1-01'), await chosen('K1-02')]).toEqual(['Частично', 'Нет']);
  });

  it('[ST4] writes everything again when the database is wiped under the open page', async () => {
    await start();
    await answerIndicator(page, 'K1-01', 'yes-partial-no', 'yes');
    await untilSaved(page);
    const session = await device.newCDPSession(page);
    await session.send('Storage.clearDataForOrigin', { origin: server.address, storageTypes: 'indexeddb' });
    await answerIndicator(page, 'K1-02', 'yes-partial-no', 'yes');
    await untilSaved(page);
    await killDevice(profile);
    await start();
    expect([await chosen('K1-01'), await chosen('K1-02')]).toEqual(['Да', 'Да']);
  });

  it('[ST6] works without the second copy and does not claim it', async () => {
    await start((context) =>
      context.addInitScript(() =>
        Object.defineProperty(StorageManager.prototype, 'getDirectory', { value: undefined }),
      ),
    );
    await answerIndicator(page, 'K1-01', 'yes-partial-no', 'yes');
    await expect.poll(() => page.locator('.state').innerText()).toContain('вторая копия недоступна');
    await device.close();
    await start();
    expect(await chosen('K1-01')).toBe('Да');
  });

  it('[ST6] keeps an answer that could not be written on screen, says so, and writes it when asked again', async () => {
    await start((context) =>
      context.addInitScript(() => {
        const real = IDBDatabase.prototype.transaction;
        IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof real>) {
          if ((globalThis as { broken?: boolean }).broken && args[1] === 'readwrite')
            throw new DOMException('full', 'QuotaExceededError');
          return real.apply(this, args);
        } as typeof real;
      }),
    );
    await page.evaluate(() => Object.assign(globalThis, { broken: true }));
    await answerIndicator(page, 'K1-01', 'yes-partial-no', 'no');
    await page.getByText('Этот ответ не записан: на диске нет места').waitFor();
    expect(await page.locator('.state b').textContent()).toContain('Не сохранено: 1');
    expect(await chosen('K1-01')).toBe('Нет');
    await page.evaluate(() => Object.assign(globalThis, { broken: false }));
    await page.locator('#K1-01').getByRole('button', { name: 'Записать ещё раз' }).click();
    await untilSaved(page);
    expect(await page.getByText('Этот ответ не записан').count()).toBe(0);
  });

  it('[RV6] shows two tabs’ different answers both, counts the lower, and one choice settles it', async () => {
    await start();
    const other = await device.newPage();
    await other.goto(`${server.address}/criterion/K1`);
    await other.locator('[id="K1-04-f"]').focus();
    await page.locator('[id="K1-04-f"]').focus();
    await Promise.all([page.locator('[id="K1-04-f"]').fill('12'), other.locator('[id="K1-04-f"]').fill('14')]);
    for (const tab of [page, other]) await tab.getByText('Два разных ответа. Сохранены оба').waitFor();
    await page.getByRole('button', { name: 'Верный ответ: 14' }).click();
    await expect.poll(() => other.locator('[id="K1-04-f"]').inputValue()).toBe('14');
    expect(await other.getByText('Два разных ответа').count()).toBe(0);
  });

  it('[CF1] [CF2] carries the work to an empty device in a file, and refuses a damaged one whole', async () => {
    await start();
    await answerIndicator(page, 'K1-01', 'yes-partial-no', 'partial');
    await untilSaved(page);
    await page.goto(`${server.address}/safety`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Сохранить копию в файл' }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
    const copy = Buffer.concat(chunks);
    await device.close();
    profile = aProfile();
    await start();
    await page.goto(`${server.address}/safety`);
    const give = (buffer: Buffer) =>
      page.locator('input[type=file]').setInputFiles({ name: 'copy.gotovo.gz', mimeType: 'application/gzip', buffer });
    await give(copy.subarray(0, copy.length - 20));
    await page.getByText('Файл повреждён, из него ничего не взято').waitFor();
    await give(Buffer.from('PK не копия'));
    await page.getByText('Это не файл с копией').waitFor();
    await give(copy);
    await page.getByText('Взято из файла: 1').waitFor();
    await page.goto(`${server.address}/criterion/K1`);
    await page.locator('#K1-01').waitFor();
    expect(await chosen('K1-01')).toBe('Частично');
  });

  it('[TB7] never writes an exam with a subject of another exam', async () => {
    await start();
    await page.goto(`${server.address}/tables`);
    await page.getByLabel('Экзамен', { exact: true }).selectOption('ЕГЭ');
    await page.getByLabel('Предмет').selectOption({ label: 'Математика базовая' });
    await page.getByLabel('Экзамен', { exact: true }).selectOption('ОГЭ');
    await page.getByLabel('Даты, можно несколько').fill('6.06');
    await page.getByRole('button', { name: /^Добавить \d+ дат/ }).click();
    await page.locator('#GIA tbody tr').waitFor();
    const shown = await page.getByLabel('Предмет').locator('option:checked').textContent();
    expect(await page.locator('#GIA tbody tr').textContent()).toContain(`ОГЭ${shown}`);
    expect(await page.locator('#GIA tbody tr').textContent()).not.toContain('базовая');
  });
});
