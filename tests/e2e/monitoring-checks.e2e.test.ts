import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '../../src/core/access/access.ts';
import { figures } from '../fixtures/a-monitoring-row.ts';
import { type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { EnrolledDevices } from '../support/enrolled-devices.ts';
import { open } from '../support/fill.ts';
import { looksRight } from '../support/looks-right.ts';
import { aTreeFile } from '../support/tree-file.ts';
import { confirmed, hear } from '../support/turns.ts';

const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const slow = { timeout: 60_000 };
const devices = new EnrolledDevices({ data, address: () => server.address, timeout: slow.timeout });
const patient = { timeout: 300_000 };
let server: RunningServer;
let region: Page;
let officer: Page;
let school: Page;

/** What the schools gave, as a file of answers takes it. */
function take(year: number, schools: readonly object[]): void {
  const campaign = {
    id: `${year}-monitoring`,
    title: `Мониторинг ${year}`,
    schoolYear: `${year}/${year + 1}`,
    asOf: `${year}-09-01`,
    municipality: 'r',
    forms: ['monitoring@1'],
  };
  const file = join(data, `${year}.json`);
  writeFileSync(file, JSON.stringify({ format: 'gotovo-answers/1', campaign, schools }));
  gotovo(data, 'answers', 'import', file);
}

async function aDevice(place: string, role: Role): Promise<Page> {
  const page = await devices.enrolled(place, role, `ПК ${place}`);
  await page.getByRole('link', { name: role === 'officer' ? 'Обмен' : 'Отправка' }).waitFor();
  await confirmed(page);
  return page;
}

/** All that was written here has arrived. */
async function send(page: Page): Promise<void> {
  await hear(page);
  await confirmed(page);
}

const lastYear = 'Графа 8: было 20, стало 15. Это больше чем на пятую часть.';
const otherSystem = 'В прошлом году была система Томская электронная школа. Поясните перемену в графе 25.';
const noAgreement = 'а школы нет в списке двусторонних соглашений региона';
const says = (page: Page, text: string) => page.getByText(text).first().waitFor(slow);

beforeAll(async () => {
  gotovo(
    data,
    'places',
    'import',
    aTreeFile(['s10b,branch,s10,Борская начальная школа,Борская НОШ,"с. Бор, Лесная, 1"']),
  );
  take(2088, [{ place: { id: 's10' }, status: 'accepted', monitoring: { own: { 5: 'tes', 8: 20, 15: 199 } } }]);
  const branches = [{ name: 'Борская НОШ', own: { 5: 'dnevnikRu', 8: 4, 15: 27 } }];
  const own = { 5: 'dnevnikRu', ...figures, 20: 1, 21: 1 };
  take(2089, [
    { place: { id: 's10' }, status: 'submitted', monitoring: { own, branches } },
    { place: { id: 's11' }, status: 'submitted', monitoring: { own: { ...own, 21: 2 } } },
  ]);
  server = await startServer(0, data);
  region = await aDevice('r', 'officer');
  officer = await aDevice('m', 'officer');
  school = await aDevice('s10', 'school');
}, 240_000);
afterAll(async () => {
  await devices.close();
  await server.stop();
});

it(
  '[CX1] the school and the officer see the same checks, against last year and the region’s register of sites',
  patient,
  async () => {
    await open(region, '/network');
    await region.getByRole('button', { name: 'Реестр площадок' }).press('Enter');
    await region.getByLabel('Школа', { exact: true }).selectOption({ label: 'Речная ООШ' });
    await region.getByRole('button', { name: 'Добавить площадку' }).press('Enter');
    await region.getByRole('combobox', { name: 'Речная ООШ: Соглашение' }).selectOption({ label: 'двустороннее' });
    await send(region);
    for (const page of [school, officer]) await hear(page);
    await open(school, '/monitoring');
    await open(officer, '/monitoring-rows');
    await officer.getByRole('button', { name: 'Цифры, Ясноборская СОШ' }).press('Enter');
    for (const page of [school, officer])
      for (const text of [lastYear, otherSystem, noAgreement]) await says(page, text);
    await looksRight(school, 'checks-school');
    await looksRight(officer, 'checks-officer');
  },
);

it(
  '[CX2] a region’s officer switches a check off and another sharper, and the school is told so',
  patient,
  async () => {
    await open(region, '/monitoring-rows');
    await region.getByText('Проверки формы, все как').click();
    await looksRight(region, 'checks-levels');
    await region.getByRole('combobox', { name: 'X13: что делает' }).selectOption('off');
    await region.getByRole('combobox', { name: 'X07: что делает' }).selectOption('error');
    await region.getByText('Проверки формы, изменено:\u00a02').waitFor(slow);
    await send(region);
    for (const page of [school, officer]) await hear(page);
    await open(school, '/monitoring');
    const checks = school.locator('#checks');
    await checks.getByText('X07, не даёт сдать').waitFor(slow);
    expect(await checks.getByText('Графа 8: было').count()).toBe(0);
    await open(officer, '/monitoring-rows');
    await officer.getByText('Проверки формы, изменено:\u00a02').click();
    await officer.getByText('Это решает регион').waitFor(slow);
    expect(await officer.getByRole('combobox', { name: 'X07: что делает' }).count()).toBe(0);
    await officer.getByRole('button', { name: 'Цифры, Ясноборская СОШ' }).press('Enter');
    await says(officer, noAgreement);
    expect(await officer.getByText('Графа 8: было').count()).toBe(0);
  },
);

it('[CX3] a branch typed by the school beside its own row is asked about and counted once', patient, async () => {
  const pupils = async () =>
    (
      await school
        .locator('#c15, [data-column="15"]')
        .first()
        .locator('xpath=..')
        .locator('td[data-l="Строка школы"]')
        .innerText()
    ).trim();
  await open(school, '/passport');
  await expect.poll(() => school.getByLabel('Филиал 1: Название').inputValue(), slow).toBe('Борская НОШ');
  await school.getByRole('button', { name: 'Добавить филиал' }).click();
  await school.getByLabel('Филиал 2: Название').waitFor(slow);
  const names = school.getByRole('textbox', { name: /^Филиал \d: Название$/ });
  const empty = (await names.nth(0).inputValue()) === '' ? names.nth(0) : names.nth(1);
  await empty.fill('Борская начальная школа');
  await empty.blur();
  await open(school, '/monitoring');
  await school.getByRole('heading', { name: /один филиал или два\?/ }).waitFor(slow);
  await expect.poll(pupils, slow).toBe('199');
  await looksRight(school, 'twins');
  await school.getByRole('button', { name: 'Это разные филиалы' }).press('Enter');
  await says(school, 'разные филиалы, считаются оба');
  const other = school.getByRole('textbox', { name: 'Учеников всего: Борская начальная школа' });
  await other.fill('30');
  await expect.poll(pupils, slow).toBe('229');
  await school.getByRole('button', { name: 'Решить иначе' }).press('Enter');
  await expect.poll(pupils, slow).toBe('199');
  await school.getByRole('button', { name: 'Считать эту строку: Борская начальная школа' }).press('Enter');
  await expect.poll(pupils, slow).toBe('202');
  await says(school, 'того же филиала не\u00a0считается');
  await send(school);
  const branch = await aDevice('s10b', 'branch');
  await open(branch, '/monitoring');
  await says(branch, 'Школа считает другую строку этого филиала');
  expect(await branch.getByRole('textbox', { name: 'Учеников всего: Борская НОШ' }).inputValue()).toBe('27');
  await looksRight(branch, 'left-out');
  await school.getByRole('button', { name: 'Решить иначе' }).press('Enter');
  await school.getByRole('button', { name: 'Считать эту строку: Борская НОШ' }).press('Enter');
  await expect.poll(pupils, slow).toBe('199');
  await send(school);
  await hear(branch);
  await branch.getByText('Школа считает другую строку').waitFor({ state: 'detached', ...slow });
});

it('[CX4] the school fills in a branch’s events of the project', patient, async () => {
  await school.getByText('24. Мероприятия: Борская НОШ').waitFor(slow);
  await school.getByRole('button', { name: '24. Мероприятия: Борская НОШ: Добавить строку' }).press('Enter');
  await school
    .getByRole('textbox', { name: /^24\. Мероприятия: Борская НОШ, строка 1: (Название|Мероприятие)/ })
    .fill('День науки');
  await school.getByText(/Школа отмечена площадкой проекта, а графы 22, 23 пусты/).waitFor(slow);
  await looksRight(school, 'branch-events');
  await school.getByRole('button', { name: 'Убрать: 24. Мероприятия: Борская НОШ, строка 1' }).press('Enter');
  await school.getByText(/Школа отмечена площадкой проекта, а графы 22, 23, 24 пусты/).waitFor(slow);
  await school.getByRole('button', { name: 'Вернуть' }).press('Enter');
  await school.getByText(/Школа отмечена площадкой проекта, а графы 22, 23 пусты/).waitFor(slow);
});

it(
  '[PN3] [SB5] an officer accepts one school’s row and gives another’s back with a reason the school reads',
  patient,
  async () => {
    await send(school);
    await send(officer);
    await open(officer, '/monitoring-rows');
    await officer.getByRole('button', { name: 'Цифры, Речная ООШ' }).press('Enter');
    await officer.getByRole('button', { name: 'Принять', exact: true }).press('Enter');
    await officer.getByRole('row', { name: /Речная ООШ принят/ }).waitFor(slow);
    await officer.getByRole('button', { name: 'Цифры, Ясноборская СОШ' }).press('Enter');
    await officer.getByRole('button', { name: 'Вернуть на доработку' }).press('Enter');
    await officer.getByRole('alert').getByText('Напишите, что исправить.').waitFor(slow);
    await looksRight(officer, 'give-back');
    await officer.getByLabel('Что исправить').fill('Поясните смену системы.');
    await officer.getByRole('button', { name: 'Вернуть на доработку' }).press('Enter');
    await officer.getByRole('row', { name: /Ясноборская СОШ на доработке/ }).waitFor(slow);
    await send(officer);
    await send(school);
    await open(school, '/');
    await says(school, 'Поясните смену системы.');
  },
);
