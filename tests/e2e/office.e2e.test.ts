import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchDevice, type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { aProfile, untilInstalled } from '../support/device.ts';
import { open } from '../support/fill.ts';
import { aTreeFile } from '../support/tree-file.ts';

const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const devices: BrowserContext[] = [];
let server: RunningServer;

async function aDevice(place: string, role: string, label: string): Promise<Page> {
  const device = await launchDevice(aProfile());
  devices.push(device);
  const page = device.pages()[0] ?? (await device.newPage());
  await page.goto(`${server.address}/sending`);
  await untilInstalled(page);
  const { code } = gotovo(data, 'codes', 'issue', '--place', place, '--role', role, '--json');
  await page.getByLabel('20 цифр с листа').fill(String(code));
  await page.getByLabel('Как называть это устройство').fill(label);
  await page.getByRole('button', { name: 'Открыть школу' }).click();
  return page;
}

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
  for (const device of devices) await device.close();
  await server.stop();
});

it('[OF1] [OF2] [OF7] opens with the states of all schools, and with all of them again while the server is down', async () => {
  const school = await aDevice('s10', 'school', 'ПК завуча');
  await school.getByRole('button', { name: 'Отправить сейчас' }).waitFor({ timeout: 20_000 });
  await open(school, '/criterion/K1');
  await school.locator('#K1-01').getByText('Да', { exact: true }).click();
  await open(school, '/sending');
  await school.getByRole('button', { name: 'Отправить сейчас' }).click();
  await school.locator('.state b', { hasText: 'Сохранено и подтверждено сервером' }).waitFor({ timeout: 20_000 });

  const officer = await aDevice('m', 'officer', 'ПК отдела');
  await officer.getByRole('link', { name: 'Обмен' }).waitFor({ timeout: 20_000 });
  await open(officer, '/');
  await expect.poll(() => stateOf(officer, 'Ясноборская СОШ'), { timeout: 20_000 }).toBe('Заполняет');
  expect(await stateOf(officer, 'Речная ООШ')).toBe('Ещё не открывала');
  expect(await officer.getByRole('navigation').getByRole('link').allInnerTexts()).not.toContain('Показатели');

  const { port } = new URL(server.address);
  await server.stop();
  await officer.reload();
  await expect.poll(() => stateOf(officer, 'Ясноборская СОШ'), { timeout: 20_000 }).toBe('Заполняет');
  expect(await stateOf(officer, 'Речная ООШ')).toBe('Ещё не открывала');
  server = await startServer(Number(port), data);
});
