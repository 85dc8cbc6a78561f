import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchDevice, type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { aProfile, untilInstalled } from '../support/device.ts';
import { answerIndicator, open } from '../support/fill.ts';
import { aTreeFile } from '../support/tree-file.ts';

const stick = mkdtempSync(join(tmpdir(), 'gotovo-stick-'));
const header = (page: Page) => page.locator('.state').innerText();
const offline = (page: Page, is: boolean) => page.context().setOffline(is);
const online = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')));

describe('a file on a stick', () => {
  const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
  let server: RunningServer;
  const devices: BrowserContext[] = [];

  beforeAll(async () => {
    gotovo(data, 'places', 'import', aTreeFile());
    server = await startServer(0, data);
  });
  afterEach(async () => {
    for (const device of devices.splice(0)) await device.close();
  });
  afterAll(() => server.stop());

  async function aDevice(): Promise<Page> {
    const device = await launchDevice(aProfile());
    devices.push(device);
    const page = device.pages()[0] ?? (await device.newPage());
    await page.goto(server.address);
    await page.locator('main h1').waitFor();
    await untilInstalled(page);
    return page;
  }
  const issue = (place: string, role = 'school') =>
    gotovo(data, 'codes', 'issue', '--place', place, '--role', role, '--json').code as string;
  const answer = async (page: Page, id: string, value: string) => {
    await open(page, '/criterion/K1');
    await answerIndicator(page, id, 'yes-partial-no', value);
  };
  /** Clicks and takes what the browser saves to the stick. */
  async function saved(page: Page, button: string): Promise<string> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: button }).first().click(),
    ]);
    const file = join(mkdtempSync(join(stick, 'f-')), download.suggestedFilename());
    await download.saveAs(file);
    return file;
  }
  async function saveForTransfer(page: Page, code?: string): Promise<string> {
    await open(page, '/sending');
    if (code) await page.getByLabel('Код школы для файла').fill(code);
    return saved(page, 'Сохранить для передачи');
  }
  const openReceipt = (page: Page, file: string) => page.getByLabel('Открыть квитанцию').setInputFiles(file);

  it('[EV15] with a code enrols a device that has no network, and its receipt tells what was delivered', {
    timeout: 180_000,
  }, async () => {
    const page = await aDevice();
    await offline(page, true);
    await answer(page, 'K1-01', 'partial');
    const code = issue('s10');
    const file = await saveForTransfer(page, code);
    await page.getByText('Код в файле').waitFor();
    await shot(page, 'school-saved');
    const receipt = join(stick, 'gotovo-kvitancia.gotovo.gz');
    gotovo(data, 'envelope', 'import', file, '--receipt', receipt, '--json');
    await openReceipt(page, receipt);
    await page.getByText('Код сработал, это устройство теперь принадлежит школе').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Всё передано файлом' }).waitFor();
    expect(await header(page)).toContain('передано файлом: 1\u00a0запись');
    await shot(page, 'school-receipt');
    await page.reload();
    await expect.poll(() => header(page), { timeout: 20_000 }).toContain('передано файлом: 1\u00a0запись');
    await offline(page, false);
    await online(page);
    await expect.poll(() => header(page), { timeout: 30_000 }).toContain('Сохранено и подтверждено сервером');
  });

  it('[EV2] [EV3] [EV11] has its receipt refused in words when it is cut, altered, newer, too large, or of another device', {
    timeout: 180_000,
  }, async () => {
    const [page, other] = [await aDevice(), await aDevice()];
    await answer(page, 'K1-01', 'partial');
    await answer(other, 'K1-01', 'no');
    const receipt = join(mkdtempSync(join(stick, 'r-')), 'gotovo-kvitancia.gotovo.gz');
    gotovo(data, 'envelope', 'import', await saveForTransfer(page, issue('s10')), '--receipt', receipt, '--json');
    const bytes = readFileSync(receipt);
    const text = gunzipSync(bytes).toString();
    const broken = (name: string, content: Uint8Array) => {
      const file = join(stick, name);
      writeFileSync(file, content);
      return file;
    };
    const bad: [string, string][] = [
      [broken('cut.gz', bytes.subarray(0, bytes.length - 20)), 'Квитанция повреждена'],
      [broken('altered.gz', gzipSync(text.replace('"known":0', '"known":9'))), 'Квитанция повреждена'],
      [broken('newer.gz', gzipSync(text.replace('receipt/1', 'receipt/2'))), 'более новой программой'],
      [broken('huge.gz', gzipSync(Buffer.alloc(80 * 1024 * 1024))), 'Файл слишком велик'],
      [broken('photo.gz', Buffer.from('JFIF')), 'Это не квитанция'],
    ];
    for (const [file, words] of bad) {
      await openReceipt(page, file);
      await page.getByText(words).waitFor();
    }
    await shot(page, 'school-refused');
    await open(other, '/sending');
    await saveForTransfer(other);
    await openReceipt(other, receipt);
    await other.getByText('Это квитанция другого устройства').waitFor();
    expect(await header(other)).toContain('код школы ещё не введён');
  });
});

/** For looking at: SHOTS names a folder. */
async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (!folder) return;
  if (!existsSync(folder)) mkdirSync(folder);
  for (const width of [1366, 360]) {
    await page.setViewportSize({ width, height: 768 });
    await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 1366, height: 768 });
}
