import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { codeOf, EnrolledDevices, enterCode } from '../support/enrolled-devices.ts';
import { answerIndicator, open } from '../support/fill.ts';
import { looksRight } from '../support/looks-right.ts';
import { savedFile } from '../support/saved-file.ts';
import { aTreeFile } from '../support/tree-file.ts';
import { confirmed, hear, setOffline } from '../support/turns.ts';

const stick = mkdtempSync(join(tmpdir(), 'gotovo-stick-'));
const header = (page: Page) => page.locator('.state').innerText();

describe('a file on a stick', () => {
  const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
  let server: RunningServer;
  let isServed = true;
  const devices = new EnrolledDevices({ data, address: () => server.address });

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
    await devices.close();
  });
  afterAll(() => server.stop());

  const answer = async (page: Page, id: string, value: string) => {
    await open(page, '/criterion/K1');
    await answerIndicator(page, id, 'yes-partial-no', value);
  };
  const saved = (page: Page, button: string) => savedFile(page.getByRole('button', { name: button }).first());
  async function saveForTransfer(page: Page, code?: string): Promise<string> {
    await open(page, '/sending');
    if (code) await page.getByLabel('Код школы для файла').fill(code);
    return saved(page, 'Сохранить для передачи');
  }
  async function enter(page: Page, code: string, name: string): Promise<void> {
    await open(page, '/sending');
    await enterCode(page, code, name);
  }
  /** An officer's device that has been on the network once, and knows its schools. */
  async function anOfficer(): Promise<Page> {
    const page = await devices.fresh('/');
    const told = page.waitForResponse('**/places');
    await enter(page, codeOf(data, 'm', 'officer'), 'ПК отдела');
    await (await told).finished();
    return page;
  }
  /** No network at all: the server is gone too. */
  async function cutOff(...pages: readonly Page[]): Promise<void> {
    await server.stop();
    isServed = false;
    for (const page of pages) await setOffline(page, true);
  }
  async function reconnect(...pages: readonly Page[]): Promise<void> {
    server = await startServer(Number(new URL(server.address).port), data);
    isServed = true;
    for (const page of pages) await setOffline(page, false);
    for (const page of pages) await hear(page);
  }
  const comeOnline = async (page: Page) => {
    await setOffline(page, false);
    await hear(page);
  };
  async function choose(officer: Page, file: string) {
    await open(officer, '/school-files');
    await officer.getByLabel('Выбрать файлы').setInputFiles(file);
    const card = officer.getByRole('region', { name: basename(file) }).first();
    await card.waitFor();
    return card;
  }
  const answersOf = (place: string) =>
    JSON.stringify(gotovo(data, 'answers', 'export', '--place', place, '--campaign', '2026-27'));
  const openReceipt = (page: Page, file: string) => page.getByLabel('Открыть квитанцию').setInputFiles(file);

  it('[EV15] with a code enrols a device that has no network, and its receipt tells what was delivered', {
    timeout: 180_000,
  }, async () => {
    const page = await devices.fresh('/');
    await setOffline(page, true);
    await answer(page, 'K1-01', 'partial');
    const code = codeOf(data, 's10');
    const file = await saveForTransfer(page, code);
    await page.getByText('Код в файле').waitFor();
    await looksRight(page, 'school-saved');
    const receipt = join(stick, 'gotovo-kvitancia.gotovo.gz');
    gotovo(data, 'envelope', 'import', file, '--receipt', receipt, '--json');
    await openReceipt(page, receipt);
    await page.getByText('Код сработал, это устройство теперь принадлежит школе').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Всё передано файлом' }).waitFor();
    expect(await header(page)).toContain('передано файлом: 1\u00a0запись');
    await looksRight(page, 'school-receipt');
    await page.reload();
    await expect.poll(() => header(page), { timeout: 20_000 }).toContain('передано файлом: 1\u00a0запись');
    await setOffline(page, false);
    await hear(page);
    await confirmed(page);
  });

  it('[EV17] of a school with a code is taken by an officer, answered, and confirmed later, all without a network', {
    timeout: 180_000,
  }, async () => {
    const [school, officer] = [await devices.fresh('/'), await anOfficer()];
    await enter(school, codeOf(data, 's10'), 'ПК в учительской');
    await school.getByRole('heading', { level: 1, name: /Всё отправлено|Отправлять пока нечего/ }).waitFor();
    const told = officer.waitForResponse('**/places');
    await open(officer, '/school-files');
    await (await told).finished();
    await cutOff(school, officer);
    await answer(school, 'K1-02', 'no');
    const file = await saveForTransfer(school);
    const card = await choose(officer, file);
    await card.getByText('верна, устройство этой школы').waitFor();
    await looksRight(officer, 'officer-read');
    await card.getByRole('button', { name: 'Взять' }).click();
    await card.getByText(/Новых записей [1-9]/).waitFor();
    await card.getByText('Сети нет: записи сохранены на этом устройстве').waitFor();
    const receipt = await saved(officer, 'Сохранить квитанцию');
    await looksRight(officer, 'officer-taken');
    await card.getByRole('button', { name: 'Взять ещё раз' }).click();
    await card.getByText('Новых записей 0').waitFor();
    expect(await header(officer)).toContain('не отправлено');

    await openReceipt(school, receipt);
    await school.getByText('устройство управления образования «ПК отдела»').waitFor();
    await school.getByRole('heading', { level: 1, name: 'Всё передано файлом' }).waitFor();
    expect(await header(school)).toContain('передано файлом: 1\u00a0запись');
    await looksRight(school, 'school-officer-receipt');

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
    const [school, officer] = [await devices.fresh('/'), await anOfficer()];
    await setOffline(school, true);
    await answer(school, 'K1-03', 'partial');
    const file = await saveForTransfer(school, codeOf(data, 's12'));
    const card = await choose(officer, file);
    await looksRight(officer, 'officer-code');
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
    const [school, officer] = [await devices.fresh('/'), await anOfficer()];
    await cutOff(school, officer);
    await answer(school, 'K1-02', 'no');
    const card = await choose(officer, await saveForTransfer(school));
    await card.getByText('это устройство здесь ещё не известно').waitFor();
    await card.getByRole('button', { name: 'Взять' }).click();
    await card.getByText('Назовите школу').waitFor();
    await looksRight(officer, 'officer-name');
    const [first] = await card.getByLabel('Чей это файл').locator('option').allInnerTexts();
    expect(first).toBe('Не выбрано');
    await card.getByLabel('Чей это файл').selectOption('s11');
    await card.getByRole('button', { name: 'Взять' }).click();
    await card.getByText('Сам файл тоже сохранён здесь и ждёт сети').waitFor();
    await looksRight(officer, 'officer-named');
    await openReceipt(school, await saved(officer, 'Сохранить квитанцию'));
    await school.getByText('Код школы на этом устройстве по-прежнему не введён').waitFor();
    expect(await header(school)).toContain('передано файлом: 1\u00a0запись');
    await officer.reload();
    await officer.getByText('ждёт сети', { exact: true }).waitFor();

    await reconnect(officer);
    await officer.getByText('сервер принял, квитанция готова').waitFor();
    await looksRight(officer, 'officer-ready');
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
    const [school, officer] = [await devices.fresh('/'), await anOfficer()];
    await answer(school, 'K1-02', 'no');
    const file = await saveForTransfer(school, codeOf(data, 's20'));
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
    await looksRight(officer, 'officer-refused');
    const card = await choose(officer, file);
    await card.getByRole('button', { name: 'Взять' }).click();
    await card.getByText('Это школа не вашей территории').waitFor();
    await looksRight(officer, 'officer-foreign');
  });

  it('[EV2] [EV3] [EV11] has its receipt refused in words when it is cut, altered, newer, too large, or of another device', {
    timeout: 180_000,
  }, async () => {
    const [page, other] = [await devices.fresh('/'), await devices.fresh('/')];
    await answer(page, 'K1-01', 'partial');
    await answer(other, 'K1-01', 'no');
    const receipt = join(mkdtempSync(join(stick, 'r-')), 'gotovo-kvitancia.gotovo.gz');
    gotovo(
      data,
      'envelope',
      'import',
      await saveForTransfer(page, codeOf(data, 's10')),
      '--receipt',
      receipt,
      '--json',
    );
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
    await looksRight(page, 'school-refused');
    await open(other, '/sending');
    await saveForTransfer(other);
    await openReceipt(other, receipt);
    await other.getByText('Это квитанция другого устройства').waitFor();
    expect(await header(other)).toContain('код школы ещё не введён');
  });
});
