import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { writeXlsx } from 'hucre/xlsx';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { submittedValueOf } from '../../src/core/submission/status.ts';
import { toWire } from '../../src/core/sync/messages.ts';
import { aRevision } from '../fixtures/a-revision.ts';
import { type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { WireDevice } from '../support/endpoint.ts';
import { codeOf, EnrolledDevices } from '../support/enrolled-devices.ts';
import { open } from '../support/fill.ts';
import { looksRight } from '../support/looks-right.ts';
import { pageCount } from '../support/pdf.ts';
import { savedFile } from '../support/saved-file.ts';
import { aTreeFile } from '../support/tree-file.ts';
import { confirmed, hear, setOffline } from '../support/turns.ts';

const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const devices = new EnrolledDevices({ data, address: () => server.address });
const slow = { timeout: 20_000 };
let server: RunningServer;
let officer: Page;

const rowOf = (school: string) => officer.getByRole('row', { name: new RegExp(school) });

const widths = [360, 1920, 1366];

beforeAll(async () => {
  gotovo(data, 'places', 'import', aTreeFile());
  server = await startServer(0, data);
  officer = await devices.enrolled('m', 'officer', 'ПК отдела');
  await officer.getByRole('link', { name: 'Обмен' }).waitFor(slow);
});
afterAll(async () => {
  await devices.close();
  await server.stop();
});

it('[CN1] [CN4] [CN5] publishes a campaign whole, kept as a draft until then, and a school’s device sees until when', {
  timeout: 180_000,
}, async () => {
  await open(officer, '/');
  await officer.getByRole('heading', { name: 'Кампания ещё не объявлена' }).waitFor(slow);
  await looksRight(officer, 'no campaign', widths);
  await officer.getByRole('link', { name: 'Объявить кампанию' }).click();
  await officer.getByRole('button', { name: 'Опубликовать' }).click();
  await officer.getByText('Не опубликовано. Исправьте: 4 места').waitFor();
  await officer.getByLabel('Название').fill('Готовность школ');
  await officer.getByLabel('Основание: приказ, дата и номер').fill('Приказ от 26.05.2090 № 118');
  await officer.getByLabel('Сведения на дату').fill('06.07.2090');
  await officer.getByLabel('Сдать до').fill('31.02.2090');
  await officer.getByText('Такой даты нет').waitFor();
  await officer.getByText('Черновик сохранён').waitFor();
  await looksRight(officer, 'campaign', widths);

  await officer.reload();
  await expect.poll(() => officer.getByLabel('Сдать до').inputValue(), slow).toBe('31.02.2090');
  await officer.getByLabel('Сдать до').fill('10.07.2090');
  await officer.getByLabel('Что сказать школам').fill('Просим заполнить до отпусков.');
  await officer.getByText('Пороги выводов').click();
  await officer.getByLabel('«Готова»: итог от').fill('60');
  await officer.getByText('Нарушен порядок').first().waitFor();
  await officer.getByLabel('«Готова»: итог от').fill('90');
  await officer.getByText('«Готова»: итог от: 85 → 90').waitFor();
  await looksRight(officer, 'overlay', widths);
  await officer.getByRole('button', { name: 'Опубликовать' }).click();
  await officer.getByText('Опубликовано и сохранено на этом устройстве. Школы увидят это').waitFor(slow);
  await confirmed(officer);

  const school = await devices.enrolled('s10', 'school', 'ПК завуча');
  await school.getByRole('button', { name: 'Отправить сейчас' }).waitFor(slow);
  await open(school, '/');
  await school.getByText('Муниципалитет ждёт до 10.07.2090').waitFor(slow);
  await school.getByText('Приказ от 26.05.2090 № 118').waitFor();
  await school.getByText('Готовность школ', { exact: true }).waitFor();
  await school.getByText('Письмо муниципалитета').click();
  await school.getByText('Просим заполнить до отпусков.').waitFor();
});

it('[BD1] [BD6] shows how schools stand, gives one of them a later day and lists the calls made', {
  timeout: 120_000,
}, async () => {
  await open(officer, '/');
  await rowOf('Ясноборская СОШ').getByText('не открывала').waitFor(slow);
  await rowOf('Ясноборская СОШ').getByRole('button', { name: 'Позвонить' }).click();
  const card = officer.getByRole('dialog', { name: 'Ясноборская СОШ' });
  await card.getByLabel('Телефон приёмной').fill('2-31-07');
  await officer.keyboard.press('Enter');
  await card.getByText('Телефон записан').waitFor();
  await card.getByLabel('О чём договорились').fill('Обещали начать завтра');
  await officer.keyboard.press('Enter');
  await card.getByText('Звонок записан').waitFor();
  await card.getByText('Продлить срок: Ясноборская СОШ').click();
  await card.getByLabel('Новый срок').fill('01.07.2090');
  await card.getByLabel('Причина').fill('нет связи');
  await card.getByRole('button', { name: 'Продлить', exact: true }).click();
  await card.getByText('Новый срок должен быть позже').waitFor();
  await card.getByLabel('Новый срок').fill('20.07.2090');
  await card.getByRole('button', { name: 'Продлить', exact: true }).click();
  await card.getByText('Срок продлён до 20.07.2090.').first().waitFor();
  await looksRight(officer, 'dialog', widths);
  await officer.keyboard.press('Escape');
  await card.waitFor({ state: 'hidden' });
  expect(await officer.evaluate(() => document.activeElement?.textContent)).toContain('Позвонить');
  expect(await rowOf('Ясноборская СОШ').innerText()).toContain('срок 20.07.2090');
  expect(await rowOf('Речная ООШ').innerText()).not.toContain('срок');
  await officer.getByPlaceholder('Найти школу').fill('речн');
  expect(await officer.getByRole('rowheader').allInnerTexts()).toEqual(['Речная ООШ']);
  await officer.getByPlaceholder('Найти школу').fill('');
});

it('[CN2] closes weights and dates once a school has submitted, and lets the last day move', {
  timeout: 120_000,
}, async () => {
  const wire = new WireDevice(server.address);
  await wire.enrol(codeOf(data, 's11', 'school'));
  const campaignId = await campaignIdOnServer(wire);
  const status = aRevision({
    history: 's11',
    path: `${campaignId}/status`,
    value: submittedValueOf([], null),
    at: '2090-07-12T18:00:00+03:00',
  });
  const histories = [{ history: 's11', after: { seq: 0, chain: '' }, revisions: [[...toWire(status)]] }];
  const { body } = await wire.post('/sync', { proto: 1, nonce: 'n', unsent: 0, histories });
  expect(JSON.stringify(body)).toContain('"refused":[]');

  await officer.getByRole('button', { name: 'Спросить сервер сейчас' }).click();
  await rowOf('Речная ООШ').getByText('сдано').waitFor(slow);
  expect(await rowOf('Речная ООШ').innerText()).toContain('опоздание');
  await officer.locator('aside p', { hasText: '12.07.2090 1 из 2' }).waitFor();
  await looksRight(officer, 'board', widths);

  await officer.getByRole('button', { name: 'Продлить срок' }).click();
  const dialog = officer.getByRole('dialog', { name: 'Продлить срок всем школам' });
  await dialog.getByLabel('Новый срок').fill('15.07.2090');
  await dialog.getByRole('button', { name: 'Продлить', exact: true }).click();
  await dialog.getByText('Срок продлён до 15.07.2090.').waitFor();
  await officer.keyboard.press('Escape');
  await expect.poll(() => rowOf('Речная ООШ').innerText(), slow).not.toContain('опоздание');

  await officer.getByRole('link', { name: 'Кампания', exact: true }).click();
  await officer.getByText('1 школа уже сдала').waitFor(slow);
  expect(await officer.getByLabel('Название').isDisabled()).toBe(true);
  expect(await officer.getByText('Пороги выводов').count()).toBe(0);
  await officer.getByText('«Готова»: итог от: 85 → 90').waitFor();
  await officer.getByLabel('Что сказать школам').fill('Срок продлён.');
  await officer.getByRole('button', { name: 'Опубликовать' }).click();
  await officer.getByText('Опубликовано и сохранено на этом устройстве. Школы увидят это').waitFor(slow);
  expect(await officer.getByLabel('Сдать до').inputValue()).toBe('15.07.2090');
  await looksRight(officer, 'locked campaign', widths);
});

/** The id of the one campaign in the municipality's public history. */
async function campaignIdOnServer(wire: WireDevice): Promise<string> {
  const histories = [{ history: 'm:public', after: { seq: 0, chain: '' }, revisions: [] }];
  const { body } = await wire.post('/sync', { proto: 1, nonce: 'n', unsent: 0, histories });
  return /-\/campaign:([^"#]+)"/.exec(JSON.stringify(body).replaceAll('\\"', '"'))?.[1] ?? '';
}

it('[CN3] [CN7] begins the next campaign from this one, and takes a table of schools whole or not at all', {
  timeout: 120_000,
}, async () => {
  await officer.getByRole('button', { name: 'Начать следующую кампанию' }).click();
  expect(await officer.getByLabel('Сведения на дату').inputValue()).toBe('06.07.2091');
  expect(await officer.getByLabel('Основание: приказ, дата и номер').inputValue()).toBe('');
  await officer.getByText('Загрузить список школ').click();
  const give = async (name: string, rows: string[][]) =>
    officer.locator('input[type=file]').setInputFiles({
      name,
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(
        name.endsWith('.csv')
          ? rows.map((row) => row.join(';')).join('\r\n')
          : await writeXlsx({ sheets: [{ name: 'Школы', rows }] }),
      ),
    });
  const head = ['id', 'kind', 'parent', 'name', 'shortName', 'address'];
  await give('x.csv', [head, ['s12', 'school', 'm', 'Новая школа', '', ''], ['s13', 'school', 'r', 'Чужая', '', '']]);
  await officer.getByText('Строка 3: места «r» (parent) нет').waitFor();
  expect(await officer.getByRole('button', { name: 'Взять в список' }).count()).toBe(0);
  await give('x.xlsx', [head, ['s12', 'school', 'm', 'Новая школа', 'Новая', 'с. Новое']]);
  await officer.getByText('В таблице новых: 1').waitFor(slow);
  await officer.getByRole('button', { name: 'Взять в список' }).click();
  await officer.getByText('1 запись внесена').waitFor();
  await looksRight(officer, 'next campaign', widths);
  await open(officer, '/');
  await rowOf('Новая').getByText('не открывала').waitFor(slow);
});

it('[CN4] shows a draft another officer has changed meanwhile, loses neither, and goes on with the chosen one', {
  timeout: 120_000,
}, async () => {
  await open(officer, '/campaign');
  await officer.getByRole('button', { name: 'Начать следующую кампанию' }).click();
  await officer.getByLabel('Методика: письмо, дата и номер').fill('Письмо № 2');
  await officer.getByText('Черновик сохранён').waitFor();
  await confirmed(officer);
  const colleague = new WireDevice(server.address);
  await colleague.enrol(codeOf(data, 'm', 'officer'));
  const theirs = colleague.signed(
    aRevision({
      history: 'm:office',
      path: '-/draft:next',
      value: { texts: { title: 'Черновик коллеги' } },
      label: 'ПК 2',
    }),
  );
  const histories = [{ history: 'm:office', after: { seq: 0, chain: '' }, revisions: [[...toWire(theirs)]] }];
  const { body } = await colleague.post('/sync', { proto: 1, nonce: 'n', unsent: 0, histories });
  expect(JSON.stringify(body)).toContain('"refused":[]');
  await hear(officer);
  await officer.getByText('Черновик изменили и на другом устройстве: ПК 2').waitFor(slow);
  expect(await officer.getByLabel('Методика: письмо, дата и номер').inputValue()).toBe('Письмо № 2');
  await looksRight(officer, 'two drafts', widths);
  await officer.getByRole('button', { name: 'Взять тот черновик' }).click();
  await expect.poll(() => officer.getByLabel('Название').inputValue()).toBe('Черновик коллеги');
  await expect.poll(() => officer.getByText('Черновик изменили и на другом').count()).toBe(0);
});

it('[BD5] [CN6] prints the list of calls and the letter with its appendix, without a network too', {
  timeout: 120_000,
}, async () => {
  await setOffline(officer, true);
  await open(officer, '/call-list');
  await officer.getByRole('heading', { name: /^Позвонить / }).waitFor(slow);
  await looksRight(officer, 'call list', widths);
  expect(pageCount(await officer.pdf({ preferCSSPageSize: true }))).toBe(1);
  await open(officer, '/campaign-letter');
  await officer.getByText('Приложение. Пояснения к показателям').waitFor(slow);
  await officer.getByText('не позднее 15.07.2090').waitFor();
  await looksRight(officer, 'letter', widths);
  expect(pageCount(await officer.pdf({ preferCSSPageSize: true }))).toBeGreaterThan(3);
  const file = await savedFile(officer.getByRole('button', { name: 'Сохранить docx' }));
  expect(basename(file)).toBe('pismo-shkolam.docx');
  await setOffline(officer, false);
});
