import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { EnrolledDevices } from '../support/enrolled-devices.ts';
import { answerIndicator, open } from '../support/fill.ts';
import { textOf } from '../support/page-text.ts';
import { aTreeFile } from '../support/tree-file.ts';
import { hear, hearing, setOffline } from '../support/turns.ts';

describe('the history of an answer, on two devices of one school', () => {
  const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
  const devices = new EnrolledDevices({ data, address: () => server.address });
  let server: RunningServer;
  let office: Page;
  let phone: Page;

  beforeAll(async () => {
    gotovo(data, 'places', 'import', aTreeFile());
    server = await startServer(0, data);
    office = await devices.enrolled('s10', 'school', 'ПК в учительской');
    phone = await devices.enrolled('s10', 'school', 'телефон завуча');
  });
  afterAll(async () => {
    await devices.close();
    await server.stop();
  });

  const untilConfirmed = (page: Page) =>
    hearing(page, () => page.locator('.state').innerText(), 20_000).toContain('Сохранено и подтверждено сервером');

  it('lists different answers on the overview, each a link to the place where one is chosen', async () => {
    for (const page of [office, phone]) await setOffline(page, true);
    await open(office, '/criterion/K3');
    await answerIndicator(office, 'K3-01', 'yes-no', 'yes');
    await open(phone, '/criterion/K3');
    await answerIndicator(phone, 'K3-01', 'yes-no', 'no');
    await open(phone, '/passport');
    await phone.getByLabel('Учеников').fill('91');
    await open(office, '/passport');
    await office.getByLabel('Учеников').fill('90');
    for (const page of [office, phone]) {
      await open(page, '/');
      await setOffline(page, false);
      await untilConfirmed(page);
    }
    await untilConfirmed(office);
    const waiting = office.getByRole('region', { name: 'Ждут вашего решения' });
    await hearing(office, () => waiting.getByRole('link').count(), 20_000).toBe(2);
    await waiting.getByRole('link', { name: /Учеников/ }).click();
    await office.getByText('Учеников: два разных ответа').waitFor();
    await open(office, '/');
    await waiting.getByRole('link', { name: /К3-01/ }).click();
    await office.getByRole('button', { name: 'Верный ответ: Да' }).click();
    await untilConfirmed(office);
  });

  it('[HI1] [HI2] tells who, where, when, what was replaced and settled; without a network, by keyboard, at 360 px, not on paper', async () => {
    await setOffline(office, true);
    await office.setViewportSize({ width: 360, height: 740 });
    const summary = office.locator('#K3-01 summary').filter({ hasText: 'история: 3 записи, К3-01' });
    await summary.focus();
    await office.keyboard.press('Enter');
    const lines = office.locator('#K3-01 details[open] li');
    await expect.poll(() => lines.count()).toBe(3);
    const [choice = '', ...answers] = await lines.allInnerTexts();
    expect(choice).toMatch(
      /^Да вместо «(Да», «Нет|Нет», «Да)»\nшкола, ПК в учительской, \d\d\.\d\d\.\d{4}, \d\d:\d\d, на сервере с/,
    );
    expect(choice).toContain('выбрано из двух');
    expect(answers.join('\n')).toMatch(/телефон завуча/);
    expect(answers.every((line) => line.includes('заменено позже'))).toBe(true);
    const isWide = () => office.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(await isWide()).toBe(false);
    await answerIndicator(office, 'K3-01', 'yes-no', 'no');
    await expect.poll(() => lines.first().innerText()).toMatch(/^Нет вместо «Да»[\s\S]*не отправлено/);
    await office.emulateMedia({ media: 'print' });
    expect(await summary.isVisible()).toBe(false);
    await office.emulateMedia({ media: null });
    await office.setViewportSize({ width: 1366, height: 768 });
    await open(office, '/safety');
    expect(await textOf(office.locator('section[aria-labelledby=changes] li:first-child'))).toMatch(
      /^К3-01: Нет вместо «Да»\s*школа, ПК в учительской, .*не отправлено/,
    );
    await open(office, '/passport');
    await office.getByText('история: 2 записи').click();
    await expect.poll(() => textOf(office.locator('details[open]'))).toMatch(/Учеников: 9[01][\s\S]*два разных ответа/);
    await setOffline(office, false);
    await untilConfirmed(office);
  });

  it('[RV1] keeps what came in under an open field as a visible conflict, never over or under what is being typed', async () => {
    for (const page of [office, phone]) await open(page, '/passport');
    const field = office.getByLabel('Краткое название');
    await field.focus();
    await office.keyboard.type('Школа № 10');
    await setOffline(office, true); // nothing of it leaves before the other one has come
    await phone.getByLabel('Краткое название').fill('СОШ № 10');
    await phone.getByLabel('ИНН').focus();
    await untilConfirmed(phone);
    await setOffline(office, false);
    await hear(office);
    await office.getByText('Краткое название: два разных ответа').waitFor({ timeout: 20_000 });
    expect(await field.inputValue()).toBe('Школа № 10');
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    await office.keyboard.type(' имени Гагарина');
    await office.getByLabel('ИНН').focus();
    const card = office.locator('.msg').filter({ hasText: 'Краткое название: два разных ответа' });
    await expect.poll(() => card.innerText()).toMatch(/Школа № 10 имени Гагарина/);
    expect(await card.innerText()).toMatch(/СОШ № 10/);
  });
});
