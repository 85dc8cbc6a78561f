import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readXlsxSheets } from '../../src/documents/read-xlsx.ts';
import { type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { EnrolledDevices } from '../support/enrolled-devices.ts';
import { open } from '../support/fill.ts';
import { looksRight } from '../support/looks-right.ts';
import { plain } from '../support/page-text.ts';
import { aTreeFile } from '../support/tree-file.ts';

const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const files = mkdtempSync(join(tmpdir(), 'gotovo-lists-'));
let server: RunningServer;
const devices = new EnrolledDevices({ data, address: () => server.address, timeout: 60_000 });

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
  await devices.close();
  await server.stop();
});

it('[RC2] [RC3] [RC4] [RC7] takes a messy list, keeps what was decided over a reload, and saves the differences', {
  timeout: 240_000,
}, async () => {
  const page = await devices.enrolled('r', 'officer');
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

  await looksRight(page, 'lists');

  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Таблицы в xlsx' }).press('Enter'),
  ]);
  const out = join(process.env.PICTURES ?? files, 'differences.xlsx');
  await saved.saveAs(out);
  const sheets = await readXlsxSheets(readFileSync(out), 100);
  const cells = (sheets ?? []).flatMap(({ rows }) => rows.flat()).map(plain);
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
  await stranger.getByRole('button', { name: 'Решить' }).press('Enter');
  await stranger.getByText('Выберите школу или').waitFor();
  await stranger.getByLabel('Другая школа сети').selectOption({ label: 'Речная СОШ' });
  await stranger.getByRole('button', { name: 'Решить' }).press('Enter');
  await page.getByText('Строка 6: Гимназия «Квант» — Речная СОШ').waitFor();
  await page.getByText('В списке дважды: 2').waitFor();
  await page.getByRole('button', { name: 'Решить строку 6 заново' }).press('Enter');
  await page.getByText('В списке дважды: 1').waitFor();
  await stranger.waitFor();

  // another line in the same row of a newer list is not decided by what was chosen for this one
  await stranger.getByLabel('Какая это школа').selectOption({ label: 'Другая школа…' });
  await stranger.getByLabel('Другая школа сети').selectOption({ label: 'Речная СОШ' });
  writeFileSync(file, messy.join('\n').replace('Гимназия «Квант»', 'Лицей «Вектор»'));
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Взять список' }).press('Enter');
  const anew = page.locator('form', { hasText: 'Строка 6: Лицей «Вектор»' });
  await anew.waitFor();
  expect(await anew.getByLabel('Какая это школа').inputValue()).toBe('none');
  expect(await anew.getByLabel('Другая школа сети').count()).toBe(0);
});
