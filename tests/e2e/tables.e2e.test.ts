import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launchDevice, type RunningServer, startServer } from '../support/browser.ts';
import { aProfile, untilSaved } from '../support/device.ts';
import { open, pasteIntoFocus } from '../support/fill.ts';
import { complaintsAbout } from '../support/looks-right.ts';

describe('the tables', () => {
  let server: RunningServer;
  let device: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    device = await launchDevice(aProfile());
    await device.clock.setFixedTime(new Date('2017-05-06T10:00:00'));
    page = device.pages()[0] ?? (await device.newPage());
    await page.goto(`${server.address}/tables`);
    await page.locator('#JRN tbody').waitFor();
  });
  afterEach(() => device.close());

  const cell = (month: string, column: string) => page.getByLabel(`${month}: ${column}`, { exact: true });
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const row = (text: string) => page.locator('#JRN tbody tr').filter({ hasText: text });

  it('[FD1] make no conflict of what one person types cell by cell, or types and then clicks away', async () => {
    await cell('сентябрь 2016', 'Заполнено').focus();
    await page.keyboard.type('120');
    await page.keyboard.press('Tab');
    await page.keyboard.type('130');
    await cell('октябрь 2016', 'Заполнено').click();
    await page.keyboard.type('97');
    await cell('октябрь 2016', 'Должно быть').click();
    await page.keyboard.type('100');
    await cell('ноябрь 2016', 'Процент').click();
    await page.keyboard.type('50');
    await button('ноябрь 2016: нет данных').click();
    await untilSaved(page);
    expect(await row('сентябрь').innerText()).toContain('92,31');
    expect(await row('октябрь').innerText()).toContain('97,00');
    expect(await page.getByText('два разных ответа').count()).toBe(0);
    await button('ноябрь 2016: Вернуть 50,00\u00a0%').click();
    await expect.poll(() => cell('ноябрь 2016', 'Процент').inputValue()).toBe('50');
  });

  it('[PA1] [PA2] take a column into the column it was pasted in, after showing what it replaces and refuses', async () => {
    await cell('сентябрь 2016', 'Заполнено').fill('120');
    await cell('сентябрь 2016', 'Должно быть').fill('130');
    await cell('сентябрь 2016', 'Заполнено').focus();
    await pasteIntoFocus(page, '125\nоктябрь\t97\nноябрь\t97,5\nиюнь\t5');
    const preview = page.locator('#JRN .msg').filter({ hasText: 'Вставить в столбец «Заполнено» 2\u00a0значения?' });
    await preview.waitFor();
    const words = await preview.innerText();
    expect(words).toContain('сентябрь 2016: 125 из 130 вместо 120 из 130');
    expect(words).toContain('3. «ноябрь 97,5» — не целое число');
    expect(words).toContain('4. «июнь 5» — месяц ещё не наступил');
    expect(await complaintsAbout(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(() => cell('октябрь 2016', 'Заполнено').inputValue()).toBe('97');
    expect(await cell('сентябрь 2016', 'Заполнено').inputValue()).toBe('125');
    await button('Вернуть как было').click();
    await expect.poll(() => cell('сентябрь 2016', 'Заполнено').inputValue()).toBe('120');
    expect(await cell('октябрь 2016', 'Заполнено').inputValue()).toBe('');
  });

  it('are filled from Excel by a button, and say quietly what is remarkable, also on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.locator('#JRN').getByRole('button', { name: 'Вставить из Excel' }).click();
    await page.getByLabel('Вставьте сюда скопированное в Excel').fill('97,2\n91\n85');
    await page.getByLabel('Начиная с месяца').selectOption({ label: 'октябрь 2016' });
    await button('Показать, что получится').click();
    await button('Записать').click();
    expect(await row('ноябрь').innerText()).toContain('на 6,2\u00a0п. ниже прошлого месяца');
    expect(await row('декабрь').innerText()).toMatch(/ниже 90\u00a0%, на 6\u00a0п\. ниже прошлого месяца/);
    expect(await row('июль').innerText()).toContain('ещё не наступил');
    await button('декабрь 2016: нет данных').click();
    await page.reload();
    await button('декабрь 2016: Вернуть 85,00\u00a0%').click();
    await expect.poll(() => cell('декабрь 2016', 'Процент').inputValue()).toBe('85');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    expect(await complaintsAbout(page)).toEqual([]);
  });

  it('[TB9] move an exam to another day in its row, and refuse a day that is taken', async () => {
    await page.getByLabel('Даты, можно несколько').fill('1.06, 6.06 8.06');
    await button('Добавить 3\u00a0даты').click();
    await page.getByLabel('Русский язык 06.06.2017: Сдавали').fill('8');
    const date = (day: string) => page.getByLabel(`ОГЭ, Русский язык ${day}: Дата`);
    await date('06.06.2017').fill('8.06');
    await page.keyboard.press('Tab');
    await page.getByText('Русский язык 08.06.2017 уже есть. Дата не изменена').waitFor();
    expect(await date('06.06.2017').inputValue()).toBe('8.06');
    await date('06.06.2017').fill('30.06');
    await page.keyboard.press('Tab');
    await date('30.06.2017').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('id'))).toBe(
      await page.getByLabel('Русский язык 30.06.2017: Сдавали').getAttribute('id'),
    );
    expect(await page.getByLabel('Русский язык 30.06.2017: Сдавали').inputValue()).toBe('8');
    expect(await page.locator('#GIA tbody tr').count()).toBe(3);
    await untilSaved(page);
    await open(page, '/safety');
    const changes = await page.locator('aside li').allInnerTexts();
    expect(changes[0]).toContain('ОГЭ, Русский язык 06.06.2017: пусто');
    expect(changes[1]).toContain('ОГЭ, Русский язык 30.06.2017: не внесён, сдавали: 8');
    expect(changes[2]).toMatch(
      /06\.06\.2017: не внесён, сдавали: 8 вместо «не внесён»\nшкола, компьютер, 06\.05\.2017, 10:00, заменено позже/,
    );
  });

  it('[PA3] take exam rows from Excel, and the exam table is walked with Enter', async () => {
    await page.getByLabel('Даты, можно несколько').focus();
    await pasteIntoFocus(
      page,
      'Предмет\tДата\tПротокол\nМатематика\t06.06\tвнесён\nГеография\t08.06.2017\tчастично\nРисование\t1.06',
    );
    await page.getByText('4. «Рисование 1.06» — непонятная клетка').waitFor();
    await button('Записать').click();
    const state = (name: string) => page.getByLabel(`${name}: Протокол в журнале`);
    expect(await state('Математика 06.06.2017').inputValue()).toBe('loaded');
    await state('География 08.06.2017').focus();
    await page.keyboard.press('Enter');
    const inFocus = () => page.evaluate(() => document.activeElement?.closest('tr')?.textContent ?? '');
    expect(await inFocus()).toContain('Математика');
    await page.keyboard.press('Shift+Enter');
    expect(await inFocus()).toContain('География');
  });

  it('let a choice be cleared again', async () => {
    await page.locator('#YEAR').getByText('Не представлены', { exact: true }).click();
    await page.locator('#YEAR').getByRole('button', { name: 'Очистить ответ' }).click();
    expect(await page.locator('#YEAR :checked').count()).toBe(0);
    await open(page, '/criterion/K1');
    await page.locator('#K1-01 .opts').getByText('Нет', { exact: true }).click();
    await page.locator('#K1-01').getByRole('button', { name: 'Очистить ответ' }).click();
    expect(await page.locator('#K1-01 :checked').count()).toBe(0);
    expect(await page.locator('#K1-01').innerText()).toContain('пусто');
  });
});
