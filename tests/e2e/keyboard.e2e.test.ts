import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchDevice, type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { aProfile, untilSaved } from '../support/device.ts';
import { aTreeFile } from '../support/tree-file.ts';

type Focus = { name: string; tag: string; problem: string | null };

describe('[KB1] by keyboard alone', () => {
  let server: RunningServer;
  let device: BrowserContext;
  let page: Page;
  let code: string;

  beforeAll(async () => {
    const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
    gotovo(data, 'places', 'import', aTreeFile());
    code = String(gotovo(data, 'codes', 'issue', '--place', 's10', '--json').code);
    server = await startServer(0, data);
    device = await launchDevice(aProfile());
    await device.clock.setFixedTime(new Date('2017-07-06T10:00:00'));
    page = device.pages()[0] ?? (await device.newPage());
    await page.goto(server.address);
    await page.locator('main h1').waitFor();
  });
  afterAll(async () => {
    await device.close();
    await server.stop();
  });

  /** Presses a key and looks where focus is: somewhere, visible, on the screen, under no bar. */
  async function press(key: string): Promise<Focus> {
    await page.keyboard.press(key);
    const focus = await focusNow();
    expect([key, focus.name, focus.problem]).toEqual([key, focus.name, null]);
    return focus;
  }

  const focusNow = (): Promise<Focus> =>
    page.evaluate(async () => {
      // a frame for what the program draws, another for what it moves
      for (let frame = 0; frame < 3; frame += 1) await new Promise((done) => requestAnimationFrame(done));
      const element = document.activeElement as HTMLElement;
      const label = (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent ?? '';
      const legend = element.closest('fieldset')?.querySelector('legend')?.textContent ?? '';
      const name = `${element.closest('section')?.id ?? ''} ${legend} ${element.ariaLabel ?? label}`.trim();
      const found = { name, tag: element.tagName };
      if (element === document.body) return { ...found, problem: 'focus is lost' };
      if (element.tagName === 'H1' || element.tagName === 'MAIN') return { ...found, problem: null };
      const shown = element.matches('.opt input') ? (element.nextElementSibling ?? element) : element;
      const style = getComputedStyle(shown);
      if (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 2)
        return { ...found, problem: 'focus is not visible' };
      const box = shown.getBoundingClientRect();
      const inBar = shown.closest('.top, .skip') !== null;
      const at = document.elementFromPoint(
        box.left + Math.min(box.width, 40) / 2,
        box.top + Math.min(box.height, 20) / 2,
      );
      const covered = !inBar && (at === null || !(shown.contains(at) || at.contains(shown)));
      return { ...found, problem: covered ? `focus is covered by ${at?.className ?? 'the edge'}` : null };
    });

  /** Tab, or Shift+Tab, until the thing in focus is called so. */
  async function tabTo(name: string | RegExp, key = 'Tab'): Promise<void> {
    const seen: string[] = [];
    for (let presses = 0; presses < 90; presses += 1) {
      const focus = await press(key);
      if (typeof name === 'string' ? focus.name.includes(name) : name.test(focus.name)) return;
      seen.push(focus.name);
    }
    expect(seen).toContain(name);
  }
  async function search(id: string, title: string): Promise<void> {
    await press('Control+Slash');
    await type(id);
    await tabTo(id);
    await press('Enter');
    await heading(title);
    await expect.poll(async () => (await focusNow()).name).toMatch(new RegExp(`^${id.replace('К', 'K')}`));
  }
  const type = (text: string) => page.keyboard.type(text);
  const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

  it('goes from the first start through the passport', { timeout: 90_000 }, async () => {
    await tabTo('К содержанию');
    await press('Enter');
    await tabTo('Начать заполнять');
    await press('Enter');
    await heading('Паспорт школы');
    for (const [name, count] of [
      ['Учеников', '90'],
      ['Педагогов', '16'],
      ['Работников с доступом', '19'],
      ['Классов', '11'],
      ['Выпускников 9', '8'],
      ['Выпускников 11', '0'],
    ] as const) {
      await tabTo(name);
      await type(count);
    }
    await tabTo('Добавить здание');
    await press('Enter');
    await tabTo('Здание 1: Адрес', 'Shift+Tab');
    await type('Школьная, 4');
    await tabTo('Здание 1: Интернет');
    await type('опт');
    await tabTo('Добавить здание');
    await press('Enter');
    await tabTo('Убрать: Здание', 'Shift+Tab');
    await press('Enter');
    await tabTo('Краткое название');
    await type('СОШ № 10');
    await tabTo('К показателям');
    await press('Enter');
    await heading('Локальные нормативные акты');
  });

  it('answers every kind, gives a reason, evidence and a comment', { timeout: 90_000 }, async () => {
    await tabTo(/^K1-01/);
    await press('Space');
    await press('ArrowRight');
    await press('ArrowRight');
    await page.locator('#K1-01').getByText('Что сделать').waitFor();
    await tabTo('Очистить ответ');
    await press('Enter');
    expect(await page.locator('#K1-01 :checked').count()).toBe(0);
    await press('Space');
    await tabTo('Подтверждение и примечание');
    await press('Enter');
    await tabTo('Документ, №');
    await type('41');
    await tabTo('Дата');
    await type('29.08.2016');
    await tabTo('Комментарий для муниципалитета');
    await type('приказ на сайте');
    await press('Control+Enter');
    expect((await focusNow()).name).toMatch(/^K1-02/);
    await tabTo(/^K1-04/);
    await type('12');
    await tabTo('Все 19');
    await press('Enter');
    await tabTo(/^K1-07.*(сверяли|сверен|Когда)/i);
    await type('15.05.2017');
    await untilSaved(page);
    expect(await page.getByText('Два разных ответа').count()).toBe(0);
    expect(await page.locator('[id="K1-04-f"]').inputValue()).toBe('19');

    expect(await page.locator('#K1-01 summary').first().innerText()).toContain('№ 41, 29.08.2016');

    await search('К2-04', 'Оснащение и связь');
    await type('3');
    await search('К4-05', 'Качество работы в системе');
    await press('Space');
    expect(
      await page
        .locator('#K4-05 .opt')
        .filter({ has: page.locator(':checked') })
        .innerText(),
    ).toBe('Каждый день');
    expect(await page.getByLabel('Почему не применимо').count()).toBe(0);
    await search('К3-10', 'Персональные данные');
    for (const key of ['Space', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await press(key);
    await tabTo('Почему не применимо');
    await type('не публикуем');
    await untilSaved(page);
    expect(await page.locator('#K3-10 .foot').innerText()).toContain('сохранено 10:00');
    await search('К2-04', 'Оснащение и связь');
    expect(await page.locator('[id="K2-04-f"]').inputValue()).toBe('3');
  });

  it('fills months with Enter, adds exams, and comes to the verdict', { timeout: 90_000 }, async () => {
    await press('Control+Home');
    await tabTo('Таблицы', 'Shift+Tab');
    await press('Enter');
    await heading('Таблицы');
    await tabTo('сентябрь 2016: Процент');
    for (const percents of ['97,2', '97,8', '98', '97,5', '97,9', '98,3', '98,4', '98,6', '99', '99,6']) {
      await type(percents);
      await press('Enter');
    }
    await type('99,88');
    await press('Shift+Enter');
    expect((await focusNow()).name).toContain('июнь 2017: Процент');
    await tabTo('Даты, можно несколько');
    await type('30.05, 6.06');
    await press('Enter');
    await page.locator('#GIA tbody tr').first().waitFor();
    await tabTo('30.05.2017: Дата');
    await page.keyboard.press('Control+A');
    await type('31.05');
    await press('Tab');
    expect((await focusNow()).name).toContain('31.05.2017: Сдавали');
    await tabTo('31.05.2017: Протокол');
    await type('внесён ч');
    await tabTo('Убрать строку: ОГЭ, Русский язык 31.05.2017');
    await press('Enter');
    await tabTo('Вернуть');
    await press('Enter');
    await page.getByLabel('Русский язык 31.05.2017: Протокол в журнале').waitFor();
    await tabTo(/^YEAR/);
    await press('ArrowRight');
    await tabTo('Очистить ответ');
    await press('Enter');
    await press('Space');
    await untilSaved(page);
    expect(await page.locator('#JRN').innerText()).toContain('98,38');
    await tabTo('Итог', 'Shift+Tab');
    await press('Enter');
    await heading('Итога ещё нет');
  });

  it('prints, enters the code and sends', { timeout: 90_000 }, async () => {
    // the browser's own dialogue cannot be seen from a page: it is told here what would come into it
    await page.evaluate(() => {
      window.print = () => {
        document.documentElement.dataset.printed = document.querySelector('.sheet h1, .sheet h2')?.textContent ?? '';
      };
    });
    await tabTo('Напечатать лист самооценки');
    await press('Enter');
    await heading('Печать');
    await tabTo(/Лист/);
    await press('ArrowRight');
    await tabTo('Печать');
    await press('Enter');
    expect(await page.evaluate(() => document.documentElement.dataset.printed)).toContain('Самооценка');

    await press('Control+Home');
    await tabTo('Отправка', 'Shift+Tab');
    await press('Enter');
    await tabTo('20 цифр с листа');
    await type(code);
    await tabTo('Как называть это устройство');
    await page.keyboard.press('Control+A');
    await type('ПК в учительской');
    await press('Enter');
    await heading('Всё отправлено и подтверждено');
    await page.locator('.state b', { hasText: 'Сохранено и подтверждено сервером' }).waitFor();
    await tabTo('Отправить сейчас');
    await press('Enter');
    await heading('Всё отправлено и подтверждено');
  });
});
