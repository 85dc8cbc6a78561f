import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchDevice, type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { aProfile, untilInstalled, untilSaved } from '../support/device.ts';
import { answerIndicator, open } from '../support/fill.ts';
import { aTreeFile } from '../support/tree-file.ts';

describe('the screen lock', () => {
  const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
  let server: RunningServer;
  let device: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    gotovo(data, 'places', 'import', aTreeFile());
    server = await startServer(0, data);
    device = await launchDevice(aProfile());
    page = device.pages()[0] ?? (await device.newPage());
    await page.clock.install({ time: new Date('2017-07-06T10:00:00') });
    await page.goto(server.address);
    await page.locator('main h1').waitFor();
    await untilInstalled(page);
  });
  afterAll(async () => {
    await device.close();
    await server.stop();
  });

  const closed = () => page.getByRole('heading', { level: 1, name: 'Экран закрыт' });
  async function enter(pin: string): Promise<void> {
    await page.getByRole('textbox', { name: 'PIN' }).or(page.getByLabel('PIN, 4–6 цифр').last()).last().fill(pin);
    await page.getByRole('button', { name: 'Открыть', exact: true }).click();
  }

  it('[LK1] closes the screen after five minutes without work, keeps what was being typed, and opens with the PIN', async () => {
    await open(page, '/safety');
    await page.getByLabel('PIN, 4–6 цифр').fill('12');
    await page.getByRole('button', { name: 'Включить' }).click();
    await page.getByText('В PIN от 4 до 6 цифр.').waitFor();
    await page.getByLabel('PIN, 4–6 цифр').fill('2468');
    await page.getByRole('button', { name: 'Включить' }).click();
    await page.getByText('Экран закрывается через 5 минут без работы.').waitFor();
    await open(page, '/criterion/K1');
    await answerIndicator(page, 'K1-01', 'yes-partial-no', 'no');
    await untilSaved(page);
    await open(page, '/passport');
    const name = page.getByLabel('Краткое название');
    await name.focus();
    await page.keyboard.type('Ясноборс');

    await page.clock.fastForward('04:50');
    expect(await closed().count()).toBe(0);
    await page.clock.fastForward('00:20');
    await closed().waitFor();
    expect(await page.getByText('Учеников').first().isVisible()).toBe(false);
    expect(await page.getByRole('navigation').count()).toBe(0);
    await enter('2468');
    await name.waitFor();
    expect(await closed().count()).toBe(0);
    expect(await name.evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('кая СОШ');
    expect(await name.inputValue()).toBe('Ясноборская СОШ');
  });

  it('[LK1] [LK2] is closed at every start, and makes wrong tries wait', async () => {
    await page.reload();
    await closed().waitFor();
    await enter('1111');
    await page.getByText('Следующая попытка через 1 секунду').waitFor();
    await enter('2468');
    await page.getByText('Подождите 1 секунду').waitFor();
    await page.clock.fastForward('00:02');
    await enter('1112');
    await page.getByText(/Следующая попытка через 2\sсекунды/).waitFor();
    await page.reload();
    await closed().waitFor();
    await enter('2468');
    await page.getByText(/Подождите [12]\sсекунд/).waitFor();
    await page.clock.fastForward('00:03');
    await enter('2468');
    await page.getByLabel('Краткое название').waitFor();
  });

  it('[LK3] lets a new code of the school in when the PIN is forgotten, with every answer', async () => {
    await page.reload();
    await closed().waitFor();
    await page.getByText('Забыли PIN?').click();
    const code = String(gotovo(data, 'codes', 'issue', '--place', 's10', '--json').code);
    await page.getByLabel('20 цифр с листа').last().fill(code);
    await page.getByRole('button', { name: 'Открыть школу' }).last().click();
    await page.getByLabel('Краткое название').waitFor();
    expect(await page.getByLabel('Краткое название').inputValue()).toBe('Ясноборская СОШ');
    await page.reload();
    await page.getByLabel('Краткое название').waitFor();
    expect(await closed().count()).toBe(0);
    await open(page, '/criterion/K1');
    expect(await page.locator('#K1-01 .opt :checked + span').innerText()).toBe('Нет');
  });
});
