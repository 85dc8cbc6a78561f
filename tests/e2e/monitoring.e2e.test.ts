import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { EnrolledDevices } from '../support/enrolled-devices.ts';
import { open, pasteIntoFocus } from '../support/fill.ts';
import { looksRight } from '../support/looks-right.ts';
import { plain, textOf } from '../support/page-text.ts';
import { pageCount } from '../support/pdf.ts';
import { sheetCells } from '../support/read-package.ts';
import { savedFile } from '../support/saved-file.ts';
import { aTreeFile } from '../support/tree-file.ts';
import { confirmed, hear, setOffline } from '../support/turns.ts';

const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const slow = { timeout: 45_000 };
const devices = new EnrolledDevices({ data, address: () => server.address, timeout: slow.timeout });
const patient = { timeout: 240_000 };
let server: RunningServer;
let school: Page;
let branch: Page;
let region: Page;

const cell = (page: Page, title: string, place: string) => page.getByLabel(`${title}: ${place}`, { exact: true });
const sums = async (page: Page) =>
  (await page.locator('.places td[data-l="Строка школы"] b').allInnerTexts()).map((text) => text.trim());

/** A whole column by keyboard alone, from the field after the system down; Enter goes to the next. */
async function typeColumn(page: Page, place: string, system: string, figures: readonly number[]): Promise<void> {
  await cell(page, 'Система электронного журнала и дневника', place).selectOption({ label: system });
  await cell(page, 'Система электронного журнала и дневника', place).press('Enter');
  for (const _contact of [6, 7]) await page.keyboard.press('Enter');
  for (const figure of figures) {
    await page.keyboard.type(String(figure));
    await page.keyboard.press('Enter');
  }
}

/** Types into the first field of each of these columns; what is typed must never stand in a revision. */
async function typeContacts(page: Page, place: string, columns: readonly string[]): Promise<void> {
  for (const column of columns) {
    const field = page.getByRole('textbox', { name: new RegExp(`${column}.*${place}.*(отчество|Телефон)`) }).first();
    await field.fill(`${column}: 3-11-20`);
    await field.blur();
  }
}

beforeAll(async () => {
  gotovo(
    data,
    'places',
    'import',
    aTreeFile(['s10b,branch,s10,Борская начальная школа,Борская НОШ,"с. Бор, Лесная, 1"']),
  );
  server = await startServer(0, data);
});
afterAll(async () => {
  await devices.close();
  await server.stop();
});

it('[MS2] lets a region’s officer collect the region’s form from every school below', patient, async () => {
  region = await devices.enrolled('r', 'officer', 'ПК министерства');
  const officer = region;
  await officer.getByRole('link', { name: 'Обмен' }).waitFor(slow);
  await open(officer, '/');
  await officer.getByRole('link', { name: 'Объявить кампанию' }).click();
  await officer.getByLabel('Название').fill('Мониторинг региона');
  await officer.getByLabel('Учебный год').fill('2026/2027');
  await officer.getByLabel('Основание: приказ, дата и номер').fill('Письмо № 814');
  await officer.getByLabel('Сведения на дату').fill('01.09.2026');
  await officer.getByLabel('Сдать до').fill('20.09.2090');
  const forms = officer.getByRole('group', { name: 'Какие формы заполняют школы' });
  expect(await forms.getByRole('checkbox').count()).toBeGreaterThan(1);
  await forms.getByRole('checkbox').first().uncheck();
  await officer.getByRole('button', { name: 'Опубликовать' }).click();
  await officer.getByText('Отметьте хотя бы одну форму.').waitFor(slow);
  await forms.getByLabel('Мониторинг систем электронного документооборота').check();
  await looksRight(officer, 'campaign');
  await officer.getByRole('button', { name: 'Опубликовать' }).click();
  await officer.getByText('Опубликовано и сохранено на этом устройстве. Школы увидят это').waitFor(slow);
  await confirmed(officer);
  await open(officer, '/');
  await officer
    .getByRole('row', { name: /Ясноборская СОШ/ })
    .getByText('не открывала')
    .waitFor(slow);
});

