import { copyFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { EnrolledDevices } from '../support/enrolled-devices.ts';
import { open } from '../support/fill.ts';
import { looksRight } from '../support/looks-right.ts';
import { textOf } from '../support/page-text.ts';
import { savedFile } from '../support/saved-file.ts';
import { aTreeFile } from '../support/tree-file.ts';
import { hear, setOffline } from '../support/turns.ts';

const slow = { timeout: 60_000 };
const patient = { timeout: 240_000 };
const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const stick = mkdtempSync(join(tmpdir(), 'gotovo-stick-'));
const devices = new EnrolledDevices({ data, address: () => server.address, timeout: slow.timeout });
let server: RunningServer;
let school: Page;
let officer: Page;
/** the school's, with contacts */
let file = '';

const campaign = {
  id: '2089-monitoring',
  title: 'Мониторинг 2089',
  schoolYear: '2089/2090',
  asOf: '2089-09-01',
  due: '2089-09-20',
  municipality: 'r',
  forms: ['monitoring@1'],
};
const submitted = {
  place: { id: 's11' },
  status: 'submitted',
  monitoring: { own: { 5: 'tes', 6: { fullName: 'Р. Р. Речная', position: 'завуч' }, 8: 9 } },
};

const says = (page: Page, text: string) => expect.poll(() => textOf(page.locator('.state')), slow).toContain(text);
const givenTo = () =>
  (gotovo(data, 'private', 'log', '--json') as unknown as { place: string; history: string; device: string }[]).map(
    ({ place, history, device }) => `${place} ${history}${device === 'gotovo report' ? ' report' : ''}`,
  );

const fullName = (page: Page) => page.getByLabel(/^Ответственный за систему.*Школа: Фамилия/);
async function typeName(name: string): Promise<void> {
  await open(school, '/monitoring');
  await fullName(school).fill(name);
  await fullName(school).blur();
}
const mark = (text: string) => school.locator('#c6').getByText(text).first().waitFor();

/** What a button saves, under a name no other file on the stick has. */
async function saved(page: Page, button: string): Promise<string> {
  const given = await savedFile(page.getByRole('button', { name: button }).first());
  const folder = mkdtempSync(join(stick, 'f-'));
  const file = join(folder, `${basename(folder)}-${basename(given)}`);
  copyFileSync(given, file);
  return file;
}

async function showFigures(name: string): Promise<void> {
  await open(officer, '/monitoring-rows');
  await officer.getByRole('button', { name: `Цифры, ${name}` }).click();
  await officer.getByRole('heading', { name: `${name}: что стоит в таблице` }).waitFor();
}
const shown = () => officer.getByRole('region', { name: 'Контакты сотрудников' });

/** Whatever of contacts lies in the databases of a device, as text. */
const keptOn = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const found: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((done, fail) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
      for (const store of db.objectStoreNames)
        found.push(
          await new Promise((done) => {
            const request = db.transaction(store).objectStore(store).getAll();
            request.onsuccess = () => done(request.result);
          }),
        );
      db.close();
    }
    return JSON.stringify(found);
  });

beforeAll(async () => {
  gotovo(
    data,
    'places',
    'import',
    aTreeFile(['n,municipality,r,Соседний округ,Сосед,', 's20,school,n,Дальняя,Дальняя,']),
  );
  const answers = join(data, 'campaign.json');
  writeFileSync(answers, JSON.stringify({ format: 'gotovo-answers/1', campaign, schools: [submitted] }));
  gotovo(data, 'answers', 'import', answers);
  server = await startServer(0, data);
  school = await devices.enrolled('s10', 'school', 'ПК s10');
  officer = await devices.enrolled('m', 'officer', 'ПК m');
}, 180_000);
afterAll(async () => {
  await devices.close();
  await server.stop();
});

it(
  '[PV9] says of a contact that it has not been sent while answers have, in the header and beside the field',
  patient,
  async () => {
    await school.route('**/private', (route) => route.abort());
    await typeName('Я. Я. Борская');
    await mark('на этом устройстве, на сервер ещё не ушло');
    await hear(school);
    await says(school, 'не отправлено: 1 контакт');
    await looksRight(school, 'school contact unsent');
    await open(school, '/sending');
    await school.getByRole('heading', { level: 1, name: /^Не отправлено: 1\sконтакт$/ }).waitFor();
    await looksRight(school, 'school sending unsent');
    await school.unroute('**/private');
    await school.getByRole('button', { name: 'Отправить сейчас' }).click();
    await says(school, 'Сохранено и подтверждено сервером');
    await open(school, '/monitoring');
    await mark('на сервере с');
    await looksRight(school, 'school contact sent');
  },
);

