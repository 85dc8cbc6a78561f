import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { shortHash } from '../../src/core/submission/snapshot.ts';
import { hashOfValue } from '../../src/reports/versions/version.ts';
import { sha256 } from '../fixtures/a-revision.ts';
import { gotovo, type Serving, serve } from '../support/command-line.ts';
import { EnrolledDevices } from '../support/enrolled-devices.ts';
import { open } from '../support/fill.ts';
import { complaintsAbout } from '../support/looks-right.ts';
import { fileOf, openPackage } from '../support/read-package.ts';
import { savedFile } from '../support/saved-file.ts';

const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const patience = { timeout: 30_000 };
let page: Page;
let server: Serving;
const devices = new EnrolledDevices({ data, address: () => server.address });

beforeAll(async () => {
  server = await serve(['--data', data, '--port', '0', '--demo']);
  page = await devices.enrolled('tihovodsk', 'officer', 'ПК отдела');
  await page.getByRole('link', { name: 'Справка' }).waitFor(patience);
  await open(page, '/report');
  await page.getByText('Сведения 4 из 6 школ').waitFor(patience);
}, 120_000);
afterAll(async () => {
  await devices.close();
  await server.stop('SIGKILL');
});

/** The sentence of an indicator, as a row of the editor. */
const phrase = (id: string) => page.locator(`[id="s-${id}"]`);
const areaOf = (id: string) => phrase(id).locator('textarea');

const savedBy = (name: string) => savedFile(page.getByRole('button', { name }));
const saved = async (name: string) => openPackage(readFileSync(await savedBy(name)));

it('[RE1] [RE3] [RE4] [RE5] keeps an edited sentence, stops the final print when its figure moves, and freezes what was decided', async () => {
  expect(await areaOf('K3-03').inputValue()).toContain('(3 из 4)');
  await areaOf('K3-03').fill('Согласия соберут на августовских собраниях.');
  await areaOf('K3-03').blur();
  await phrase('K3-03').getByText('изменено вами').waitFor(patience);

  await page.goto(`${server.address}/schools/gimnaziya#K3-03`);
  await page.getByRole('button', { name: 'Иначе: К3-03' }).click(patience);
  const form = page.getByRole('form', { name: /К3-03/ });
  await form.getByRole('textbox').first().fill('10');
  await form.getByRole('textbox').last().fill('на сайте 10');
  await form.getByRole('button', { name: 'Записать' }).click();
  await form.waitFor({ state: 'detached', ...patience });

  await open(page, '/report');
  await page.getByText('Проверьте: 1 предложение').waitFor(patience);
  await phrase('K3-03').getByText('Цифра изменилась: было 3 из 4, стало 4 из 4').waitFor();
  expect(await areaOf('K3-03').inputValue()).toBe('Согласия соберут на августовских собраниях.');
  await page.getByRole('button', { name: 'Напечатать черновик' }).waitFor();
  expect(await page.getByRole('button', { name: 'Зафиксировать версию' }).getAttribute('aria-disabled')).toBe('true');
  expect(await complaintsAbout(page)).toEqual([]);

  await phrase('K3-03').getByRole('button', { name: 'Оставить мой' }).click();
  await page.getByRole('button', { name: 'Напечатать', exact: true }).waitFor(patience);
  await page.getByRole('button', { name: 'Зафиксировать версию' }).click();
  await page.getByText('Версия 1 зафиксирована').waitFor(patience);
}, 120_000);

it('[RE5] [MR15] gives the same document at the command line, to the last character', async () => {
  const [, campaign = ''] = /spravka-(.+)\.docx$/.exec(await savedBy('Сохранить docx')) ?? [];
  await page.locator('.state', { hasText: 'всё доставлено' }).waitFor(patience);
  const out = join(data, 'report.json');
  const asked = ['--place', 'tihovodsk', '--campaign', campaign, '--format', 'json', '--out', out];
  gotovo(data, 'report', 'municipal-report', ...asked);
  const hash = shortHash(hashOfValue(JSON.parse(readFileSync(out, 'utf8')), sha256));
  expect(await page.getByText('отпечаток').first().innerText()).toContain(hash);
}, 90_000);