it(
  '[MS7] lets a branch fill in its own column on its own device without a network, and nothing else',
  patient,
  async () => {
    school = await devices.enrolled('s10', 'school', 'ПК завуча');
    await school.getByRole('button', { name: 'Отправить сейчас' }).waitFor(slow);
    branch = await devices.enrolled('s10b', 'branch', 'ПК филиала');
    await branch.getByText('С устройства филиала сдать нельзя').waitFor(slow);
    await open(branch, '/');
    await branch.getByRole('heading', { level: 1, name: 'Борская НОШ' }).waitFor(slow);
    await setOffline(branch, true);
    await typeColumn(branch, 'Борская НОШ', 'Томская электронная школа', [4, 4, 4, 0, 27, 27, 21, 4, 4, 3, 1]);
    await cell(branch, 'Как часто вносят записи', 'Борская НОШ').selectOption('2');
    await cell(branch, 'Бумажный журнал', 'Борская НОШ').selectOption('1');
    await typeContacts(branch, 'Борская НОШ', ['Ответственный за систему, должность', 'Связь с ответственным']);
    await branch.getByText('Все графы заполнены').waitFor(slow);
    await branch.getByText('Замечаний нет: графы сходятся').waitFor(slow);
    expect(await branch.getByText('Строка школы').count()).toBe(0);
    expect(await branch.getByText('Площадка проекта').count()).toBe(0);
    expect(await branch.getByRole('link', { name: 'К сдаче' }).count()).toBe(0);
    await looksRight(branch, 'branch');
    await setOffline(branch, false);
    await hear(branch);
    await confirmed(branch);
  },
);

it(
  '[MS3] [MS4] [MN2] sums up what school and branches give, offers what is known, and takes a pasted column',
  patient,
  async () => {
    await hear(school);
    await open(school, '/passport');
    await expect.poll(() => school.getByLabel('Филиал 1: Название').inputValue(), slow).toBe('Борская НОШ');
    await school.getByRole('button', { name: 'Добавить филиал' }).click();
    await school.getByLabel('Филиал 2: Название').waitFor(slow);
    const names = school.getByRole('textbox', { name: /^Филиал \d: Название$/ });
    const empty = (await names.nth(0).inputValue()) === '' ? names.nth(0) : names.nth(1);
    await empty.fill('Тальская ООШ');
    await school.getByLabel('Краткое название').fill('Заречная СОШ');
    await school.getByLabel('Классов', { exact: true }).fill('11');
    await open(school, '/');
    await school.getByRole('heading', { level: 1, name: 'Мониторинг региона' }).waitFor(slow);
    expect(await school.getByRole('link', { name: 'Итог' }).count()).toBe(0);
    await school.getByRole('link', { name: /Мониторинг электронного журнала/ }).click();
    await school.getByRole('heading', { level: 1, name: /^Заречная СОШ и 2\sфилиала$/ }).waitFor(slow);
    await expect.poll(() => cell(school, 'Классов всего', 'Борская НОШ').inputValue(), slow).toBe('4');
    await setOffline(school, true);

    await cell(school, 'Система электронного журнала и дневника', 'Школа').selectOption({
      label: 'Томская электронная школа',
    });
    await school.getByRole('button', { name: 'Классов всего: Школа: Взять 11 из паспорта' }).waitFor();
    await cell(school, 'Система электронного журнала и дневника', 'Школа').press('Enter');
    for (const _column of [6, 7, 8]) await school.keyboard.press('Enter');
    expect(await cell(school, 'Классов всего', 'Школа').inputValue()).toBe('11');
    await pasteIntoFocus(school, '11\n11\n0\n172\n172\n148\n19\n19\n18\n12\n1\n3');
    await school.getByRole('button', { name: 'Записать', exact: true }).click();
    await expect.poll(() => cell(school, 'Бумажный журнал', 'Школа').inputValue(), slow).toBe('3');

    await cell(school, 'Система электронного журнала и дневника', 'Тальская ООШ').selectOption('none');
    await cell(school, 'Классов всего', 'Тальская ООШ').fill('девять');
    await school.getByText('Впишите целое число').first().waitFor(slow);
    await cell(school, 'Классов всего', 'Тальская ООШ').fill('9');
    await cell(school, 'Классов всего', 'Тальская ООШ').press('Enter');
    // zeros of a branch without a system are offered; Enter takes them
    for (const _zero of [9, 13, 14]) await school.keyboard.press('Enter');
    await school.keyboard.type('41');
    for (const _next of [15, 16, 10]) await school.keyboard.press('Enter');
    await school.keyboard.type('9');
    for (const _next of [17, 18]) await school.keyboard.press('Enter');
    for (const figure of ['2', '1']) {
      await school.keyboard.type(figure);
      await school.keyboard.press('Enter');
    }
    await cell(school, 'Бумажный журнал', 'Тальская ООШ').selectOption('1');
    expect(await cell(school, 'Как часто вносят записи', 'Тальская ООШ').isDisabled()).toBe(true);
    await expect
      .poll(() => sums(school), slow)
      .toEqual(['24', '15', '15', '0', '240', '199', '169', '32', '23', '23', '14', '2', '1']);
    await looksRight(school, 'school');
  },
);

