import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readXlsxSheets } from '../../src/documents/read-xlsx.ts';
import { launchDevice, type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { aProfile, untilInstalled } from '../support/device.ts';
import { open } from '../support/fill.ts';
import { aTreeFile } from '../support/tree-file.ts';

const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const files = mkdtempSync(join(tmpdir(), 'gotovo-lists-'));
let server: RunningServer;
let device: BrowserContext | undefined;

const messy = [
  'Школы, подключённые к системе',
  '№;Наименование ОО;Адрес;Район',
  '1;МБОУ «Ясноборская СОШ»;с. Ясный Бор, ул. Новая, 9;Тиховодский округ',
  '2;ясноборская сош;;',
  '3;Речная школа;;Тиховодский округ',
  '4;Гимназия «Квант»;;',
  '5;;ул. Пустая, 1;',
  'Итого;4;;',
];

beforeAll(async () => {
  gotovo(data, 'places', 'import', aTreeFile(['s12,school,m,Речная средняя школа,Речная СОШ,']));
  server = await startServer(0, data);
}, 120_000);
afterAll(async () => {
  await device?.close();
  await server.stop();
});

it('[RC2] [RC3] [RC4] [RC7] takes a messy list, keeps what was decided over a reload, and saves the differences', {
  timeout: 240_000,
}, async () => {
  device = await launchDevice(aProfile());
  device.setDefaultTimeout(60_000);
  const page = device.pages()[0] ?? (await device.newPage());
  await page.goto(`${server.address}/sending`);
  await untilInstalled(page);
  const { code } = gotovo(data, 'codes', 'issue', '--place', 'r', '--role', 'officer', '--json');
  await page.getByLabel('20 цифр с листа').fill(String(code));
  await page.getByRole('button', { name: 'Открыть школу' }).click();
  await page.getByRole('link', { name: 'Обмен' }).waitFor();
  await open(page, '/lists');

  const file = join(files, 'Список поставщика.csv');
  writeFileSync(file, messy.join('\n'));
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByText('Прочитано: 4 строки. Без названия: 7').waitFor();
  await page.getByText('не школы: 8.').waitFor();
  await page.getByLabel('На какую дату').fill('01.12.2016');
  await page.getByRole('button', { name: 'Взять список' }).press('Enter');
  await page.getByText('Список «Список поставщика» сохранён').waitFor();

  const doubt = page.locator('form', { hasText: 'Строка 5: Речная школа' });
  await doubt.locator('select').selectOption({ label: 'Речная СОШ' });
  await doubt.getByRole('button', { name: 'Решить' }).press('Enter');
  await page.getByText('Строка 5: Речная школа — Речная СОШ').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.closest('form')?.textContent)).toContain('Квант');
  await page.reload();
  await page.getByText('Строка 5: Речная школа — Речная СОШ').waitFor();
  await page.getByRole('cell', { name: '2 из 3' }).first().waitFor();
  await page.getByText('В списке дважды: 1').waitFor();
  await page.getByText('Есть в сети, нет в списке: 1').waitFor();

  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  for (const width of [360, 1366]) {
    await page.setViewportSize({ width, height: 768 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    const folder = process.env.PICTURES;
    if (folder) await page.screenshot({ path: join(folder, `lists-${width}.png`), fullPage: true });
  }

  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Таблицы в xlsx' }).press('Enter'),
  ]);
  const out = join(process.env.PICTURES ?? files, 'differences.xlsx');
  await saved.saveAs(out);
  const sheets = await readXlsxSheets(readFileSync(out), 100);
  const cells = (sheets ?? []).flatMap(({ rows }) => rows.flat()).map((text) => text.replaceAll('\u00a0', ' '));
  for (const text of ['2 из 3', 'В списке дважды', 'Гимназия «Квант»', 'уже в строке 3', 'Речная ООШ'])
    expect(cells).toContain(text);

  await page.evaluate(() => {
    globalThis.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await page.getByRole('button', { name: 'Напечатать' }).press('Enter');
  await page.locator('body[data-printed]').waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.locator('.onlyprint').getByText('уже в строке 3').waitFor();
  await page.emulateMedia({ media: 'screen' });

  await page.getByRole('button', { name: 'Убрать список «Список поставщика»' }).press('Enter');
  await page.getByText('решения по нему остались').waitFor();
  await page.getByRole('button', { name: 'Вернуть' }).press('Enter');
  await page.getByText('Строка 5: Речная школа — Речная СОШ').waitFor();

  // the second line of a school by decision can be taken back
  const stranger = page.locator('form', { hasText: 'Строка 6: Гимназия «Квант»' });
  await stranger.getByLabel('Какая это школа').selectOption({ label: 'Другая школа…' });
  await stranger.getByLabel('Другая школа сети').selectOption({ label: 'Речная СОШ' });
  await stranger.getByRole('button', { name: 'Решить' }).press('Enter');
  await page.getByText('Строка 6: Гимназия «Квант» — Речная СОШ').waitFor();
  await page.getByText('В списке дважды: 2').waitFor();
  await page.getByRole('button', { name: 'Решить строку 6 заново' }).press('Enter');
  await page.getByText('В списке дважды: 1').waitFor();
  await stranger.waitFor();
});
