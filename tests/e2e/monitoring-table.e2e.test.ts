import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { EnrolledDevices } from '../support/enrolled-devices.ts';
import { open } from '../support/fill.ts';
import { looksRight } from '../support/looks-right.ts';
import { savedFile } from '../support/saved-file.ts';
import { aTreeFile } from '../support/tree-file.ts';
import { confirmed } from '../support/turns.ts';

const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const slow = { timeout: 60_000 };
const devices = new EnrolledDevices({ data, address: () => server.address, timeout: slow.timeout });
let server: RunningServer;
let officer: Page;
let table = '';

const campaign = {
  id: '2089-monitoring',
  title: 'Мониторинг 2089',
  schoolYear: '2089/2090',
  asOf: '2089-09-01',
  municipality: 'r',
  forms: ['monitoring@1'],
};

/** A table as people make them: a title, groups, a header row, a branch, a total, doubts in cells. */
async function aTable(): Promise<string> {
  const rows = [
    ['Сведения о системах электронных журналов на 01.09.2089'],
    [],
    [
      '№',
      'Школа, адрес',
      'Филиал',
      'Система',
      'Ответственный за систему',
      'Классов всего',
      'Классов в системе',
      'Учеников всего',
      'Примечание',
    ],
    ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map(() => null),
    ['Тиховодский округ'],
    [
      1,
      'МБОУ «Ясноборская сред. школа», с. Ясный Бор',
      null,
      'Дневник.ру',
      'Иванова А. А., завуч',
      11,
      'около 9',
      '120 ',
      null,
    ],
    [2, 'Речная школа-сад', null, 'нет', '-', '9', '-', 90, 'своя таблица'],
    [null, 'Итого', null, null, null, 20, 9, 210, null],
  ];
  const file = join(mkdtempSync(join(tmpdir(), 'gotovo-table-')), 'Мониторинг.xlsx');
  writeFileSync(file, await writeXlsx({ sheets: [{ name: 'Свод', rows }] }));
  return file;
}

const choose = (file = table) => officer.getByLabel('Выбрать файл таблицы').setInputFiles(file);
const said = (text: string) => officer.getByText(text).first().waitFor(slow);

beforeAll(async () => {
  gotovo(data, 'places', 'import', aTreeFile());
  const answers = join(data, 'campaign.json');
  writeFileSync(answers, JSON.stringify({ format: 'gotovo-answers/1', campaign, schools: [] }));
  gotovo(data, 'answers', 'import', answers);
  table = await aTable();
  server = await startServer(0, data);
  officer = await devices.enrolled('m', 'officer', 'ПК отдела');
}, 180_000);
afterAll(async () => {
  await devices.close();
  await server.stop();
});

it('[XT1] [XT4] [XT6] a table is shown as what was understood, decided from the keyboard, left half-decided and taken', {
  timeout: 300_000,
}, async () => {
  await open(officer, '/paper');
  await officer.getByRole('link', { name: 'Таблица мониторинга из Excel' }).click();
  await officer.getByRole('heading', { name: 'Таблица мониторинга из файла' }).waitFor(slow);
  await expect.poll(() => officer.getByLabel('В какой сбор взять').inputValue(), slow).toBe('2089-monitoring');
  await choose();
  await said('Школ найдено: 1 из 2');
  await said('Сомнение 1 из 2');
  await said('В ячейке Свод!G6 стоит «около 9»');
  await looksRight(officer, 'doubt');
  // the proposal stands chosen: the keyboard needs only to agree
  await officer.getByRole('radio', { name: /^9/ }).focus();
  await officer.keyboard.press('Enter');
  await said('В ячейке Свод!B7 стоит «Речная школа-сад»');
  await said('Ваши решения сохранены');
  await open(officer, '/');
  await open(officer, '/monitoring-table');
  await said('Таблица «Мониторинг.xlsx» не взята: не решено');
  await choose();
  await said('Взять пока нельзя');
  await officer.getByRole('radio', { name: 'другая школа из списка' }).focus();
  await officer.keyboard.press('Space');
  await officer.getByLabel('Из списка', { exact: true }).selectOption({ label: 'Речная ООШ' });
  await officer.getByRole('button', { name: 'Решить и дальше' }).press('Enter');
  await said('В ячейке Свод!G7 стоит «-»');
  await officer.getByRole('radio', { name: 'не брать' }).focus();
  await officer.keyboard.press('Space');
  await officer.getByRole('button', { name: 'Решить и дальше' }).press('Enter');
  await officer.getByRole('button', { name: 'Взять 2 школы' }).waitFor(slow);
  await said('1 контакт сотрудников из таблицы не берётся');
  await looksRight(officer, 'plan');
  await officer.getByRole('button', { name: 'Взять 2 школы' }).press('Enter');
  await said('Взято: 8 значений');
  await looksRight(officer, 'taken');
  await choose();
  await said('Школ найдено: 1 из 2');
  expect(await officer.getByText('не взята: не решено').count()).toBe(0);
});

