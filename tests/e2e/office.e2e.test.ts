import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { codeOf, EnrolledDevices, enterCode } from '../support/enrolled-devices.ts';
import { open } from '../support/fill.ts';
import { aTreeFile } from '../support/tree-file.ts';
import { confirmed, hear } from '../support/turns.ts';

const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const devices = new EnrolledDevices({ data, address: () => server.address });
let server: RunningServer;

const stateOf = (page: Page, school: string) =>
  page
    .getByRole('row', { name: new RegExp(school) })
    .getByRole('cell')
    .first()
    .innerText();

beforeAll(async () => {
  gotovo(data, 'places', 'import', aTreeFile());
  server = await startServer(0, data);
});
afterAll(async () => {
  await devices.close();
  await server.stop();
});

it('[OF1] [OF2] [OF7] opens with the states of all schools, and with all of them again while the server is down', async () => {
  const school = await devices.enrolled('s10', 'school', 'ПК завуча');
  await school.getByRole('button', { name: 'Отправить сейчас' }).waitFor({ timeout: 20_000 });
  await open(school, '/criterion/K1');
  await school.locator('#K1-01').getByText('Да', { exact: true }).click();
  await open(school, '/sending');
  await school.getByRole('button', { name: 'Отправить сейчас' }).click();
  await confirmed(school, 20_000);

  const officer = await devices.enrolled('m', 'officer', 'ПК отдела');
  await officer.getByRole('link', { name: 'Обмен' }).waitFor({ timeout: 20_000 });
  await open(officer, '/');
  await expect.poll(() => stateOf(officer, 'Ясноборская СОШ'), { timeout: 20_000 }).toBe('заполняет');
  expect(await stateOf(officer, 'Речная ООШ')).toBe('не открывала');
  expect(await officer.getByRole('navigation').getByRole('link').allInnerTexts()).not.toContain('Показатели');

  const { port } = new URL(server.address);
  await server.stop();
  await officer.reload();
  await expect.poll(() => stateOf(officer, 'Ясноборская СОШ'), { timeout: 20_000 }).toBe('заполняет');
  expect(await stateOf(officer, 'Речная ООШ')).toBe('не открывала');
  server = await startServer(Number(port), data);
});

it('[LK4] [LK5] closes an officer’s screen by a passphrase, which a recovery code opens once when it is forgotten', async () => {
  const officer = await devices.enrolled('m', 'officer', 'ПК отдела');
  await officer.getByRole('link', { name: 'Обмен' }).waitFor({ timeout: 20_000 });
  await open(officer, '/');
  await officer.getByRole('link', { name: 'Задать фразу' }).click();
  await officer.getByLabel('Парольная фраза').last().fill('короткая');
  await officer.getByRole('button', { name: 'Включить' }).click();
  await officer.getByText('Нужно не меньше 12 знаков').waitFor();
  await officer.getByLabel('Парольная фраза').last().fill('река течёт на север');
  await officer.getByRole('button', { name: 'Включить' }).click();
  await officer.getByRole('heading', { name: 'Резервные коды' }).waitFor({ timeout: 60_000 });
  const codes = await officer.locator('ol li').allInnerTexts();
  expect(codes).toHaveLength(10);
  const closed = officer.getByRole('heading', { name: 'Экран закрыт' });
  const enter = async (typed: string) => {
    await officer.getByLabel('Парольная фраза').last().fill(typed);
    await officer.getByRole('button', { name: 'Открыть', exact: true }).click();
  };
  await officer.getByRole('button', { name: 'Закрыть сейчас' }).click();
  await closed.waitFor();
  await enter(' река  течёт на север ');
  await expect.poll(() => closed.count()).toBe(0);
  await officer.reload();
  await closed.waitFor();
  await enter(codes[3] ?? '');
  await expect.poll(() => closed.count()).toBe(0);
  await officer.getByRole('button', { name: 'Закрыть сейчас' }).click();
  await closed.waitFor();
  await enter(codes[3] ?? '');
  await officer.getByText('Парольная фраза не подошла').waitFor();
});

it('[W11] puts what only officers have on an officer’s device, whole or not at all, and none of it on a school’s', async () => {
  const school = await devices.enrolled('s10', 'school', 'ПК приёмной');
  await school.getByRole('button', { name: 'Отправить сейчас' }).waitFor({ timeout: 20_000 });
  expect(await school.evaluate(() => caches.has('officer-files'))).toBe(false);
  const asked = await school.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(asked.filter((name) => /office-|docx|xlsx/.test(name))).toEqual([]);

  const officer = await devices.fresh();
  const filter = /assets\/write-docx-/;
  await officer.context().route(filter, (route) => route.fulfill({ contentType: 'text/html', body: 'Вход в сеть' }));
  await enterCode(officer, codeOf(data, 'm', 'officer'), 'ПК методиста');
  await officer.getByRole('link', { name: 'Обмен' }).waitFor({ timeout: 20_000 });
  await open(officer, '/safety');
  await officer.getByText('экраны и документы отдела ещё загружаются').waitFor();
  await officer.context().unroute(filter);
  await hear(officer);
  await officer.getByText('целиком на этом устройстве').waitFor({ timeout: 30_000 });
  const kept = await officer.evaluate(async () =>
    (await (await caches.open('officer-files')).keys()).map(({ url }) => new URL(url).pathname),
  );
  expect(kept).toEqual(
    expect.arrayContaining([expect.stringMatching(/office-/), expect.stringMatching(/write-docx-/)]),
  );

  const { port } = new URL(server.address);
  await server.stop();
  await officer.goto(`${server.address}/site-checks`);
  await officer.getByRole('heading', { name: /сайт/i }).first().waitFor({ timeout: 20_000 });
  server = await startServer(Number(port), data);
});
