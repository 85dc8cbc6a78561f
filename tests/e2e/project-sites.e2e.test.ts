import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../support/browser.ts';
import { aFile, gotovo } from '../support/command-line.ts';
import { untilSaved } from '../support/device.ts';
import { EnrolledDevices } from '../support/enrolled-devices.ts';
import { open } from '../support/fill.ts';
import { looksRight } from '../support/looks-right.ts';
import { plain } from '../support/page-text.ts';
import { docxWords, fileOf, openPackage } from '../support/read-package.ts';
import { savedFile } from '../support/saved-file.ts';

const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const patience = { timeout: 60_000 };
const devices = new EnrolledDevices({ data, address: () => server.address, timeout: patience.timeout });
const widths = [360, 1920, 1366];
let server: RunningServer;
let school: Page;
let officer: Page;

const places = [
  'id,kind,parent,name,shortName,address',
  'krai,region,,Заречный край,Заречный край,',
  'lug,municipality,krai,Луговой округ,Луговой округ,',
  'sosny,school,lug,Сосновская СОШ,Сосновская СОШ,',
  'kluchi,school,lug,Ключевская СОШ,Ключевская СОШ,',
].join('\n');

const answers = {
  format: 'gotovo-answers/1',
  campaign: {
    id: 'sites-2017',
    title: 'Отчёты площадок',
    schoolYear: '2016/2017',
    asOf: '2017-05-01',
    due: '2017-05-20',
    municipality: 'lug',
    forms: ['readiness@1', 'site-report@1'],
  },
  schools: [
    {
      place: { id: 'kluchi' },
      passport: { sedSystem: 'tes' },
      status: 'accepted',
      'site-report': {
        received: '2017-05-18',
        'P1.1': 'yes',
        'P2.1': [{ title: 'Фестиваль школьных журналов', date: '2017-03-01', participants: 12 }],
      },
    },
  ],
};

beforeAll(async () => {
  gotovo(data, 'places', 'import', aFile('places.csv', places));
  gotovo(data, 'answers', 'import', aFile('answers.json', JSON.stringify(answers)));
  server = await startServer(0, data);
  school = await devices.enrolled('sosny', 'school', 'ПК завуча');
  officer = await devices.enrolled('krai', 'officer', 'ПК министерства');
}, 240_000);
afterAll(async () => {
  await devices.close();
  await server.stop();
});

const field = (id: string) => school.locator(`section[id="${id}"]`);

it('[SR7] opens the report from the overview where the campaign collects it, and saves every kind of field by itself', async () => {
  await open(school, '/');
  await school.getByRole('link', { name: /Восемь показателей/ }).click(patience);
  await school.getByRole('heading', { name: 'Отчёт площадки проекта' }).waitFor(patience);
  await school.getByText('Заполнено 0 из 22').waitFor(patience);

  await field('P1.1').getByText('Да', { exact: true }).click();
  await field('P3.1').getByText('Да', { exact: true }).click();
  await field('P3.1').getByText('нужен адрес страницы').waitFor(patience);
  await field('P3.1').getByLabel('Адрес страницы').fill('на сайте');
  await field('P3.1').getByText('не похоже на адрес').waitFor(patience);
  await field('P3.1').getByLabel('Адрес страницы').fill('https://школа.рф/ресурсы');
  await field('P3.1')
    .getByText('не похоже на адрес')
    .waitFor({ state: 'detached', ...patience });

  await field('P1.2').getByLabel('Закон № 152-ФЗ', { exact: false }).first().check();
  await field('P1.2').getByText('К ответу «да» нужен адрес страницы').waitFor(patience);
  await field('P2.5').getByRole('button', { name: 'Ничего нет' }).click();
  await field('P5.1').getByLabel('Педагогов-экспертов').fill('два');
  await field('P5.1').getByText('Впишите целое число').waitFor(patience);
  await field('P5.1').getByLabel('Педагогов-экспертов').fill('2');
  await school.getByText('Заполнено 5 из 22').waitFor(patience);
  await untilSaved(school);
}, 180_000);

it('[SR7] adds rows from the keyboard, tells a row said twice, and gives back one taken away', async () => {
  const add = field('P2.4').getByRole('button', { name: 'Добавить: конкурс' });
  await add.focus();
  await school.keyboard.press('Enter');
  const first = field('P2.4').getByRole('group', { name: 'Конкурс 1' });
  await first.getByLabel('Название').waitFor(patience);
  await expect
    .poll(() => first.getByLabel('Название').evaluate((one) => one === document.activeElement), patience)
    .toBe(true);
  await school.keyboard.type('Лучший журнал');
  // left as a person leaves it: by then it is saved
  await school.keyboard.press('Tab');
  await school.keyboard.press('Tab');
  await first.getByLabel('Уровень').selectOption({ label: 'муниципальный' });
  await add.click();
  const second = field('P2.4').getByRole('group', { name: 'Конкурс 2' });
  await second.getByLabel('Название').fill('лучший журнал');
  await field('P2.4').getByText('Такая строка уже есть выше').waitFor(patience);
  expect(await field('P2.4').getByText('два разных ответа').count()).toBe(0);
  await looksRight(school, 'the report', widths);
  const remove = field('P2.4').getByRole('button', { name: 'Убрать: Конкурс 2' });
  await remove.click();
  await second.waitFor({ state: 'detached', ...patience });
  await field('P2.4').getByRole('button', { name: 'Вернуть' }).click();
  await second.waitFor(patience);
  await field('P2.4').getByRole('button', { name: 'Убрать: Конкурс 2' }).click();
  await untilSaved(school);
  await school.reload();
  await field('P2.4').getByRole('group', { name: 'Конкурс 1' }).waitFor(patience);
  expect(await field('P2.4').getByLabel('Название').inputValue()).toBe('Лучший журнал');
  expect(await field('P2.4').getByLabel('Уровень').inputValue()).toBe('municipal');
  await school.getByText('Заполнено 6 из 22').waitFor(patience);
}, 180_000);