it(
  '[PV8] [PV5] shows an officer what he asks for, which the server writes down, and nothing before',
  patient,
  async () => {
    await hear(officer);
    await showFigures('Ясноборская СОШ');
    await officer
      .getByText('Сервер записывает, какое устройство и когда их запросило. Хранятся до 20.10.2089')
      .waitFor();
    expect([await officer.getByText('Я. Я. Борская').count(), givenTo()]).toEqual([0, []]);
    await officer.getByRole('button', { name: 'Показать контакты' }).press('Enter');
    await shown().getByText('Я. Я. Борская').waitFor();
    await officer.getByText('Показ записан на сервере').waitFor();
    await looksRight(officer, 'officer contacts');
    expect(givenTo()).toEqual(['m s10']);
    await officer.getByRole('button', { name: 'Скрыть контакты' }).press('Enter');
    expect(await officer.getByText('Я. Я. Борская').count()).toBe(0);

    await officer.getByLabel('С контактами сотрудников').check();
    await officer.getByRole('button', { name: 'Составить таблицу, 25 граф' }).click();
    await officer.locator('.sheet.a3').getByText('Р. Р. Речная, завуч').waitFor();
    await looksRight(officer, 'officer table');
    expect(givenTo().sort()).toEqual(['m s10', 'm s11']);
    const table = (...flags: string[]) =>
      JSON.stringify(gotovo(data, 'report', 'monitoring-table', '--place', 'm', '--campaign', campaign.id, ...flags));
    expect([table().includes('Речная, завуч'), givenTo().length]).toEqual([false, 2]);
    expect(table('--contacts')).toContain('Р. Р. Речная, завуч');
    expect(givenTo().sort()).toEqual(['m s10', 'm s11', 'm s11 report']);
  },
);

it(
  '[PV7] [PV9] carries contacts on a stick when that is ticked, without any network, and the server gets them later',
  patient,
  async () => {
    await setOffline(school, true);
    await setOffline(officer, true);
    await typeName('Новая Н. Н.');
    await open(school, '/sending');
    const without = await saved(school, 'Сохранить для передачи');
    await school.getByLabel(/^Положить в файл контакты сотрудников: 1$/).check();
    await looksRight(school, 'school stick');
    file = await saved(school, 'Сохранить для передачи');
    await school.getByText('В файле контакты сотрудников').waitFor();

    await open(officer, '/school-files');
    for (const [name, has] of [
      [without, false],
      [file, true],
    ] as const) {
      await officer.getByLabel('Выбрать файлы').setInputFiles(name);
      const card = officer.getByRole('region', { name: basename(name) }).first();
      await expect.poll(() => card.getByText('Контакты сотрудников').count(), slow).toBe(has ? 1 : 0);
      if (!has) continue;
      await looksRight(officer, 'officer file');
      await card.getByRole('button', { name: 'Взять' }).click();
      await card.getByText('Взято: Ясноборская СОШ').waitFor();
    }
    const receipt = await saved(officer, 'Сохранить квитанцию');
    await showFigures('Ясноборская СОШ');
    await officer.getByRole('button', { name: 'Показать контакты' }).click();
    await officer.getByText('Сервер не дал ответа').first().waitFor();
    await shown().getByText('Новая Н. Н.').waitFor();
    await looksRight(officer, 'officer offline');

    await school.getByLabel('Открыть квитанцию').setInputFiles(receipt);
    await school.getByText('Контактов сотрудников принято: 1').waitFor();
    await says(school, 'передано файлом: 2 записи');
    await open(school, '/monitoring');
    await mark('передано файлом');

    await setOffline(officer, false);
    await hear(officer);
    await expect.poll(() => givenTo().filter((line) => line === 'm s10').length, slow).toBe(2);
    await setOffline(school, false);
    await hear(school);
    await says(school, 'Сохранено и подтверждено сервером');
    await mark('на сервере с');
  },
);

it('[PV3] forgets everywhere with the next exchange, and an old file brings nothing back', patient, async () => {
  expect(await keptOn(officer)).toContain('Новая Н. Н.');
  gotovo(data, 'private', 'erase', '--campaign', campaign.id);
  await open(officer, '/sending');
  await officer.getByRole('button', { name: 'Отправить сейчас' }).click();
  await expect.poll(async () => /Борская Н|Новая Н|Речная, |Р\. Р\./.test(await keptOn(officer)), slow).toBe(false);
  await showFigures('Ясноборская СОШ');
  await officer.getByRole('button', { name: 'Показать контакты' }).click();
  await shown().getByText('стёрто').waitFor();
  await open(officer, '/school-files');
  await setOffline(officer, true);
  await officer.getByLabel('Выбрать файлы').setInputFiles(file);
  const card = officer.getByRole('region', { name: basename(file) }).first();
  await card.getByRole('button', { name: 'Взять' }).click();
  await card.getByText('Взято: Ясноборская СОШ').waitFor();
  expect(await keptOn(officer)).not.toContain('Новая');
  await setOffline(officer, false);
  const receipt = join(stick, 'receipt.gotovo.gz');
  gotovo(data, 'envelope', 'import', file, '--receipt', receipt, '--json');
  expect(
    gotovo(data, 'report', 'monitoring-table', '--place', 'm', '--campaign', campaign.id, '--contacts'),
  ).toBeTruthy();
  expect(givenTo().filter((line) => line.endsWith('report')).length).toBe(1); // nothing was left to give
  await hear(school);
  await expect.poll(async () => (await keptOn(school)).includes('Новая'), slow).toBe(false);
  await school.getByText('уже стёрто после кампании').first().waitFor();
  await looksRight(school, 'school erased');
});