/** Two tables side by side, the modules in the cell of their count. */
async function aWideTable(): Promise<string> {
  const head = ['№', 'Школа, адрес', 'Система', 'Классов всего', 'Классов с другими модулями', 'Учеников всего'];
  const rows = [
    [...head, null, ...head],
    [1, 'Речная ООШ', 'нет', 9, 0, 90, null, 1, 'Ясноборская СОШ', 'Дневник.ру', 11, '2 (турникет, столовая)', 120],
  ];
  const file = join(mkdtempSync(join(tmpdir(), 'gotovo-table-')), 'Рядом.xlsx');
  writeFileSync(file, await writeXlsx({ sheets: [{ name: 'Свод', rows }] }));
  return file;
}

it('[CX7] [CX8] tables side by side are both read, and modules are asked about apart from their count', {
  timeout: 300_000,
}, async () => {
  await open(officer, '/');
  await open(officer, '/monitoring-table');
  await choose(await aWideTable());
  await said('Школ найдено: 2 из 2');
  await said('В ячейке Свод!L2 стоит «2 (турникет, столовая)»');
  await officer.getByRole('radio', { name: /^2 / }).check();
  await officer.getByRole('button', { name: 'Решить и дальше' }).press('Enter');
  await officer.getByRole('group', { name: 'Ясноборская СОШ, графа 14 «Модули»: что взять?' }).waitFor(slow);
  await officer.getByRole('radio', { name: 'турникет; столовая (предложено)' }).waitFor(slow);
  await looksRight(officer, 'modules');
  await officer.getByRole('button', { name: 'Решить и дальше' }).press('Enter');
  await officer.getByRole('button', { name: /^Взять \d школ/ }).waitFor(slow);
});

/** The same school with another figure and nothing doubtful. */
async function aCleanTable(): Promise<string> {
  const rows = [
    ['№', 'Школа, адрес', 'Система', 'Классов всего', 'Учеников всего'],
    [1, 'Речная ООШ', 'нет', 10, 90],
  ];
  const file = join(mkdtempSync(join(tmpdir(), 'gotovo-table-')), 'Одна школа.xlsx');
  writeFileSync(file, await writeXlsx({ sheets: [{ name: 'Свод', rows }] }));
  return file;
}

it('[PN1] [PN2] [PN3] [PN4] [RG5] [RG7] a municipality checks the rows, passes its table on, sees what changed since, and the region sees it and makes its table', {
  timeout: 300_000,
}, async () => {
  await open(officer, '/monitoring-rows');
  await said('сдали 0 из 2, ждём: 2\u00a0школы');
  await officer.getByRole('button', { name: 'Цифры, Ясноборская СОШ' }).press('Enter');
  await officer.getByRole('heading', { name: 'Ясноборская СОШ: что стоит в таблице' }).waitFor(slow);
  await said('Дневник.ру');
  await looksRight(officer, 'figures');
  await officer.getByRole('button', { name: 'Закрыть' }).press('Enter');
  await officer.getByLabel('Примечание к своду').fill('без одной школы');
  await officer.getByRole('button', { name: 'Передать свод в регион' }).press('Enter');
  await said('После передачи ничего не менялось');
  await open(officer, '/monitoring-table');
  await choose(await aCleanTable());
  await officer.getByRole('button', { name: 'Взять 1 школу' }).click(slow);
  await said('Взято: 1 значение');
  await open(officer, '/monitoring-rows');
  await said('После передачи изменено: 1\u00a0школа');
  await looksRight(officer, 'changed');
  await officer.getByRole('button', { name: 'Передать ещё раз' }).press('Enter');
  await said('После передачи ничего не менялось');
  await open(officer, '/sending');
  await officer.getByRole('button', { name: 'Отправить сейчас' }).click(slow);
  await confirmed(officer);

  const region = await devices.enrolled('r', 'officer', 'ПК отдела');
  await open(region, '/monitoring-rows');
  await region.getByRole('row', { name: /Округ.*0 из 2.*2.*передан.*без одной школы/ }).waitFor(slow);
  await looksRight(region, 'region');
  await region.getByRole('button', { name: 'Школы, Округ' }).press('Enter');
  await region.getByRole('button', { name: 'Цифры, Речная ООШ' }).waitFor(slow);
  await region.getByRole('button', { name: 'Составить свод' }).press('Enter');
  await region.locator('.desk').getByText('Ещё никто не сдал: 0 из 2').first().waitFor(slow);
  await region.getByRole('button', { name: 'Составить таблицу, 25 граф' }).press('Enter');
  await region.locator('.sheet.a3').waitFor(slow);
  await looksRight(region, 'reports');
  const saved = await savedFile(region.getByRole('button', { name: 'Таблицы в xlsx' }));
  expect(basename(saved)).toBe('prilozhenie-1.xlsx');
});
