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

/** What fast entry takes for a whole paper whose squares all say «yes», what is counted being counted in full. */
export const paperLines = (): string[] =>
  indicatorsOf(readinessForm)
    .filter(({ kind }) => kind !== 'derived')
    .map(({ id, kind }) => `${shownId(id)} ${{ ratio: '+', date: '20.06', number: '2' }[kind as string] ?? '1'}`);
