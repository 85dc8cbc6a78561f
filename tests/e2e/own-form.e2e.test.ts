import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Form } from '../../src/core/form/form.ts';
import { sheetsOf } from '../../src/core/form-sheets/write-form.ts';
import { writeSheets } from '../../src/documents/write-sheets.ts';
import { aForm, anIndicator } from '../fixtures/a-form.ts';
import { type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { untilSaved } from '../support/device.ts';
import { EnrolledDevices } from '../support/enrolled-devices.ts';
import { open } from '../support/fill.ts';
import { looksRight } from '../support/looks-right.ts';
import { sheetCells } from '../support/read-package.ts';
import { savedFile } from '../support/saved-file.ts';
import { aTreeFile } from '../support/tree-file.ts';
import { confirmed, hear, setOffline } from '../support/turns.ts';

const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const slow = { timeout: 60_000 };
const devices = new EnrolledDevices({ data, address: () => server.address, timeout: slow.timeout });
const patient = { timeout: 240_000 };
let server: RunningServer;
let officer: Page;
let school: Page;

const first = aForm({
  base: [
    anIndicator('order', { question: 'Есть ли приказ об обучении на расстоянии?', critical: true, points: 3 }),
    anIndicator('tutors', { question: 'Сколько педагогов обучены?', kind: 'ratio', total: 'teachers' }),
    anIndicator('renewed', { question: 'Когда план обновлён?', kind: 'date', fresh: [365, 730] }),
    anIndicator('paper', { question: 'Есть ли бумажный план?' }),
  ],
  line: [
    anIndicator('speed', {
      question: 'Скорость линии, Мбит/с?',
      kind: 'figure',
      steps: [
        [50, 1],
        [10, 0.5],
        [0, 0],
      ],
    }),
    anIndicator('spare', {
      question: 'Какая запасная линия?',
      kind: 'choice',
      options: { mobile: 1, none: 0 },
      optionTitles: { mobile: 'мобильная', none: 'нет' },
      showIf: { indicator: 'order', in: ['yes'] },
    }),
    anIndicator('places', {
      question: 'Где учатся дети без связи?',
      kind: 'choices',
      options: { school: 0.5, library: 0.5 },
      optionTitles: { school: 'в школе', library: 'в библиотеке' },
    }),
  ],
  lessons: [
    anIndicator('lessons', {
      question: 'Уроков в неделю?',
      kind: 'figure',
      points: 0,
      constraint: '. <= 40',
      constraintMessage: 'Уроков не бывает больше 40.',
    }),
    anIndicator('online', { question: 'Из них на расстоянии?', kind: 'figure', points: 0 }),
    anIndicator('share', {
      question: 'Доля уроков на расстоянии',
      kind: 'derived',
      calculation: 'if(${lessons} > 0, round(100 * ${online} div ${lessons}, 0), 0)',
      steps: [
        [20, 1],
        [0, 0],
      ],
    }),
  ],
});
const weighed = (form: Form): Form => ({
  ...form,
  criteria: form.criteria.map((one) => ({ ...one, weight: { base: 40, line: 40, lessons: 20 }[one.id] ?? 0 })),
});
/** One indicator less, one renamed, one that earns otherwise. */
const second: Form = {
  ...weighed(first),
  version: 2,
  criteria: weighed(first).criteria.map((criterion) => ({
    ...criterion,
    indicators: criterion.indicators
      .filter(({ id }) => id !== 'paper')
      .map((one) =>
        one.id === 'renewed'
          ? { ...one, id: 'plan', code: 'plan', was: ['renewed'] }
          : one.id === 'speed'
            ? {
                ...one,
                steps: [
                  [100, 1],
                  [0, 0],
                ] as [number, number][],
              }
            : one,
      ),
  })),
};

async function workbook(
  form: Form,
  change: (sheets: ReturnType<typeof sheetsOf>) => ReturnType<typeof sheetsOf> = (same) => same,
): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'gotovo-form-')), `${form.id}-${form.version}.xlsx`);
  writeFileSync(file, await writeSheets(form.title, change(sheetsOf(form))));
  return file;
}

const field = (id: string) => school.locator(`section[id="${id}"]`);