it('[CX6] tells a site beside the field while fewer than three topics of consultations are named', async () => {
  const told = field('P6.1').getByText('Обязательных тем три: назовите каждую отдельной строкой.');
  expect(await told.count()).toBe(0);
  for (const [at, topic] of ['Журнал', 'Дневник', 'Защита данных'].entries()) {
    await field('P6.1').getByRole('button', { name: 'Добавить: консультация' }).press('Enter');
    const row = field('P6.1').getByRole('group', { name: `Консультация ${at + 1}` });
    await row.getByLabel('Тема').fill(topic);
    await row.getByLabel('Тема').blur();
    await (at < 2 ? told.waitFor(patience) : told.waitFor({ state: 'detached', ...patience }));
  }
}, 180_000);

const saved = async (name: string) => readFileSync(await savedFile(officer.getByRole('button', { name })));
const part = (name: string) => officer.getByRole('button', { name, exact: true });

it('[NR1] [NR3] lets a region type the passport of its project and the register of its sites, every field saved by itself', async () => {
  await officer.getByRole('link', { name: 'Сеть', exact: true }).click(patience);
  await officer.getByText('В срок сдали 1 из 2').waitFor(patience);
  await looksRight(officer, 'the report of the network', widths);
  await part('Паспорт и разделы').click();
  await officer.getByLabel('Проект', { exact: true }).fill('Школа без бумаги');
  await officer.getByLabel('Цель').fill('Одна сеть');
  await officer.getByLabel('Проблемы').fill('Слабая связь');
  await looksRight(officer, 'the passport of the project', widths);
  await part('Реестр площадок').click();
  await officer.getByRole('combobox', { name: 'Школа', exact: true }).selectOption({ label: 'Ключевская СОШ' });
  await officer.getByRole('button', { name: 'Добавить площадку' }).click();
  await officer.getByText('Реестр: 1 площадка').waitFor(patience);
  await officer.getByLabel('Ключевская СОШ: Соглашение').selectOption({ label: 'двустороннее' });
  await officer.getByLabel('Ключевская СОШ: Вошла').fill('завтра');
  await officer.getByLabel('Ключевская СОШ: Вошла').blur();
  await officer.getByText('Это не день').waitFor(patience);
  await officer.getByLabel('Ключевская СОШ: Вошла').fill('15.11.2012');
  await officer.getByLabel('Ключевская СОШ: Вошла').blur();
  await looksRight(officer, 'the register of sites', widths);
  await officer.locator('.state', { hasText: 'всё доставлено' }).waitFor(patience);
}, 240_000);

it('[NR7] shows the report made of it after a reload, saves it as docx and xlsx, and the command line writes the same words', async () => {
  await officer.reload();
  await officer.getByText('В срок сдали 1 из 1').waitFor(patience);
  await officer.locator('.desk').getByText('Школа без бумаги').waitFor(patience);
  await officer.getByRole('button', { name: 'Напечатать', exact: true }).waitFor(patience);
  const docx = await saved('Сохранить docx');
  const words = plain(docxWords(docx));
  for (const text of [
    'Школа без бумаги',
    'Одна сеть',
    'Слабая связь',
    'Фестиваль школьных журналов',
    '100 % от сети (1 из 1)',
  ])
    expect(words).toContain(text);
  expect((await saved('Таблицы в xlsx')).length).toBeGreaterThan(5000);
  const out = join(data, 'network.docx');
  gotovo(data, 'report', 'network-report', '--place', 'krai', '--campaign', 'sites-2017', '--out', out);
  const documentIn = (bytes: Uint8Array) => fileOf(openPackage(bytes), 'word/document.xml');
  expect(documentIn(readFileSync(out))).toBe(documentIn(docx));
}, 240_000);

it('[SR7] tells a site what the region has in its register, and hides the report where it is not collected', async () => {
  await part('Реестр площадок').click(patience);
  await officer.getByRole('combobox', { name: 'Школа', exact: true }).selectOption({ label: 'Сосновская СОШ' });
  await officer.getByRole('button', { name: 'Добавить площадку' }).click();
  await officer.getByLabel('Сосновская СОШ: Соглашение').selectOption({ label: 'трёхстороннее' });
  await officer.locator('.state', { hasText: 'всё доставлено' }).waitFor(patience);
  await school.reload();
  await school.getByText('трёхстороннее').waitFor(patience);
  const page = await devices.fresh('/site-report');
  await page.getByRole('heading', { name: 'В этой кампании отчёт площадки не собирают' }).waitFor(patience);
}, 240_000);
