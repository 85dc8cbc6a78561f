import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoOf } from '../../src/demo/demo-of.ts';
import { gotovo, type Serving, serve } from '../support/command-line.ts';
import { EnrolledDevices } from '../support/enrolled-devices.ts';
import { open, paperLines } from '../support/fill.ts';
import { looksRight } from '../support/looks-right.ts';
import { plain, textOf } from '../support/page-text.ts';
import { pageCount } from '../support/pdf.ts';
import { savedFile } from '../support/saved-file.ts';
import { confirmed } from '../support/turns.ts';

const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const { campaign } = demoOf(new Date().toISOString().slice(0, 10)).answers as {
  campaign: { id: string; asOf: string; municipality: string };
};

describe('an officer’s device without a network', { timeout: 240_000 }, () => {
  let serving: Serving;
  const devices = new EnrolledDevices({ data, address: () => serving.address });
  let page: Page;

  const type = async (...lines: string[]) => {
    for (const line of lines) {
      await page.keyboard.type(line);
      await page.keyboard.press('Enter');
    }
  };

  beforeAll(async () => {
    serving = await serve(['--demo', '--port', '0', '--data', data]);
    page = await devices.enrolled(campaign.municipality, 'officer');
    await open(page, '/schools/sinekamen');
    await page.locator('#K3-06').waitFor({ timeout: 60_000 });
    await serving.stop('SIGTERM');
  }, 180_000);
  afterAll(async () => {
    await devices.close();
    await serving.stop('SIGTERM');
  });

  it('[VS1] [VS5] [VS6] gives another value with its reason and gives an answer back, by keys alone', async () => {
    const self = await page.locator('.kpis div').first().innerText();
    await page.locator('#K3-05 .rowkey').focus();
    await page.keyboard.press('1');
    await page.locator('#K3-05', { hasText: 'подтверждено' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.closest('tr')?.id === 'K3-06');
    await page.keyboard.press('2');
    await page.locator('form', { hasText: 'Оценка муниципалитета' }).waitFor();
    await page.keyboard.press('ArrowRight'); // from «Да» to «Частично»
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('без неё школа не поймёт оценку').waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.type('Политика на сайте не опубликована');
    await page.getByText(/В справку пойдёт «частично», балл К3: .* → /).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#K3-06', { hasText: 'иначе: Частично' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.closest('tr')?.id === 'K3-06');
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => document.activeElement?.closest('tr')?.id === 'K3-07');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('3');
    await page.getByLabel('Что исправить, это увидит школа').waitFor();
    await page.keyboard.type('Акт составлен до смены системы');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('#K3-08', { hasText: 'возвращено школе' }).waitFor();
    const figures = await textOf(page.locator('.kpis'));
    expect(figures).toContain(plain(self));
    expect(figures).toMatch(/[\d,]+ %\s+после проверки|после проверки\s+[\d,]+ %/);
    expect(figures).toContain('2 из ');
    expect(await textOf(page.locator('.grp:has-text("Персональные данные")'))).toMatch(/: [\d,]+ % → [\d,]+ %$/);
    await page.getByRole('button', { name: 'Иначе 1' }).click();
    expect(await page.locator('.rowkey').allInnerTexts()).toEqual(['К3-06']);
    await page.getByRole('button', { name: 'Вернуть 1 ответ' }).click();
    await page.getByRole('button', { name: 'Вернуть 1 ответ' }).last().click();
    await page.getByText('Самооценка возвращена. Школа увидит причины').waitFor();
  });

  it('[VS6] says «не применимо» of a critical indicator, and writes to the school under it', async () => {
    const row = page.locator('#K2-01');
    await page.getByRole('button', { name: /^Критические / }).click();
    await row.getByRole('button', { name: 'Иначе: К2-01' }).click();
    const form = page.getByRole('form', { name: 'Оценка муниципалитета: К2-01' });
    await form.getByText('Не применимо', { exact: true }).click();
    await form.getByLabel('Причина, её увидит школа').fill('Здание закрыто до сентября');
    await form.getByRole('button', { name: 'Записать оценку' }).click();
    await row.getByText('иначе: Не применимо: Здание закрыто до сентября').waitFor();
    await row.getByRole('button', { name: 'К2-01', exact: true }).click();
    await page.getByLabel('Написать школе').fill('Пришлите приказ о закрытии.');
    await page.getByRole('button', { name: 'Записать', exact: true }).click();
    await page.getByText(/муниципалитет, .*: Пришлите приказ о закрытии\./).waitFor();
    await page.getByRole('button', { name: 'Снять отметку' }).click();
    await row.getByText('не проверено').waitFor();
    await page.getByRole('button', { name: 'Свернуть' }).click();
  });

  it('prints the score sheet of a school on one page and saves it as docx', async () => {
    await page.getByRole('button', { name: 'Лист самооценки' }).click();
    await page.locator('.sheet').waitFor();
    expect(pageCount(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
    const file = await savedFile(page.getByRole('button', { name: 'Сохранить docx' }));
    expect(basename(file)).toBe('gotovo-list-sinekamen.docx');
    await page.getByRole('button', { name: 'К проверке' }).click();
    await page.locator('summary', { hasText: 'Паспорт и таблицы школы' }).click();
    await page.locator('.sheet', { hasText: 'Заполнение журналов по месяцам' }).waitFor();
  });

  it('[VS5] leaves single keys alone once they are switched off', async () => {
    await page.getByRole('button', { name: /^Все / }).click();
    await page.getByLabel('Клавиши 1, 2, 3 включены').uncheck();
    await page.locator('#K3-09 .rowkey').focus();
    await page.keyboard.press('1');
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(() => document.activeElement?.closest('tr')?.id === 'K3-10');
    expect(await page.locator('#K3-09').innerText()).toContain('не проверено');
    await page.getByLabel('Клавиши 1, 2, 3 включены').check();
  });

  it('[SI2] [SI3] marks the pages of a school from the grid by keys', async () => {
    await open(page, '/site-checks');
    const row = page.locator('.heat tr', { hasText: 'Зимолужская СОШ' });
    await row.getByRole('button').first().focus();
    for (const key of ['1', '2', '5', '6']) await page.keyboard.press(key);
    await expect.poll(() => textOf(row)).toMatch(/50,00 %\s4 из 14/);
    expect(await row.getByRole('button').nth(4).getAttribute('tabindex')).toBe('0');
  });

  it('[PE6] [PE8] [PE9] [VS7] takes a paper return typed by keyboard alone, and says that it is unfinished', async () => {
    await open(page, '/paper/snegirevo');
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
    await type('48', '6', '8', '4', '0', '0', '1', '1', '');
    await page.getByRole('heading', { name: /^К1-01/ }).waitFor();
    await type('1', '1, 14/ПД, 12.01', 'К1-04 9');
    await page.getByText('9 больше, чем в паспорте: 8.').waitFor();
    await type(...paperLines());
    await page.getByText(/Введено \d+ из \d+ показателей и таблиц/).waitFor();
    await type('М09 98,5', '88/98', '-', 'Г0 1, 30.06');
    await page.getByText('М11: нет данных').waitFor();
    await page.getByRole('button', { name: 'Отметить сдачу незаполненного бланка' }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.type(campaign.asOf.split('-').reverse().join('.'));
    await page.keyboard.press('Enter');
    await page.getByText('Сдача отмечена').waitFor();
    await open(page, '/schools/snegirevo');
    await page.getByText(/упало больше чем на 5.пунктов: сентябрь \d+ 98,50.%, октябрь \d+ 89,80.%\. Чем/).waitFor();
    await page.getByRole('button', { name: 'Записать вопрос под К4-04' }).click();
    await page.getByText('Вопрос записан под К4-04').waitFor();
    await page.locator('#K1-02 .rowkey').focus();
    await page.keyboard.press('Enter');
    await page.locator('summary', { hasText: 'История ответа' }).click();
    await page.getByText('муниципалитет, с бумаги').first().waitFor();
    await page.locator('#K1-02', { hasText: '№ 14/ПД' }).waitFor();
    await page.getByText('введено с бумаги').waitFor();
  });

  it('[VS4] [PE4] shows alone what was changed after the submission, the school’s first value still counting', async () => {
    await open(page, '/paper/snegirevo');
    await page.getByText('Школа уже сдала самооценку').waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
    await type('К5-06 2', 'К1-04 9', 'К1-04 9');
    await page.getByText('К1-04: 9', { exact: true }).waitFor();
    await open(page, '/schools/snegirevo');
    await page.getByText('После сдачи изменено: 2 ответа').waitFor();
    await page.getByRole('button', { name: 'После сдачи 2' }).click();
    expect(await page.locator('.rowkey').allInnerTexts()).toEqual(['К1-04', 'К5-06']);
    const row = await textOf(page.locator('#K1-04'));
    expect(row).toContain('8 из 8');
    expect(row).toContain('сейчас: 9 из 8');
  });

  it('[IA1] [IA2] takes the sound schools of a file of answers and tells what is wrong with the other', async () => {
    const file = join(data, 'answers.json');
    const school = (id: string, readiness: unknown) => ({
      place: { id, name: id, parent: campaign.municipality },
      readiness,
    });
    const whole = demoOf(new Date().toISOString().slice(0, 10)).answers as { campaign: Record<string, unknown> };
    const { previous: _, ...known } = whole.campaign;
    const schools = [school('zimoluzhye', { 'K5-06': 'no' }), school('snegirevo', { 'K9-99': 'yes' })];
    writeFileSync(file, JSON.stringify({ format: 'gotovo-answers/1', campaign: known, schools }));
    await open(page, '/paper');
    await page.getByRole('button', { name: 'Бланк для печати' }).click();
    await page.locator('.sheet').nth(9).waitFor();
    await page.getByRole('button', { name: 'К списку школ' }).click();
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('показателя K9-99 в форме нет').waitFor();
    await page.getByText('в файле есть ошибки, из этой школы ничего не возьмётся').waitFor();
    await page.getByRole('button', { name: 'Взять 1 школу' }).click();
    await page.getByText('Взято: 1 значение').waitFor();
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByText('всё это уже есть').waitFor();
  });

  it('has nothing for axe to complain about and never scrolls sideways', async () => {
    for (const path of ['/schools/sinekamen', '/schools/none', '/site-checks', '/paper', '/paper/snegirevo']) {
      await open(page, path);
      if (path === '/schools/sinekamen') {
        await page.getByRole('button', { name: 'Иначе: К1-04' }).click();
        await page.getByLabel('Причина, её увидит школа').fill('длинноеслово'.repeat(40));
      }
      await looksRight(page, path, [360, 1920, 1366]);
    }
  });

  it('[VS2] [PE8] delivers all of it once there is a network', async () => {
    const { port } = new URL(serving.address);
    serving = await serve(['--port', port, '--data', data]);
    await open(page, '/sending');
    await page.getByRole('button', { name: 'Отправить сейчас' }).click();
    await confirmed(page);
    const exported = (place: string) => {
      const answers = gotovo(data, 'answers', 'export', '--place', place, '--campaign', campaign.id);
      return (answers.schools as Record<string, Record<string, unknown>>[])[0] ?? {};
    };
    expect(exported('snegirevo')).toMatchObject({ status: 'submitted', readiness: { 'K1-02': 'yes' } });
    expect(exported('sinekamen').status).toBe('returned');
    expect(exported('zimoluzhye')).toMatchObject({
      SITE: { 'S-03': { state: 'missing' } },
      readiness: { 'K5-06': 'no' },
    });
  });
});
