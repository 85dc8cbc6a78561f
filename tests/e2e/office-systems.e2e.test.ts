import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { EnrolledDevices } from '../support/enrolled-devices.ts';
import { open } from '../support/fill.ts';
import { looksRight } from '../support/looks-right.ts';
import { aTreeFile } from '../support/tree-file.ts';
import { confirmed } from '../support/turns.ts';

const patience = { timeout: 60_000 };
const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const devices = new EnrolledDevices({ data, address: () => server.address, timeout: patience.timeout });
let server: RunningServer;

const sendNow = async (page: Page): Promise<void> => {
  await open(page, '/sending');
  const button = page.getByRole('button', { name: 'Отправить сейчас' });
  await button.press('Enter'); // all may have gone by itself: the way to look for what others brought stays
  await confirmed(page);
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
};

beforeAll(async () => {
  gotovo(data, 'places', 'import', aTreeFile());
  server = await startServer(0, data);
}, 120_000);
afterAll(async () => {
  await devices.close();
  await server.stop();
});

it('[SD1] [SD2] [SD3] [OF1] lets a region add and switch off systems, which a school then chooses from', {
  timeout: 300_000,
}, async () => {
  const region = await devices.enrolled('r', 'officer');
  await open(region, '/systems');
  await region.getByRole('textbox', { name: 'Томская электронная школа: Поставщик' }).fill('Разработчик из Томска');
  await region.getByRole('textbox', { name: 'Дневник.ру: Адрес входа' }).fill('dnevnik.example');
  await region.getByRole('checkbox', { name: 'Дневник.ру: В списке' }).press('Space');
  await region.getByLabel('Название', { exact: true }).fill('Журнал края');
  await region.keyboard.press('Enter');
  await region.getByText('Добавлена система «Журнал края»').waitFor();
  await region.getByRole('textbox', { name: 'Журнал края: Поставщик' }).waitFor();
  expect(await region.getByRole('checkbox', { name: 'Дневник.ру: В списке' }).isChecked()).toBe(false);
  expect(await region.getByRole('textbox', { name: 'Дневник.ру: Адрес входа' }).inputValue()).toBe('dnevnik.example');
  await looksRight(region, 'systems-region');
  await sendNow(region);

  const school = await devices.enrolled('s10', 'school');
  await sendNow(school);
  await open(school, '/passport');
  const choice = school.getByLabel('Система', { exact: true });
  await expect.poll(() => choice.locator('option').allInnerTexts(), patience).toContain('Журнал края');
  const offered = await choice.locator('option').allInnerTexts();
  expect(offered).not.toContain('Дневник.ру');
  expect(offered).not.toContain('Школьный клиент');
  await choice.selectOption('Журнал края');
  await looksRight(school, 'systems-passport');

  const municipality = await devices.enrolled('m', 'officer');
  await open(municipality, '/systems');
  await municipality.getByRole('rowheader', { name: 'Журнал края' }).waitFor();
  expect(await municipality.getByRole('main').getByRole('textbox').count()).toBe(0);
  await municipality.getByText('Список ведёт регион').waitFor();
  await looksRight(municipality, 'systems-municipality');
});