async function announce(title: string, year: string, asOf: string, due: string, form: string): Promise<void> {
  await officer.getByLabel('Название').fill(title);
  await officer.getByLabel('Учебный год').fill(year);
  await officer.getByLabel('Основание: приказ, дата и номер').fill('Приказ № 5');
  await officer.getByLabel('Сведения на дату').fill(asOf);
  await officer.getByLabel('Сдать до').fill(due);
  await officer.getByRole('group', { name: 'Какие формы заполняют школы' }).getByLabel(form).check();
  await officer.getByRole('button', { name: 'Опубликовать' }).click();
  await officer.getByText('Опубликовано и сохранено на этом устройстве. Школы увидят это').waitFor(slow);
  await confirmed(officer);
}

beforeAll(async () => {
  gotovo(data, 'places', 'import', aTreeFile());
  server = await startServer(0, data);
  officer = await devices.enrolled('m', 'officer', 'ПК округа');
  await officer.getByRole('link', { name: 'Обмен' }).waitFor(slow);
}, 240_000);
afterAll(async () => {
  await devices.close();
  await server.stop();
});

it('[FS1] [FS2] tells every error of a table at its cell, and takes nothing of it', patient, async () => {
  await open(officer, '/forms');
  await officer.getByRole('heading', { level: 1, name: 'Формы' }).waitFor(slow);
  const broken = await workbook(weighed(first), (sheets) =>
    sheets.map((sheet) =>
      sheet.name === 'survey'
        ? {
            ...sheet,
            rows: sheet.rows.map((row, at) => (at === 1 ? row.map((cell) => (cell === 40 ? 'много' : cell)) : row)),
          }
        : sheet,
    ),
  );
  await officer.locator('input[type=file]').setInputFiles(broken);
  await officer.getByText('Ничего не взято: исправьте и выберите файл снова').waitFor(slow);
  await officer.getByText(/Лист «survey», строка 2, столбец [A-Z]+ «weight»: «много» — не число/).waitFor(slow);
  expect(await officer.getByRole('button', { name: 'Опубликовать' }).count()).toBe(0);
  await looksRight(officer, 'form-broken');
});

it(
  '[FP1] [FP5] publishes a sound form, and a campaign collects it in the place of the program’s own',
  patient,
  async () => {
    await officer.locator('input[type=file]').setInputFiles(await workbook(weighed(first)));
    await officer.getByText('Готовность к дистанционному обучению, версия 1: ошибок нет').waitFor(slow);
    await officer.getByText('3 раздела, 10 показателей').waitFor(slow);
    await officer.getByRole('button', { name: 'Показать бланк' }).click();
    await officer.getByText('Есть ли приказ об обучении на расстоянии?').first().waitFor(slow);
    await looksRight(officer, 'form-sound');
    await officer.getByRole('button', { name: 'Опубликовать' }).click();
    await officer.getByText('Опубликовано и сохранено на этом устройстве: Готовность').waitFor(slow);
    await confirmed(officer);
    await open(officer, '/');
    await officer.getByRole('link', { name: 'Объявить кампанию' }).click();
    await announce(
      'Обучение на расстоянии',
      '2025/2026',
      '01.09.2026',
      '20.09.2090',
      'Готовность к дистанционному обучению, версия 1',
    );
    await looksRight(officer, 'form-campaign');
  },
);

it('[FP4] a school’s device gets it, fills it in without a network, sees the score and submits', patient, async () => {
  school = await devices.enrolled('s10', 'school', 'ПК завуча');
  await school.getByRole('button', { name: 'Отправить сейчас' }).waitFor(slow);
  await open(school, '/');
  await school.getByRole('heading', { level: 1, name: /Осталось 8 из 8/ }).waitFor(slow);
  await looksRight(school, 'own-overview');
  expect(await school.getByRole('link', { name: 'Таблицы' }).count()).toBe(0);
  await setOffline(school, true);
  await open(school, '/passport');
  await school.getByLabel('Педагогов', { exact: true }).fill('20');
  await school.getByLabel('Педагогов', { exact: true }).blur();
  await open(school, '/criterion/base');
  await field('order').getByText('Да', { exact: true }).click();
  await field('tutors').getByRole('textbox').first().fill('15');
  await field('renewed').getByRole('textbox').first().fill('01.06.2026');
  await field('paper').getByText('Нет', { exact: true }).click();
  await looksRight(school, 'own-criterion');
  await open(school, '/criterion/line');
  await field('speed').getByRole('textbox').first().fill('30');
  await field('spare').getByText('мобильная').click();
  await field('places').getByLabel('в школе').check();
  await looksRight(school, 'own-criterion-kinds');
  await open(school, '/criterion/lessons');
  await field('lessons').getByRole('textbox').first().fill('50');
  await field('lessons').getByText('Уроков не бывает больше 40.').waitFor(slow);
  await field('lessons').getByRole('textbox').first().fill('30');
  await field('online').getByRole('textbox').first().fill('9');
  await field('online').getByRole('textbox').first().blur();
  await field('share').getByText('30').first().waitFor(slow);
  await untilSaved(school);
  await open(school, '/verdict');
  // base: (3·1 + 0.75 + 1 + 0) / 6 = 79.17; line: (0.5 + 1 + 0.5) / 3 = 66.67; lessons: 100
  await school.getByText('78,33').first().waitFor(slow);
  await looksRight(school, 'own-verdict');
  await open(school, '/sending');
  await school.locator('#submit').getByRole('button', { name: 'Сдать', exact: true }).click();
  await school.locator('#submit').getByRole('heading', { name: /сдана/ }).waitFor(slow);
  await setOffline(school, false);
  await hear(school);
  await confirmed(school);
});

