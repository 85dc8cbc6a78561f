import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readXlsxSheets } from '../../src/documents/read-xlsx.ts';
import { type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { EnrolledDevices } from '../support/enrolled-devices.ts';
import { open } from '../support/fill.ts';
import { looksRight } from '../support/looks-right.ts';
import { savedFile } from '../support/saved-file.ts';
import { aTreeFile } from '../support/tree-file.ts';
import { confirmed, hear } from '../support/turns.ts';

const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const patience = { timeout: 60_000 };
const devices = new EnrolledDevices({ data, address: () => server.address, timeout: patience.timeout });
let server: RunningServer;
let school: Page;
let officer: Page;

const delivered = async (page: Page) => {
  await hear(page);
  await confirmed(page);
};

beforeAll(async () => {
  gotovo(data, 'places', 'import', aTreeFile());
  server = await startServer(0, data);
  school = await devices.enrolled('s10', 'school');
  officer = await devices.enrolled('m', 'officer');
}, 120_000);
afterAll(async () => {
  await devices.close();
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
  await looksRight(school, 'the requests');
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
  await looksRight(officer, 'all requests');
  const file = await savedFile(officer.getByRole('button', { name: 'xlsx' }));
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
  await hear(school);
  await school.getByText('Ответ поставщика: Появится в новой версии').waitFor(patience);
  await school.getByText('Срок: 01.03.2091.').waitFor();
  await looksRight(school, 'the requests');
});
