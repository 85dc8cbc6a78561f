import type { Page } from 'playwright-core';
import { indicatorsOf } from '../../src/core/form/form.ts';
import type { Json } from '../../src/core/json.ts';
import { shownId } from '../../src/texts/numbers.ts';
import { type Answers, readinessForm } from '../fixtures/school-10.ts';

const words: Record<string, string> = {
  yes: 'Да',
  partial: 'Частично',
  no: 'Нет',
  notProvided: 'Не представлено',
  '1': 'Каждый день',
};
const counts: Record<string, string> = {
  pupils: 'Учеников',
  teachers: 'Педагогов',
  staffWithAccess: 'Работников с доступом к журналу',
  classes: 'Классов',
  grad9: 'Выпускников 9 класса',
  grad11: 'Выпускников 11 класса',
};

/** Goes to a screen by a link of the program, never by loading a page. */
export async function open(page: Page, path: string): Promise<void> {
  await page.evaluate((address) => {
    const link = document.createElement('a');
    link.href = address;
    document.querySelector('main')?.append(link);
    link.click();
    link.remove();
  }, path);
  await page.waitForFunction((address) => location.pathname === address, path);
  await page.locator('main h1').waitFor();
}

/** Types the passport of a school as a person would. */
export async function fillPassport(page: Page, answers: Answers): Promise<void> {
  await page.getByLabel('Краткое название').fill(String(answers['-/passport/shortName']));
  for (const [name, label] of Object.entries(counts))
    await page.getByLabel(label, { exact: true }).fill(String(answers[`-/passport/${name}`]));
  await page.getByRole('button', { name: 'Добавить здание' }).click();
  await page.getByLabel('Здание 1: Адрес').fill('Школьная, 4');
}

/** Answers every indicator of one criterion through its own control. */
export async function fillCriterion(page: Page, criterionId: string, answers: Answers): Promise<void> {
  await open(page, `/criterion/${criterionId}`);
  await page.locator(`#${criterionId}-01`).waitFor();
  for (const indicator of indicatorsOf(readinessForm).filter((one) => one.id.startsWith(criterionId))) {
    const value = answers[indicator.id] ?? null;
    if (value !== null) await answerIndicator(page, indicator.id, indicator.kind, value);
  }
}

/** One answer: a radio tile, or a typed value, or «не применимо» with its reason. */
export async function answerIndicator(page: Page, id: string, kind: string, value: Json): Promise<void> {
  const section = page.locator(`#${id}`);
  const typed = kind === 'ratio' || kind === 'number' || kind === 'date';
  if (typeof value === 'object' && value !== null && 'na' in value) {
    await section.locator('.opts').getByText('Не применимо', { exact: true }).click();
    await section.getByLabel('Почему не применимо').fill(String(value.na));
  } else if (typed) {
    const text = typeof value === 'object' ? String((value as { n: number }).n) : String(value);
    await page.locator(`[id="${id}-f"]`).fill(kind === 'date' ? text.split('-').reverse().join('.') : text);
  } else {
    const word = id === 'K4-09' && value === '1' ? 'Ведётся' : (words[String(value)] ?? '');
    await section.locator('.opts').getByText(word, { exact: true }).click();
  }
}

/** Pastes text from a spreadsheet into the field in focus. */
export async function pasteIntoFocus(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const data = new DataTransfer();
    data.setData('text', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** The tables of the worked example: months as a pasted column, exams with several dates at once, year not reported. */
export async function fillTables(page: Page, percents: readonly string[]): Promise<void> {
  await open(page, '/tables');
  await page.getByLabel('сентябрь 2016: Процент').focus();
  await pasteIntoFocus(page, percents.join('\n'));
  await page.getByRole('button', { name: 'Записать', exact: true }).click();
  for (const [subject, date] of [
    ['Русский язык', '30.05'],
    ['Математика', '6.06'],
    ['География', '8.06'],
  ] as const) {
    await page.getByLabel('Предмет').selectOption({ label: subject });
    await page.getByLabel('Даты, можно несколько').fill(date);
    await page.getByRole('button', { name: /^Добавить \d+ дат/ }).click();
  }
  await page.getByLabel('Русский язык 30.05.2017: Протокол в журнале').selectOption({ label: 'внесён частично' });
  await page.locator('#YEAR').getByText('Не представлены', { exact: true }).click();
}

/** Confirms one by one what was answered last year in a criterion; an answer may bring a further question. */
export async function confirmLastYear(page: Page, criterionId: string, count: number): Promise<void> {
  await open(page, `/criterion/${criterionId}`);
  const offer = { name: /^Подтвердить «/ };
  await page.getByRole('button', offer).first().waitFor();
  for (let done = 0; done < count; done += 1) {
    const section = page.locator('section.ind', { has: page.getByRole('button', offer) }).first();
    const own = page.locator(`#${await section.getAttribute('id')}`).getByRole('button', offer);
    await own.click();
    await own.waitFor({ state: 'detached' });
  }
  const left = await page.getByRole('button', offer).count();
  if (left > 0) throw new Error(`${criterionId}: ${left} more are offered than the ${count} expected`);
}

/** Answers what is still empty in a criterion with the best there is; days with the one given. */
export async function answerRest(page: Page, criterionId: string, day: string): Promise<void> {
  await open(page, `/criterion/${criterionId}`);
  await page.locator(`#${criterionId}-01`).waitFor();
  const best: Record<string, string> = { date: day, choice: '1' };
  for (const { id, kind } of indicatorsOf(readinessForm).filter((one) => one.id.startsWith(criterionId))) {
    const section = page.locator(`#${id}`);
    const empty = section.locator('.no .mark', { hasText: 'пусто' });
    if (kind === 'derived' || (await empty.count()) === 0) continue;
    if (kind === 'ratio') await section.getByRole('button', { name: /^Все \d+$/ }).click();
    else await answerIndicator(page, id, kind, best[kind] ?? 'yes');
    await empty.waitFor({ state: 'detached' });
  }
}

/** The percents of all months of a school year, pasted as a column. */
export async function pasteMonths(page: Page, firstYear: string, percents: readonly string[]): Promise<void> {
  await open(page, '/tables');
  await page.getByLabel(`сентябрь ${firstYear}: Процент`).focus();
  await pasteIntoFocus(page, percents.join('\n'));
  await page.getByRole('button', { name: 'Записать', exact: true }).click();
  await page.getByText(`Записано: ${percents.length} `).waitFor();
}

type Exam = { exam: string; subject: string; date: string; state: string };

/** One exam of one day, and what its protocol is. */
export async function addExam(page: Page, { exam, subject, date, state }: Exam): Promise<void> {
  await page.getByLabel('Экзамен', { exact: true }).selectOption(exam);
  await page.getByLabel('Предмет').selectOption({ label: subject });
  await page.getByLabel('Даты, можно несколько').fill(date);
  await page.getByRole('button', { name: /^Добавить \d+ дат/ }).click();
  await page.getByLabel(`${subject} ${date}: Протокол в журнале`).selectOption({ label: state });
}

/** What fast entry takes for a whole paper whose squares all say «yes», what is counted being counted in full. */
export const paperLines = (): string[] =>
  indicatorsOf(readinessForm)
    .filter(({ kind }) => kind !== 'derived')
    .map(({ id, kind }) => `${shownId(id)} ${{ ratio: '+', date: '20.06', number: '2' }[kind as string] ?? '1'}`);