it('[AT1] the municipality sees it on the board and in one table', patient, async () => {
  await hear(officer);
  await open(officer, '/');
  await officer
    .getByRole('row', { name: /Ясноборская СОШ/ })
    .getByText('сдано')
    .waitFor(slow);
  await looksRight(officer, 'own-board');
  await open(officer, '/picture');
  await officer.getByText('78,33').first().waitFor(slow);
  await officer.getByRole('button', { name: 'Составить таблицу ответов' }).click();
  await looksRight(officer, 'own-picture');
  const table = officer.getByRole('region', { name: 'Ответы всех школ' });
  const file = await savedFile(table.getByRole('button', { name: /xlsx/ }));
  const shown = sheetCells(readFileSync(file), 2).map((one) => one.shown);
  for (const text of ['Ясноборская СОШ', '15 из 20', '79,17']) expect(shown).toContain(text);
  await open(officer, '/site-checks');
  await officer.getByText('В форме «Готовность к дистанционному обучению» сайты не проверяют').waitFor(slow);
  await open(officer, '/campaign-letter');
  await officer.getByText('показателей формы «Готовность к дистанционному обучению»').first().waitFor(slow);
  expect(await officer.getByText('самооценк').count()).toBe(0);
  await looksRight(officer, 'own-letter');
});

it(
  '[FP6] a second version goes out while answers to the first wait: nothing is lost, and the closed year stays as it was',
  patient,
  async () => {
    await setOffline(school, true);
    await open(school, '/criterion/base');
    await field('paper').getByText('Да', { exact: true }).click();
    await untilSaved(school);
    await open(officer, '/forms');
    await officer.locator('input[type=file]').setInputFiles(await workbook(second));
    await officer.getByText('Что меняется против версии 1').waitFor(slow);
    for (const said of ['убран; прежние ответы останутся', 'переименован', 'считается по-другому'])
      await officer.getByText(said).first().waitFor(slow);
    await looksRight(officer, 'form-second');
    await officer.getByRole('button', { name: 'Опубликовать' }).click();
    await officer.getByText('Опубликовано и сохранено на этом устройстве: Готовность').waitFor(slow);
    await open(officer, '/campaign');
    await officer
      .getByRole('link', { name: /Следующая|Новая|следующ/i })
      .or(officer.getByRole('button', { name: /следующ|Новая/i }))
      .first()
      .click();
    await announce(
      'Обучение на расстоянии, второй год',
      '2026/2027',
      '02.09.2026',
      '20.09.2091',
      'Готовность к дистанционному обучению, версия 2',
    );
    await setOffline(school, false);
    await hear(school);
    await confirmed(school);
    await open(school, '/');
    await school.getByRole('heading', { level: 1, name: /Осталось 7 из 7/ }).waitFor(slow);
    await open(school, '/criterion/base');
    await field('plan').getByText('01.06.2026').first().waitFor(slow); // last year's answer, offered under its new name
    await looksRight(school, 'own-second');
    const exported = gotovo(data, 'answers', 'export', '--place', 's10', '--campaign', '2025-26');
    expect(exported.schools).toMatchObject([{ distance: { paper: 'yes', renewed: '2026-06-01', speed: 30 } }]);
    const closed = gotovo(data, 'report', 'score-sheet', '--place', 's10', '--campaign', '2025-26');
    expect(closed).toMatchObject({ criteria: { base: 95.83, line: 66.67, lessons: 100 } });
  },
);
