import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { placesCsv, regionFile } from '../fixtures/a-region.ts';
import { type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { EnrolledDevices } from '../support/enrolled-devices.ts';
import { open } from '../support/fill.ts';
import { looksRight } from '../support/looks-right.ts';
import { textOf } from '../support/page-text.ts';

const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const slow = { timeout: 120_000 };
const devices = new EnrolledDevices({ data, address: () => server.address, timeout: slow.timeout });
let server: RunningServer;
let page: Page;

beforeAll(async () => {
  const file = (name: string, content: string) => {
    writeFileSync(join(data, name), content);
    return join(data, name);
  };
  gotovo(data, 'places', 'import', file('places.csv', placesCsv));
  for (const year of [2016, 2017] as const)
    gotovo(data, 'answers', 'import', file(`${year}.json`, JSON.stringify(regionFile(year))));
  server = await startServer(0, data);
  page = await devices.enrolled('pririch', 'officer', 'ПК координатора');
}, 300_000);
afterAll(async () => {
  await devices.close();
  await server.stop();
});

const rowOf = async (table: string, head: string) => {
  const row = page.getByRole('table', { name: table }).getByRole('row', { name: head });
  return (await textOf(row)).split(/\s*[\t\n]+\s*/);
};

it('[RG13] [RG11] [RG3] shows a region of 326 schools its figures, each with n из N, beside last year’s, and who has not sent', {
  timeout: 600_000,
}, async () => {
  await open(page, '/monitoring-rows');
  await page
    .getByRole('heading', { name: 'Сдали 322 из 326, 99\u00a0%. Ждём 4\u00a0школы из 2\u00a0муниципалитетов' })
    .waitFor(slow);
  const main = (head: string) => rowOf('Главные числа', head);
  expect(await main('Не сдали')).toEqual(['Не сдали', '4 из 326, 1 %', '0 из 326, 0 %', '+1 пункт']);
  expect(await main('Ведут электронный журнал и дневник')).toEqual([
    'Ведут электронный журнал и дневник',
    '292 из 322, 91 %',
    '273 из 326, 84 %',
    '+7 пунктов',
  ]);
  expect(await main('Отказались от бумажного журнала')).toEqual([
    'Отказались от бумажного журнала',
    '25 из 322, 8 %',
    '11 из 326, 3 %',
    '+5 пунктов',
  ]);
  await page.getByText('Основания разные: тогда сдали 326, теперь 322.').waitFor();
  await page.getByText('Проценты целые, половина — вверх').waitFor();
  await page.getByRole('img', { name: 'По системам' }).waitFor(slow);
  await page.getByRole('img', { name: 'Охват' }).waitFor(slow);
  const list = page.locator('details', { hasText: 'Не сдали: 4 из 326' }).locator('li');
  await expect.poll(() => list.count(), slow).toBe(2);
  expect((await rowOf('Муниципалитеты', 'Озёрный район'))[1]).toBe('16 из 16, 100 %');
  await looksRight(page, 'region');
  await page.getByText('Подробно: по системам, по муниципалитетам, к прошлому году').click();
  await page.getByRole('img', { name: 'Системы в муниципалитетах, школы' }).waitFor(slow);
  await page.getByText('В мониторинге 322\u00a0школы: в муниципалитетах 313, областных 9.').waitFor();
  await looksRight(page, 'region in detail');
});
