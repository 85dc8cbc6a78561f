import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { writeXlsx } from 'hucre/xlsx';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readXlsxSheets } from '../../src/documents/read-xlsx.ts';
import { launchDevice, type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { aProfile, untilInstalled } from '../support/device.ts';
import { open } from '../support/fill.ts';
import { aTreeFile } from '../support/tree-file.ts';

const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const patience = { timeout: 60_000 };
const devices: BrowserContext[] = [];
let server: RunningServer;
let school: Page;
let officer: Page;

async function aDevice(place: string, role: string): Promise<Page> {
  const device = await launchDevice(aProfile());
  devices.push(device);
  const page = device.pages()[0] ?? (await device.newPage());
  await page.goto(`${server.address}/sending`);
  await untilInstalled(page);
  const { code } = gotovo(data, 'codes', 'issue', '--place', place, '--role', role, '--json');
  await page.getByLabel('20 цифр с листа').fill(String(code));
  await page.getByRole('button', { name: 'Открыть школу' }).click();
  await page
    .getByRole('button', { name: 'Отправить сейчас' })
    .or(page.getByRole('link', { name: 'Обмен' }))
    .first()
    .waitFor(patience);
  return page;
}

async function looksRight(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
  for (const width of [360, 1366]) {
    await page.setViewportSize({ width, height: 768 });
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - innerWidth))
      .toBeLessThanOrEqual(0);
  }
}
const delivered = async (page: Page) => {
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await page.locator('.state b', { hasText: 'Сохранено и подтверждено сервером' }).waitFor(patience);
};

beforeAll(async () => {
  gotovo(data, 'places', 'import', aTreeFile());
  server = await startServer(0, data);
  school = await aDevice('s10', 'school');
  officer = await aDevice('m', 'officer');
}, 120_000);
afterAll(async () => {
  for (const device of devices) await device.close();
  await server.stop();
});

it('[VR1] notes two requests of a school, withdraws one and takes that back', { timeout: 120_000 }, async () => {
  await open(school, '/passport');
  await school.getByRole('link', { name: 'Запросы поставщику журнала' }).click();
  await school.getByRole('heading', { level: 1, name: 'Запросы поставщику журнала' }).waitFor(patience);
  for (const [at, text] of ['Нет расписания звонков', 'Долго открывается журнал'].entries()) {
    await school.getByRole('button', { name: 'Добавить запрос' }).click();
    await school.getByLabel('Суть').nth(at).waitFor();
    const card = school.getByRole('region').filter({ has: school.getByLabel('Суть') });
    const empty = card.filter({ has: school.locator('input[type=text]') });
    const field = school.locator('section.card input[type=text]');
    const values = await field.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
    const place = values.indexOf('');
    await empty.nth(place).getByLabel('Система').selectOption('tes');
    await field.nth(place).fill(text);
    await field.nth(place).blur();
  }
  await school.getByRole('button', { name: 'Отозвать: Запрос 1' }).click();
  await school.getByText('Запрос отозван.').waitFor();
  await school.getByRole('button', { name: 'Вернуть' }).click();
  await school.getByRole('heading', { name: 'Запрос 2' }).waitFor();
  await looksRight(school);
  await delivered(school);
});

it('[VR2] [VR3] groups them for the officer, sends a list and takes its answers back', {
  timeout: 180_000,
}, async () => {
  await open(officer, '/');
  await officer.getByRole('link', { name: 'Запросы поставщикам' }).click();
  await delivered(officer);
  await officer.getByRole('heading', { name: /2.запроса от 1 из 2.школ/ }).waitFor(patience);
  await officer.getByText(/«Томская электронная школа»: 1 из 2/).waitFor();
  await looksRight(officer);
  const coming = officer.waitForEvent('download', patience);
  await officer.getByRole('button', { name: 'xlsx' }).click();
  const file = await (await coming).path();
  const sheets = (await readXlsxSheets(readFileSync(file), 200)) ?? [];
  const rows = sheets.flatMap((sheet) => sheet.rows);
  expect(rows.flat()).toContain('Нет расписания звонков');
  const answered = rows.map((row) => {
    const at = row.indexOf('Нет расписания звонков');
    return at < 0
      ? row
      : row.map((cell, index) =>
          index === at + 3 ? 'Появится в новой версии' : index === at + 4 ? '01.03.2091' : cell,
        );
  });
  await officer.locator('input[type=file]').setInputFiles({
    name: 'otvet.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(await writeXlsx({ sheets: [{ name: 'Ответы', rows: answered }] })),
  });
  await officer.getByText('Новых ответов: 1').waitFor(patience);
  await officer.getByRole('button', { name: /Взять 1/ }).click();
  await officer.getByText(/Взято и сохранено: 1/).waitFor(patience);
  await delivered(officer);
});

it('[VR4] shows the school what the vendor answered', { timeout: 120_000 }, async () => {
  await school.evaluate(() => dispatchEvent(new Event('online')));
  await school.getByText('Ответ поставщика: Появится в новой версии').waitFor(patience);
  await school.getByText('Срок: 01.03.2091.').waitFor();
  await looksRight(school);
});
