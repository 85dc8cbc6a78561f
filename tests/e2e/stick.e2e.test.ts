import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import AxeBuilder from '@axe-core/playwright';
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
  let isServed = true;
  const devices: BrowserContext[] = [];

  beforeAll(async () => {
    const others = [
      's12,school,m,Лесная школа,Лесная СОШ,',
      'n,municipality,r,Соседний округ,Сосед,',
      's20,school,n,Дальняя школа,Дальняя СОШ,',
    ];
    gotovo(data, 'places', 'import', aTreeFile(others));
    server = await startServer(0, data);
  });
  afterEach(async () => {
    if (!isServed) await reconnect();
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
  async function enter(page: Page, code: string, name: string): Promise<void> {
    await open(page, '/sending');
    await page.getByLabel('20 цифр с листа').fill(code);
    await page.getByLabel('Как называть это устройство').fill(name);
    await page.getByRole('button', { name: 'Открыть школу' }).click();
  }
  /** An officer's device that has been on the network once, and knows its schools. */
  async function anOfficer(): Promise<Page> {
    const page = await aDevice();
    const told = page.waitForResponse('**/places');
    await enter(page, issue('m', 'officer'), 'ПК отдела');
    await (await told).finished();
    return page;
  }
  /** No network at all: the server is gone too. */
  async function cutOff(...pages: readonly Page[]): Promise<void> {
    await server.stop();
    isServed = false;
    for (const page of pages) await offline(page, true);
  }
  async function reconnect(...pages: readonly Page[]): Promise<void> {
    server = await startServer(Number(new URL(server.address).port), data);
    isServed = true;
    for (const page of pages) await offline(page, false);
    for (const page of pages) await online(page);
  }
  const comeOnline = async (page: Page) => {
    await offline(page, false);
    await online(page);
  };
  async function choose(officer: Page, file: string) {
    await open(officer, '/school-files');
    await officer.getByLabel('Выбрать файлы').setInputFiles(file);
    const card = officer.getByRole('region', { name: basename(file) }).first();
    await card.waitFor();
    return card;
  }
  const confirmed = (page: Page) =>
    expect.poll(() => header(page), { timeout: 30_000 }).toContain('Сохранено и подтверждено сервером');
  const answersOf = (place: string) =>
    JSON.stringify(gotovo(data, 'answers', 'export', '--place', place, '--campaign', '2026-27'));
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
    await look(page, 'school-saved');
    const receipt = join(stick, 'gotovo-kvitancia.gotovo.gz');
    gotovo(data, 'envelope', 'import', file, '--receipt', receipt, '--json');
    await openReceipt(page, receipt);
    await page.getByText('Код сработал, это устройство теперь принадлежит школе').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Всё передано файлом' }).waitFor();
    expect(await header(page)).toContain('передано файлом: 1\u00a0запись');
    await look(page, 'school-receipt');
    await page.reload();
    await expect.poll(() => header(page), { timeout: 20_000 }).toContain('передано файлом: 1\u00a0запись');
    await offline(page, false);
    await online(page);
    await expect.poll(() => header(page), { timeout: 30_000 }).toContain('Сохранено и подтверждено сервером');
  });

  it('[EV17] of a school with a code is taken by an officer, answered, and confirmed later, all without a network', {
    timeout: 180_000,
  }, async () => {
    const [school, officer] = [await aDevice(), await anOfficer()];
    await enter(school, issue('s10'), 'ПК в учительской');
    await school.getByRole('heading', { level: 1, name: /Всё отправлено|Отправлять пока нечего/ }).waitFor();
    const told = officer.waitForResponse('**/places');
    await open(officer, '/school-files');
    await (await told).finished();
    await cutOff(school, officer);
    await answer(school, 'K1-02', 'no');
    const file = await saveForTransfer(school);
    const card = await choose(officer, file);
    await card.getByText('верна, устройство этой школы').waitFor();
    await look(officer, 'officer-read');
    await card.getByRole('button', { name: 'Взять' }).click();
    await card.getByText(/Новых записей [1-9]/).waitFor();
    await card.getByText('Сети нет: записи сохранены на этом устройстве').waitFor();
    const receipt = await saved(officer, 'Сохранить квитанцию');
    await look(officer, 'officer-taken');
    await card.getByRole('button', { name: 'Взять ещё раз' }).click();
    await card.getByText('Новых записей 0').waitFor();
    expect(await header(officer)).toContain('не отправлено');

    await openReceipt(school, receipt);
    await school.getByText('устройство управления образования «ПК отдела»').waitFor();
    await school.getByRole('heading', { level: 1, name: 'Всё передано файлом' }).waitFor();
    expect(await header(school)).toContain('передано файлом: 1\u00a0запись');
    await look(school, 'school-officer-receipt');

    await reconnect(officer);
    await confirmed(officer);
    expect(answersOf('s10')).toContain('"K1-02":"no"');
    expect(await header(school)).toContain('передано файлом');
    await comeOnline(school);
    await confirmed(school);
  });

  it('[EV16] with a code is handed to the endpoint by the officer, whose receipt enrols the device', {
    timeout: 180_000,
  }, async () => {
    const [school, officer] = [await aDevice(), await anOfficer()];
    await offline(school, true);
    await answer(school, 'K1-03', 'partial');
    const file = await saveForTransfer(school, issue('s12'));
    const card = await choose(officer, file);
    await look(officer, 'officer-code');
    await card.getByRole('button', { name: 'Взять' }).click();
    await card.getByText('Код сработал: устройство школы принято').waitFor();
    await card.getByText('Файл принял сервер управления образования').waitFor();
    await openReceipt(school, await saved(officer, 'Сохранить квитанцию'));
    await school.getByText('Код сработал, это устройство теперь принадлежит школе').waitFor();
    await confirmed(officer);
    await comeOnline(school);
    await confirmed(school);
    expect(answersOf('s12')).toContain('"K1-03":"partial"');
  });

  it('[EV17] without a code is taken once the officer names the school, is handed in with the network, and then enrols the device', {
    timeout: 180_000,
  }, async () => {
    const [school, officer] = [await aDevice(), await anOfficer()];
    await cutOff(school, officer);
    await answer(school, 'K1-02', 'no');
    const card = await choose(officer, await saveForTransfer(school));
    await card.getByText('это устройство здесь ещё не известно').waitFor();
    await card.getByRole('button', { name: 'Взять' }).click();
    await card.getByText('Назовите школу').waitFor();
    await look(officer, 'officer-name');
    const [first] = await card.getByLabel('Чей это файл').locator('option').allInnerTexts();
    expect(first).toBe('Не выбрано');
    await card.getByLabel('Чей это файл').selectOption('s11');
    await card.getByRole('button', { name: 'Взять' }).click();
    await card.getByText('Сам файл тоже сохранён здесь и ждёт сети').waitFor();
    await look(officer, 'officer-named');
    await openReceipt(school, await saved(officer, 'Сохранить квитанцию'));
    await school.getByText('Код школы на этом устройстве по-прежнему не введён').waitFor();
    expect(await header(school)).toContain('передано файлом: 1\u00a0запись');
    await officer.reload();
    await officer.getByText('ждёт сети', { exact: true }).waitFor();

    await reconnect(officer);
    await officer.getByText('сервер принял, квитанция готова').waitFor();
    await look(officer, 'officer-ready');
    await openReceipt(school, await saved(officer, 'Сохранить квитанцию'));
    await school.getByText('Код сработал, это устройство теперь принадлежит школе').waitFor();
    await confirmed(officer);
    await comeOnline(school);
    await confirmed(school);
    expect(answersOf('s11')).toContain('"K1-02":"no"');
  });

  it('[EV2] [EV3] [EV16] is refused whole and in words by the officer’s device when it is cut, altered, newer, too large or foreign', {
    timeout: 180_000,
  }, async () => {
    const [school, officer] = [await aDevice(), await anOfficer()];
    await answer(school, 'K1-02', 'no');
    const file = await saveForTransfer(school, issue('s20'));
    const bytes = readFileSync(file);
    const text = gunzipSync(bytes).toString();
    const write = (name: string, content: Uint8Array) => {
      const path = join(stick, name);
      writeFileSync(path, content);
      return path;
    };
    for (const [path, words] of [
      [write('обрезан.gz', bytes.subarray(0, bytes.length - 20)), 'Файл повреждён, из него ничего не взято'],
      [write('изменён.gz', gzipSync(text.replace('"no"', '"na"'))), 'Файл повреждён, из него ничего не взято'],
      [write('новее.gz', gzipSync(text.replace('envelope/1', 'envelope/2'))), 'более новой программой'],
      [write('бомба.gz', gzipSync(Buffer.alloc(80 * 1024 * 1024))), 'Файл слишком велик'],
      [write('фото.gz', Buffer.from('JFIF')), 'Это не файл передачи'],
    ] as const)
      await (await choose(officer, path)).getByText(words).waitFor();
    await look(officer, 'officer-refused');
    const card = await choose(officer, file);
    await card.getByRole('button', { name: 'Взять' }).click();
    await card.getByText('Это школа не вашей территории').waitFor();
    await look(officer, 'officer-foreign');
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
    await look(page, 'school-refused');
    await open(other, '/sending');
    await saveForTransfer(other);
    await openReceipt(other, receipt);
    await other.getByText('Это квитанция другого устройства').waitFor();
    expect(await header(other)).toContain('код школы ещё не введён');
  });
});

/** Nothing for axe to complain about, no sideways scrolling; SHOTS names a folder for pictures of it. */
async function look(page: Page, name: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect([name, violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)]).toEqual([name, []]);
  for (const width of [1366, 360]) {
    await page.setViewportSize({ width, height: 768 });
    const extra = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect([name, width, Math.max(0, extra)]).toEqual([name, width, 0]);
    const folder = process.env.SHOTS;
    if (folder) await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: true });
  }
  await page.setViewportSize({ width: 1366, height: 768 });
}