it('[MS4] [MS5] [MN3] tells what does not agree, and submits once it is mended or confirmed', patient, async () => {
  const checks = school.locator('#checks');
  await school.getByText('В графу 25 добавится: Тальская ООШ, системы нет.').waitFor(slow);
  await checks.getByText('Если в графе 20 поставить «2 — не ведётся»').waitFor(slow);
  await cell(school, 'Бумажный журнал', 'Школа').selectOption('2');
  await checks.getByText('классов с электронным журналом 15 из 24').first().waitFor(slow);
  await cell(school, 'Бумажный журнал', 'Школа').selectOption('3');
  await school.getByLabel('21. Площадка проекта').selectOption('2');
  await checks.getByText('X06, не даёт сдать').waitFor(slow);
  await checks.getByRole('link', { name: 'К графе 21' }).click();
  await school.getByLabel('21. Площадка проекта').selectOption('1');
  await checks.getByText('X08, не даёт сдать').waitFor(slow);
  await school.getByLabel(/Мероприятия проекта: не участвовали/).check();
  await typeContacts(school, 'Школа', ['Ответственный за систему, должность', 'Связь с ответственным']);
  await typeContacts(school, '', ['Координатор проекта', 'Связь с координатором']);
  await open(school, '/sending');
  const card = school.locator('#submit');
  await expect.poll(() => textOf(card), slow).toContain('Ждут подтверждения: 3 проверки');
  expect(await card.getByRole('button', { name: 'Сдать', exact: true }).count()).toBe(0);
  await card.getByRole('link', { name: 'Открыть форму региона' }).click();
  for (const left of [2, 1, 0]) {
    await checks
      .getByRole('button', { name: /^Верно/ })
      .first()
      .click();
    await expect.poll(() => checks.getByRole('button', { name: /^Верно/ }).count(), slow).toBe(left);
  }
  await school.getByText('Форма заполнена, ошибок нет.').waitFor(slow);
  await looksRight(school, 'confirmed');
  await setOffline(school, false);
  await open(school, '/sending');
  await card.getByRole('button', { name: 'Сдать', exact: true }).click();
  await card.getByRole('heading', { name: 'Форма сдана' }).waitFor(slow);
  await looksRight(school, 'submitted');
  await hear(school);
  await confirmed(school);
});