it('[RE2] refuses a deadline before the report date in words, and takes a later one', async () => {
  const field = page.getByLabel('Срок по локальным актам');
  await field.fill('31.08.2020');
  await field.blur();
  await page.getByText('31.08.2020 раньше даты справки').waitFor(patience);
  await page.getByText('Проверьте: 1 срок').waitFor();
  await field.fill('');
  await field.blur();
  await page.getByRole('button', { name: 'Напечатать', exact: true }).waitFor(patience);
}, 60_000);

it('[RE5] saves docx and xlsx and opens the frozen version as it was while the server is down', async () => {
  await server.stop('SIGKILL');
  await page.reload();
  await page.getByText('Сведения 4 из 6 школ').waitFor(patience);
  const words = await saved('Сохранить docx');
  expect(words.get('word/document.xml')).toContain('Согласия соберут на августовских собраниях.');
  const tables = await saved('Таблицы в xlsx');
  expect([...tables.keys()]).toContain('xl/workbook.xml');

  await areaOf('K3-03').fill('Согласия собраны.');
  await areaOf('K3-03').blur();
  await phrase('K3-03').getByText('изменено вами').waitFor(patience);
  await page.getByRole('button', { name: 'Открыть Версия 1' }).click();
  await page.getByText('отпечаток совпал').waitFor(patience);
  expect(await page.locator('.sheet').first().innerText()).toContain('Согласия соберут на августовских собраниях.');
  await page.getByText('Что изменилось с тех пор: 1').waitFor();
  expect(await complaintsAbout(page)).toEqual([]);
}, 120_000);

it('[RE9] prints and writes under the municipality’s own letterhead, in its font, with its signatures', async () => {
  await open(page, '/report/paper');
  expect(await complaintsAbout(page)).toEqual([]);
  await page.getByLabel('Шрифт', { exact: true }).selectOption('Arial');
  await page.getByLabel('Поле слева, мм').fill('300');
  await page.getByText('Нужно число от 5 до 40').waitFor(patience);
  await page.getByLabel('Поле слева, мм').fill('30');
  await page.getByLabel('Строки бланка').fill('Управление образования Тиховодского округа');
  await page.getByLabel('Кто подписывает').fill('Начальник управления, Е. В. Лапина\nИсполнитель, О. П. Зимина');
  await page.locator('input[type=file]').setInputFiles('public/icon-192.png');
  await page.getByRole('img', { name: 'Картинка бланка' }).waitFor(patience);
  await open(page, '/report');
  const files = await saved('Сохранить docx');
  const body = fileOf(files, 'word/document.xml');
  expect(body).toContain('Управление образования Тиховодского округа');
  expect(body).toMatch(/Е. В. Лапина[\s\S]*О. П. Зимина/);
  expect(fileOf(files, 'word/styles.xml')).toContain('Arial');
  expect([...files.keys()].filter((path) => path.startsWith('word/media/')).length).toBeGreaterThan(1);
  await page.getByRole('button', { name: 'Открыть Версия 1' }).click();
  await page.getByText('отпечаток совпал').waitFor(patience);
  expect(await page.locator('.desk').innerText()).not.toContain('Лапина');
  await page.getByRole('button', { name: 'К черновику' }).click();
}, 90_000);

it('[AY1] [AY2] [AY5] shows the picture without a network, narrowed to the schools of a level, on a phone too', async () => {
  await open(page, '/picture');
  await page.getByRole('heading', { name: 'Готовы 2 из 4 сдавших. Не готова 1' }).waitFor(patience);
  await page.getByLabel('Вывод', { exact: true }).selectOption('notReady');
  await page.getByText('Показано 1 из 6').waitFor();
  expect(await page.locator('.heat tbody th').allInnerTexts()).toEqual([
    'Клюквоборская СОШ',
    'В среднем, 1\u00a0школа',
  ]);
  expect(await complaintsAbout(page)).toEqual([]);
  for (const path of ['/picture', '/report']) {
    await page.setViewportSize({ width: 360, height: 740 });
    await open(page, path);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect.poll(overflow).toBeLessThanOrEqual(0);
  }
}, 60_000);
