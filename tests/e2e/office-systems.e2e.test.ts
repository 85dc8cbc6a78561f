import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchDevice, type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { aProfile, untilInstalled } from '../support/device.ts';
import { open } from '../support/fill.ts';
import { aTreeFile } from '../support/tree-file.ts';

const patience = { timeout: 60_000 };
const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const devices: BrowserContext[] = [];
let server: RunningServer;

async function aDevice(place: string, role: string): Promise<Page> {
  const device = await launchDevice(aProfile());
  devices.push(device);
  device.setDefaultTimeout(patience.timeout);
  const page = device.pages()[0] ?? (await device.newPage());
  await page.goto(`${server.address}/sending`);
  await untilInstalled(page);
  const { code } = gotovo(data, 'codes', 'issue', '--place', place, '--role', role, '--json');
  await page.getByLabel('20 цифр с листа').fill(String(code));
  await page.getByRole('button', { name: 'Открыть школу' }).click();
  const entered =
    role === 'officer'
      ? page.getByRole('link', { name: 'Обмен' })
      : page.getByRole('button', { name: 'Отправить сейчас' });
  await entered.waitFor();
  return page;
}

async function expectClean(page: Page, picture: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  for (const [width, height] of [
    [360, 740],
    [1366, 768],
  ] as const) {
    await page.setViewportSize({ width, height });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    const folder = process.env.PICTURES;
    if (folder) await page.screenshot({ path: join(folder, `${picture}-${width}.png`), fullPage: true });
  }
}

const sendNow = async (page: Page): Promise<void> => {
  await open(page, '/sending');
  const button = page.getByRole('button', { name: 'Отправить сейчас' });
  await button.press('Enter'); // all may have gone by itself: the way to look for what others brought stays
  await page.locator('.state b', { hasText: 'Сохранено и подтверждено сервером' }).waitFor();
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
};

beforeAll(async () => {
  gotovo(data, 'places', 'import', aTreeFile());
  server = await startServer(0, data);
}, 120_000);
afterAll(async () => {
  for (const device of devices) await device.close();
  await server.stop();
});

it('[SD1] [SD2] [SD3] [OF1] lets a region add and switch off systems, which a school then chooses from', {
  timeout: 300_000,
}, async () => {
  const region = await aDevice('r', 'officer');
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
  await expectClean(region, 'systems-region');
  await sendNow(region);

  const school = await aDevice('s10', 'school');
  await sendNow(school);
  await open(school, '/passport');
  const choice = school.getByLabel('Система', { exact: true });
  await expect.poll(() => choice.locator('option').allInnerTexts(), patience).toContain('Журнал края');
  const offered = await choice.locator('option').allInnerTexts();
  expect(offered).not.toContain('Дневник.ру');
  expect(offered).not.toContain('Школьный клиент');
  await choice.selectOption('Журнал края');
  await expectClean(school, 'systems-passport');

  const municipality = await aDevice('m', 'officer');
  await open(municipality, '/systems');
  await municipality.getByRole('rowheader', { name: 'Журнал края' }).waitFor();
  expect(await municipality.getByRole('main').getByRole('textbox').count()).toBe(0);
  await municipality.getByText('Список ведёт регион').waitFor();
  await expectClean(municipality, 'systems-municipality');
});
