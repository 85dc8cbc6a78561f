import { rmSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright-core';
import { launchDevice, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { aProfile, untilInstalled } from '../support/device.ts';
import { aTerritory } from './a-territory.ts';
import type { Row } from './bench-report.ts';
import { percentile } from './percentile.ts';

declare global {
  /** longer than 50 ms, so a key waited that long: as the browser tells them, in milliseconds */
  var longTasks: number[];
}

type Step = 'board' | 'report' | 'typing' | 'docx' | 'frozen';
type Figures = Record<Step, { took: number[]; longest: number[] }>;

const patience = { timeout: 120_000 };

/** An officer's device with the server away: 50 schools of one municipality, and 313, as many as a region has. */
export async function officerDevice({ quick }: { quick: boolean }): Promise<Row[]> {
  const rows: Row[] = [];
  for (const schools of [50, 313]) rows.push(...rowsOf(schools, await measure(schools, quick ? 1 : 5)));
  return rows;
}

async function measure(schools: number, times: number): Promise<Figures> {
  const data = aTerritory(schools);
  const server = await startServer(0, data);
  const device = await launchDevice(aProfile());
  await device.addInitScript(() => {
    globalThis.longTasks = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration);
    });
    observer.observe({ type: 'longtask', buffered: true });
  });
  await bringSchools(device, server.address, data, schools);
  await server.stop();
  const of = () => ({ took: [] as number[], longest: [] as number[] });
  const figures: Figures = { board: of(), report: of(), typing: of(), docx: of(), frozen: of() };
  for (let time = 0; time < times; time += 1) {
    const page = await device.newPage();
    const step = async (name: Step, work: () => Promise<unknown>) => {
      if (name !== 'board') await page.evaluate(() => longTasks.splice(0));
      const began = performance.now();
      await work();
      figures[name].took.push(performance.now() - began);
      await page.waitForTimeout(1500); // what comes after it must not block either
      figures[name].longest.push(Math.max(0, ...(await page.evaluate(() => longTasks))));
    };
    await step('board', async () => {
      await page.goto(server.address);
      await untilListed(page, schools);
    });
    await step('report', async () => {
      await page.getByRole('link', { name: 'Справка' }).click();
      await page.locator('.doc section:last-child details').waitFor(patience);
    });
    const sentence = page.locator('.phrase textarea').first();
    await step('typing', async () => {
      await sentence.focus();
      await page.keyboard.press('End');
      await page.keyboard.type(` Слова ${time}.`);
      await sentence.blur();
      await page.locator('.phrase').first().getByText('изменено вами').waitFor(patience);
    });
    await step('docx', async () => {
      const coming = page.waitForEvent('download', patience);
      await page.getByRole('button', { name: 'Сохранить docx' }).click();
      await (await coming).path();
    });
    await step('frozen', async () => {
      await page.getByRole('button', { name: 'Зафиксировать версию' }).click();
      await page.getByText(`Версия ${time + 1} зафиксирована`).waitFor(patience);
    });
    await page.close();
  }
  await device.close();
  rmSync(data, { recursive: true });
  return figures;
}

/** Enrols the device and waits until it has all the schools, and everything needed to open without a server. */
async function bringSchools(device: BrowserContext, address: string, data: string, schools: number): Promise<void> {
  const page = await device.newPage();
  await page.goto(`${address}/sending`);
  await untilInstalled(page);
  const { code } = gotovo(data, 'codes', 'issue', '--place', 'm', '--role', 'officer', '--json');
  await page.getByLabel('20 цифр с листа').fill(String(code));
  await page.getByRole('button', { name: 'Открыть школу' }).click();
  await page.getByRole('link', { name: 'Обмен' }).waitFor(patience);
  await page.goto(`${address}/safety`);
  await page.getByText('целиком на этом устройстве').waitFor(patience);
  await page.goto(address);
  await untilListed(page, schools);
  await page.close();
}

/** Every school stands on the board as submitted, and nothing is being computed. */
const untilListed = (page: Page, schools: number): Promise<unknown> =>
  page.waitForFunction(
    (count) => {
      const heading = document.querySelector('main h1')?.textContent ?? '';
      const isComputing = document.querySelector('main [role=status]')?.textContent;
      return new RegExp(`Сдал[аи] ${count}\\D`).test(heading) && !isComputing;
    },
    schools,
    patience,
  );

function rowsOf(schools: number, figures: Figures): Row[] {
  const row = (title: string, measured: number, most: number | null): Row => ({
    suite: 'officer-device',
    title: `officer's device, ${schools} schools, server away: ${title}`,
    unit: 'ms',
    measured,
    reference: null,
    budget: most === null ? null : { of: 'measured', most },
  });
  const soon = schools === 50 ? 1000 : null; // what is promised within a second is promised for a municipality
  const took = (step: Step) => percentile(figures[step].took, 0.5);
  const longest = (step: Step) => Math.max(...figures[step].longest);
  return [
    row('program opened, every school on the board, p50', took('board'), null),
    row('longest task meanwhile', longest('board'), 200),
    row('report written and shown to its last part, p50', took('report'), soon),
    row('longest task meanwhile', longest('report'), 200),
    row('a sentence typed over and saved, longest task', longest('typing'), 200),
    row('report saved as docx, p50', took('docx'), soon),
    row('longest task meanwhile', longest('docx'), 200),
    row('version frozen, p50', took('frozen'), null),
    row('longest task meanwhile', longest('frozen'), 200),
  ];
}
