import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/core/access/access.ts';
import { gotovo, type Serving, serve } from '../support/command-line.ts';
import { EnrolledDevices } from '../support/enrolled-devices.ts';
import { addExam, answerIndicator, answerRest, confirmLastYear, open, pasteMonths } from '../support/fill.ts';
import { plain } from '../support/page-text.ts';
import { docxWords, sheetCells } from '../support/read-package.ts';
import { savedFile } from '../support/saved-file.ts';
import { confirmed, hearing } from '../support/turns.ts';

const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const patience = { timeout: 60_000 };
const stillMissing = ['Гимназия', 'Тихоросинская СОШ', 'Синекаменская ООШ', 'Нижнеснегиринская НОШ'];

describe('the demo municipality, from a campaign to its report', { timeout: 240_000 }, () => {
  const devices = new EnrolledDevices({ data, address: () => serving.address, timeout: patience.timeout });
  let serving: Serving;
  let officer: Page;
  /** a school that handed everything in last year, and one that was only half through */
  let klyukvobor: Page;
  let zimoluzhye: Page;
  /** the years the campaign begins and ends in, as the officer's screen proposes them */
  let years: [first: string, second: string];
  let due: string;

  async function aDevice(place: string, role: Role, name: string): Promise<Page> {
    const page = await devices.enrolled(place, role, name);
    await confirmed(page);
    return page;
  }
  const textOf = async (page: Page, selector: string) =>
    (await page.locator(selector).first().innerText()).replace(/[\u00a0\s]+/g, ' ');
  const says = (page: Page, selector: string, words: string | RegExp) =>
    expect.poll(() => textOf(page, selector), patience).toMatch(words);
  /** Waits until others' work has come, asking the endpoint anew meanwhile. */
  const brings = (page: Page, words: string | RegExp) =>
    hearing(page, () => page.getByText(words).count()).toBeGreaterThan(0);

  async function answer(page: Page, id: string, value: 'yes' | 'partial'): Promise<void> {
    if (!page.url().endsWith(`/criterion/${id.slice(0, 2)}`)) await open(page, `/criterion/${id.slice(0, 2)}`);
    await page.locator(`#${id}`).waitFor();
    await answerIndicator(page, id, 'yes-partial-no', value);
  }
  async function submit(page: Page, button: string, isSigned: boolean): Promise<void> {
    await open(page, '/sending');
    if (isSigned) await page.getByText('Лист напечатан и подписан директором').click();
    await page.locator('#submit').getByRole('button', { name: button, exact: true }).click();
    await page.getByText('Самооценка сдана').waitFor();
    await confirmed(page);
  }
  async function openSchool(name: string): Promise<void> {
    await open(officer, '/');
    await officer
      .getByRole('row', { name: new RegExp(name) })
      .getByRole('link', { name: /^Проверить/ })
      .click();
    await officer.locator('#K1-01').waitFor();
  }
  const campaignId = () => `${years[0]}-${years[1].slice(2)}`;
  async function accept(): Promise<void> {
    await officer.getByRole('button', { name: 'Принять самооценку' }).click();
    await officer.getByText(/^Самооценка принята/).waitFor();
  }
  const saved = async (name: string) => readFileSync(await savedFile(officer.getByRole('button', { name })));

  beforeAll(async () => {
    serving = await serve(['--demo', '--port', '0', '--data', data]);
    officer = await aDevice('tihovodsk', 'officer', 'ПК отдела');
  }, 120_000);
  afterAll(async () => {
    await devices.close();
    await serving.stop('SIGTERM');
  });

  it('[CN1] [CN3] [CP5] begins the next campaign with what the last one had, asks more of «готова» and publishes it', async () => {
    await open(officer, '/');
    await officer.getByRole('heading', { level: 1, name: 'Сдали 4 школы из 6' }).waitFor();
    await officer.getByRole('link', { name: 'Кампания', exact: true }).click();
    await officer.getByRole('button', { name: 'Начать следующую кампанию' }).click();
    await officer.getByRole('heading', { level: 1, name: 'Новая кампания' }).waitFor();
    const schoolYear = await officer.getByRole('textbox', { name: 'Учебный год' }).inputValue();
    const [first = '', second = ''] = schoolYear.split('/');
    years = [first, second];
    due = await officer.getByLabel('Сдать до').inputValue();
    expect(due).toBe(`10.07.${second}`);
    expect(await officer.getByLabel('Название').inputValue()).toContain(schoolYear);
    await officer.getByLabel('Основание: приказ, дата и номер').fill(`приказ от 20.05.${second} № 231`);
    await officer.getByLabel('Что сказать школам').fill('Подтвердите прошлогодние ответы или исправьте их.');
    await officer.getByText('Пороги выводов').click();
    await officer.getByLabel('«Готова»: итог от').fill('90');
    await officer.getByText('«Готова»: итог от: 85 → 90').waitFor();
    await officer.getByText('Черновик сохранён').waitFor();
    await officer.getByRole('button', { name: 'Опубликовать' }).click();
    await officer.getByText('Опубликовано и сохранено на этом устройстве').waitFor();
    await confirmed(officer);
    await open(officer, '/');
    await officer.getByRole('heading', { level: 1, name: 'Сдали 0 школ из 6' }).waitFor();
    expect(await officer.getByRole('row', { name: /не открывала/ }).count()).toBe(6);
  });

  it('[CO3] [CO2] [SB1] lets a school confirm last year’s answers, mend two of them and hand in', async () => {
    klyukvobor = await aDevice('klyukvobor', 'school', 'ПК завуча');
    await open(klyukvobor, '/');
    await klyukvobor.getByText(`Муниципалитет ждёт до ${due}`).waitFor();
    await klyukvobor.getByText(`приказ от 20.05.${years[1]} № 231`).waitFor();
    await klyukvobor.getByRole('heading', { level: 1, name: 'Осталось 54 из 54 показателей' }).waitFor();
    await open(klyukvobor, '/criterion/K1');
    await klyukvobor.getByText(`В ${Number(years[0]) - 1}/${years[0]} учебном году: «12 из 19»`).waitFor();
    for (const [id, count] of Object.entries({ K1: 8, K2: 7, K3: 9, K4: 6, K5: 7, K6: 6, K7: 7 }))
      await confirmLastYear(klyukvobor, id, count);
    await answer(klyukvobor, 'K3-01', 'yes');
    await answer(klyukvobor, 'K3-02', 'partial');
    await answer(klyukvobor, 'K6-01', 'yes');
    await answer(klyukvobor, 'K6-05', 'partial');
    await answer(klyukvobor, 'K7-01', 'partial');
    const percents = ['97,2', '97,8', '98', '97,5', '97,9', '98,3', '98,4', '98,6', '99', '99,6', '99,88'];
    await pasteMonths(klyukvobor, years[0], percents);
    await addExam(klyukvobor, { exam: 'ОГЭ', subject: 'Русский язык', date: `30.05.${years[1]}`, state: 'внесён' });
    await addExam(klyukvobor, { exam: 'ОГЭ', subject: 'Математика', date: `06.06.${years[1]}`, state: 'не внесён' });
    await klyukvobor.locator('#YEAR').getByText('Не представлены', { exact: true }).click();
    await open(klyukvobor, '/verdict');
    await says(klyukvobor, 'main', /Школа готова частично.*Баллы: 81,15 % из 100/);
    await says(klyukvobor, 'main', 'С прошлого года: устранено 2, осталось 12, новых 5 Устранено: К3-01, К6-01');
    await submit(klyukvobor, 'Сдать', true);
  });

  it('[CO3] [TB6] takes a school through what it never answered, and tells which exams are missing', async () => {
    zimoluzhye = await aDevice('zimoluzhye', 'school', 'ПК директора');
    for (const [id, count] of Object.entries({ K1: 8, K2: 7, K3: 6, K4: 3 }))
      await confirmLastYear(zimoluzhye, id, count);
    for (const id of ['K3', 'K4', 'K5', 'K6', 'K7']) await answerRest(zimoluzhye, id, `${years[1]}-06-20`);
    await pasteMonths(zimoluzhye, years[0], ['98', '98', '98', '99', '99', '92,5', '98', '98', '98', '99', '99,5']);
    await addExam(zimoluzhye, { exam: 'ОГЭ', subject: 'Русский язык', date: `30.05.${years[1]}`, state: 'внесён' });
    const exams = zimoluzhye.locator('#GIA');
    await exams.getByText('В паспорте есть выпускники 11 класса, а строк ЕГЭ или ГВЭ-11 нет').waitFor();
    await addExam(zimoluzhye, {
      exam: 'ЕГЭ',
      subject: 'Русский язык',
      date: `01.06.${years[1]}`,
      state: 'внесён частично',
    });
    await exams.getByText('внесено полностью 1 из 2').waitFor();
    expect(await exams.innerText()).not.toContain('В паспорте есть выпускники');
    const closing = zimoluzhye.locator('#YEAR');
    await closing.getByText('Представлены', { exact: true }).click();
    for (const [row, done, of] of [
      ['Итоговые отметки выставлены, классы', '11', '11'],
      ['Сведения об освоении программ внесены, ученики', '138', '138'],
      ['Сведения об аттестатах внесены, выпускники', '15', '17'],
      ['Ученики переведены в новый учебный год', '121', '121'],
      ['Вновь поступившие зачислены', '10', '14'],
    ] as const) {
      await closing.getByLabel(`${row}: готово`).fill(done);
      await closing.getByLabel(`${row}: всего`, { exact: true }).fill(of);
    }
    await open(zimoluzhye, '/verdict');
    await says(zimoluzhye, 'main', /Школа готова\s.*Баллы: 93,57 % из 100/);
    await says(zimoluzhye, 'main', '70 — 90 с замечаниями от 90 готова, если каждый критерий от 65');
    await submit(zimoluzhye, 'Сдать', false);
    await open(zimoluzhye, '/verdict');
    expect(await zimoluzhye.getByRole('link', { name: 'Сдать самооценку' }).count()).toBe(0);
  });

  it('[BD1] [DV1] [VS1] [SB5] shows both on the board, judges three answers of one and gives it back', async () => {
    await open(officer, '/');
    await brings(officer, 'Сдали 2 школы из 6');
    for (const name of ['Клюквоборская', 'Зимолужская'])
      await expect
        .poll(() => officer.getByRole('row', { name: new RegExp(name) }).innerText(), patience)
        .toMatch(/сдано\s+56 из 56\s[^—]*\s0\s+сеть, /);
    await openSchool('Клюквоборская');
    expect(await textOf(officer, '#K7-04')).toMatch(/ акт № 3, 01\.06\./);
    await officer.getByRole('button', { name: 'Верно: К1-01' }).click();
    await officer.locator('#K1-01', { hasText: 'подтверждено' }).waitFor();
    await officer.getByRole('button', { name: 'Верно: К1-02' }).click();
    await officer.locator('#K1-02', { hasText: 'подтверждено' }).waitFor();
    await officer.getByRole('button', { name: 'Иначе: К3-02' }).click();
    const form = officer.getByRole('form', { name: 'Оценка муниципалитета: К3-02' });
    await form.getByText('Нет', { exact: true }).click();
    await form.getByLabel('Причина, её увидит школа').fill('В реестре прежний адрес');
    await form.getByRole('button', { name: 'Записать оценку' }).click();
    await officer.locator('#K3-02', { hasText: 'иначе: Нет' }).waitFor();
    await officer.getByRole('button', { name: 'Вернуть: К7-01' }).click();
    await officer.getByLabel('Что исправить, это увидит школа').fill('Приложите приказ о хранителе базы');
    await officer.getByRole('button', { name: 'Вернуть ответ школе' }).click();
    await officer.locator('#K7-01', { hasText: 'возвращено школе' }).waitFor();
    await officer.getByRole('button', { name: 'Вернуть 1 ответ' }).click();
    await officer.getByRole('button', { name: 'Вернуть 1 ответ' }).last().click();
    await officer.getByText('Самооценка возвращена. Школа увидит причины').waitFor();
    await says(officer, '.kpis', '81,15 % после проверки 80,35 %');
    await confirmed(officer);
  });

  it('[SB6] [VF3] [VF5] shows the school what came back, takes its new answer and the second submission', async () => {
    await open(klyukvobor, '/');
    await brings(klyukvobor, 'Муниципалитет вернул К7-01');
    await says(klyukvobor, 'section[aria-labelledby=waiting]', '«Исправьте: К7-01». Когда исправите, сдайте ещё раз.');
    await klyukvobor.getByRole('link', { name: /Муниципалитет вернул К7-01/ }).click();
    await klyukvobor.locator('#K7-01').getByText('«Приложите приказ о хранителе базы»').waitFor();
    await answer(klyukvobor, 'K7-01', 'yes');
    await klyukvobor.getByText('Муниципалитет увидит новый ответ, когда вы сдадите самооценку ещё раз.').waitFor();
    await submit(klyukvobor, 'Сдать с изменениями', true);
    await open(klyukvobor, '/verdict');
    await says(klyukvobor, 'section[aria-labelledby=verified]', /82,40 % После проверки.*81,60 %/);
    await says(klyukvobor, 'main', 'устранено 3, осталось 11, новых 5');
  });

  it('[VS2] [SB5] [VS7] judges again, asks about a month that fell, and accepts both', async () => {
    await open(officer, '/');
    await hearing(officer, () => officer.getByRole('row', { name: /Клюквоборская/ }).innerText()).toMatch(/сдано/);
    await openSchool('Клюквоборская');
    await officer.locator('#K7-01', { hasText: 'исправлено школой' }).waitFor();
    await officer.getByRole('button', { name: 'Верно: К7-01' }).click();
    await officer.locator('#K7-01', { hasText: 'подтверждено' }).waitFor();
    await says(officer, '.kpis', '82,40 % после проверки 81,60 % вывод, оба раза готова с замечаниями');
    await accept();
    await openSchool('Зимолужская');
    await officer.getByText(new RegExp(`январь ${years[1]} 99,00.%, февраль ${years[1]} 92,50.%`)).waitFor();
    await officer.getByRole('button', { name: 'Записать вопрос под К4-04' }).click();
    await officer.getByText('Вопрос записан под К4-04').waitFor();
    await officer.getByRole('button', { name: 'Верно: К1-01' }).click();
    await officer.locator('#K1-01', { hasText: 'подтверждено' }).waitFor();
    await accept();
    await open(officer, '/');
    await says(officer, '.kpis', 'сдано 0 принято 2');
  });

  it('[SI2] [AY2] [AY4] marks site checks by keys and shows in the picture how far a school has come in a year', async () => {
    await open(officer, '/site-checks');
    for (const [school, keys, words] of [
      ['Клюквоборская СОШ', '11236', '68,75 % 5 из 14'],
      ['Зимолужская СОШ', '1111', '100,00 % 4 из 14'],
    ] as const) {
      const row = officer.locator('.heat tr', { hasText: school });
      await row.getByRole('button').first().focus();
      for (const key of keys) await officer.keyboard.press(key);
      await expect.poll(async () => (await row.innerText()).replace(/\s+/g, ' '), patience).toContain(words);
    }
    await open(officer, '/picture');
    await officer.getByRole('heading', { name: 'Готовы 2 из 2 сдавших' }).waitFor();
    const row = officer.locator('.heat tr', { hasText: 'Клюквоборская СОШ' });
    const figures = async () => (await row.innerText()).replace(/\s+/g, ' ');
    await expect.poll(figures, patience).toMatch(/ 82,40 81,60 \+\d+,\d\d с замечаниями/);
    await says(officer, 'main', 'устранено 3, остаётся 15, новых 9');
  });

  it('[MR1] [MR12] [RE2] [RE5] writes the report, freezes it and saves it as docx and xlsx', async () => {
    await open(officer, '/report');
    await officer.getByText('Сведения 2 из 6 школ').waitFor();
    for (const [label, value] of [
      ['Дата справки', `12.07.${years[1]}`],
      ['Должность подписывающего', 'Начальник управления образования'],
      ['Фамилия, инициалы', 'Е. В. Лапина'],
    ] as const) {
      await officer.getByLabel(label).fill(value);
      await officer.getByLabel(label).blur();
    }
    await officer.getByText('Школы без сведений названы: 4').waitFor();
    const freeze = officer.getByRole('button', { name: 'Зафиксировать версию' });
    await expect.poll(() => officer.locator('main').innerText(), patience).toContain(`31.08.${years[1]}`);
    await freeze.click();
    await officer.getByText('Версия 1 зафиксирована').waitFor();
    const words = plain(docxWords(await saved('Сохранить docx')));
    for (const said of [
      `${years[0]}/${years[1]} учебный год`,
      `приказ от 20.05.${years[1]} № 231`,
      `Дата справки: 12.07.${years[1]}.`,
      'Сведения представили 2 из 6 школ (33,33 %). Цифры и выводы ниже относятся только к школам, представившим сведения.',
      'Средний итог по муниципалитету: 87,59 % (сведения 2 из 6 школ).',
      'С прошлого года не устранены замечания (2 из 2): Клюквоборская СОШ (К1-04',
      'Зимолужская СОШ: год закрыт в системе не полностью.',
      'Все представившие сведения школы готовы к ведению учёта успеваемости',
      `Не представили (4 из 6): ${stillMissing.join(', ')}.`,
      'Начальник управления образования',
      'Е. В. Лапина',
    ])
      expect(words).toContain(said);
    const tables = await saved('Таблицы в xlsx');
    const cells = [1, 2, 3, 4].flatMap((sheet) => sheetCells(tables, sheet));
    const total = cells.filter(({ isNumber, shown }) => isNumber && ['81,60', '93,57', '87,59'].includes(shown));
    expect(new Set(total.map(({ shown }) => shown)).size).toBe(3);
    await confirmed(officer);
    const exported = gotovo(data, 'answers', 'export', '--place', 'klyukvobor', '--campaign', campaignId());
    expect(JSON.stringify(exported)).toContain('"status":"accepted"');
  });
});