it('[MS9] prints the form on one sheet, and the endpoint gives the figures to others', patient, async () => {
  await open(school, '/print');
  await school.getByText('Форма региона на подпись', { exact: true }).click();
  await expect.poll(() => textOf(school.locator('.desk')), slow).toContain('Тальская ООШ');
  const sheet = await textOf(school.locator('.desk'));
  for (const figure of ['240', '199', '169']) expect(sheet).toContain(figure);
  expect(pageCount(await school.pdf({ preferCSSPageSize: true }))).toBe(1);
  await looksRight(school, 'print');
  const paper = gotovo(data, 'report', 'monitoring-form', '--place', 's10', '--campaign', '2026-27-r');
  expect(plain(JSON.stringify(paper))).toContain('Форма заполнена, ошибок нет.');
  expect(JSON.stringify(gotovo(data, 'answers', 'export', '--place', 's10', '--campaign', '2026-27-r'))).not.toContain(
    '3-11-20',
  );
  const exported = gotovo(data, 'answers', 'export', '--place', 's10', '--campaign', '2026-27-r');
  const [given] = exported.schools as { status: string; monitoring: Record<string, unknown> }[];
  expect(given).toMatchObject({
    status: 'submitted',
    monitoring: {
      own: { 5: 'tes', 8: 11, 10: 148, 15: 172, 19: 1, 20: 3, 21: 1, 24: 'notParticipated' },
      branches: expect.arrayContaining([
        expect.objectContaining({
          name: 'Борская НОШ',
          own: expect.objectContaining({ 5: 'tes', 8: 4, 10: 21, 19: 2 }),
        }),
        expect.objectContaining({
          name: 'Тальская ООШ',
          own: expect.objectContaining({ 5: 'none', 8: 9, 16: 0, 20: 1 }),
        }),
      ]),
    },
  });
});

it('[PN1] [PN3] the municipality looks at the figures, accepts them and passes its table on', patient, async () => {
  const officer = await devices.enrolled('m', 'officer', 'ПК округа');
  await officer.getByRole('link', { name: 'Обмен' }).waitFor(slow);
  await open(officer, '/monitoring-rows');
  const row = officer.getByRole('row', { name: /Ясноборская СОШ/ });
  await row.getByText('сдано').waitFor(slow);
  await row.getByRole('button', { name: /Цифры/ }).click();
  await officer.getByRole('heading', { name: /что стоит в таблице/ }).waitFor(slow);
  await looksRight(officer, 'figures');
  await officer.getByRole('button', { name: 'Принять', exact: true }).click();
  await row.getByText('принято').waitFor(slow);
  await officer.getByRole('button', { name: 'Передать свод в регион' }).click();
  await officer.getByText(/Свод передан/).waitFor(slow);
  await confirmed(officer);
});

it('[PN4] [RG7] the region sees it come and opens the table of 25 columns as a spreadsheet', patient, async () => {
  await hear(region);
  await open(region, '/campaign-letter');
  await region.getByText(/Заполнить: «/).waitFor(slow);
  expect(await region.getByText('Приложение. Пояснения').count()).toBe(0);
  for (const path of ['/site-checks', '/picture']) {
    await open(region, path);
    await region.getByText('показателей с баллами не собирают').waitFor(slow);
  }
  await region.getByRole('link', { name: 'Открыть мониторинг' }).click();
  const row = region.getByRole('row', { name: /Округ/ });
  await row.getByText('передан', { exact: true }).waitFor(slow);
  await region.getByRole('button', { name: 'Составить таблицу, 25 граф' }).click();
  const file = await savedFile(region.getByRole('button', { name: /xlsx/ }));
  const shown = sheetCells(readFileSync(file), 1).map((one) => one.shown);
  for (const text of ['Борская НОШ, с. Бор, Лесная, 1', 'Тальская ООШ', '240', '199', '169'])
    expect(shown).toContain(text);
});
