import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';
import type { BrowserContext, Page } from 'playwright-core';
import { launchDevice, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { aProfile, untilInstalled } from '../support/device.ts';
import { aRegionTerritory } from './a-region-territory.ts';
import type { Row } from './bench-report.ts';
import { percentile } from './percentile.ts';

type Step = 'pull' | 'board' | 'screen' | 'summary' | 'table' | 'xlsx' | 'network' | 'docx' | 'import';
type Figures = Record<Step, { took: number[]; longest: number[] }>;

const patience = { timeout: 300_000 };
const schools = 313;

/** A region's device: 313 schools, three forms, three years; everything but the first pull with the server away. */
export async function regionDevice({ quick }: { quick: boolean }): Promise<Row[]> {
  const data = await aRegionTerritory(schools);
  const server = await startServer(0, data);
  const device = await launchDevice(aProfile());
  await device.addInitScript(() => {
    globalThis.longTasks = [];
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration);
    });
    observer.observe({ type: 'longtask', buffered: true });
  });
  const of = () => ({ took: [] as number[], longest: [] as number[] });
  const figures: Figures = {
    ...{ pull: of(), board: of(), screen: of(), summary: of(), table: of() },
    ...{ xlsx: of(), network: of(), docx: of(), import: of() },
  };
  await bringSchools(device, server.address, data, figures.pull);
  await server.stop();
  const file = await aTable(data);
  for (let time = 0; time < (quick ? 1 : 3); time += 1)
    await lookThrough(await device.newPage(), server.address, file, figures);
  const plain = await plainTables(await device.newPage());
  await device.close();
  rmSync(data, { recursive: true });
  return rowsOf(figures, plain);
}

/** Enrols the device and waits until all the schools have come. */
async function bringSchools(
  device: BrowserContext,
  address: string,
  data: string,
  pull: Figures['pull'],
): Promise<void> {
  const page = await device.newPage();
  await page.goto(`${address}/sending`);
  await untilInstalled(page);
  const { code } = gotovo(data, 'codes', 'issue', '--place', 'r', '--role', 'officer', '--json');
  await page.getByLabel('20 цифр с листа').fill(String(code));
  await page.getByRole('button', { name: 'Открыть школу' }).click();
  const began = performance.now();
  await page.getByRole('link', { name: 'Обмен' }).waitFor(patience);
  await page.goto(`${address}/safety`);
  await page.getByText('целиком на этом устройстве').waitFor(patience);
  await page.goto(address);
  await untilListed(page);
  pull.took.push(performance.now() - began);
  pull.longest.push(Math.max(0, ...(await page.evaluate(() => longTasks))));
  await page.close();
}

/** One visit: the board, the monitoring with its summary and table, the network, a table from Excel looked at. */
async function lookThrough(page: Page, address: string, file: string, figures: Figures): Promise<void> {
  const step = async (name: Step, work: () => Promise<unknown>) => {
    if (name !== 'board') await page.evaluate(() => longTasks.splice(0));
    const began = performance.now();
    await work();
    figures[name].took.push(performance.now() - began);
    await page.waitForTimeout(1500); // what comes after it must not block either
    figures[name].longest.push(Math.max(0, ...(await page.evaluate(() => longTasks))));
  };
  const saved = async (button: string) => {
    const coming = page.waitForEvent('download', patience);
    await page.getByRole('button', { name: button }).click();
    await (await coming).path();
  };
  await step('board', async () => {
    await page.goto(address);
    await untilListed(page);
  });
  await step('screen', async () => {
    await page.getByRole('link', { name: 'Мониторинг школ' }).click();
    await page.getByRole('row', { name: /Округ № 7/ }).waitFor(patience);
  });
  await step('summary', async () => {
    await page.getByRole('button', { name: 'Составить свод' }).click();
    await page.locator('.desk .foot').last().waitFor(patience);
  });
  await step('table', async () => {
    await page.getByRole('button', { name: 'Составить таблицу, 25 граф' }).click();
    await page.getByText(`Всего: ${schools} школ`).waitFor(patience);
  });
  await step('xlsx', () => saved('Таблицы в xlsx'));
  await step('network', async () => {
    await page.getByRole('link', { name: 'Сеть', exact: true }).click();
    await page.getByText('Приложение. Площадки проекта').waitFor(patience);
  });
  await step('docx', () => saved('Сохранить docx'));
  await step('import', async () => {
    await page.goto(`${address}/monitoring-table`);
    await page.getByLabel('Выбрать файл таблицы').setInputFiles(file, patience);
    await page.getByRole('button', { name: /^Взять \d+ школ/ }).waitFor(patience);
  });
  await page.close();
}

/** What a plain page takes to lay out a table of as many rows and columns: the middle of five times. */
async function plainTables(page: Page): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < 5; time += 1) {
    await page.goto('about:blank');
    const took = await page.evaluate((rows) => {
      const began = performance.now();
      const row = `<tr>${'<td>слово 12</td>'.repeat(25)}</tr>`;
      document.body.innerHTML = `<table>${row.repeat(rows)}</table>`;
      void document.body.offsetHeight;
      return performance.now() - began;
    }, schools);
    times.push(took);
  }
  return percentile(times, 0.5);
}

/** Every school stands on the board as submitted, and nothing is being computed. */
const untilListed = (page: Page): Promise<unknown> =>
  page.waitForFunction(
    (count) => {
      const heading = document.querySelector('main h1')?.textContent ?? '';
      const isComputing = document.querySelector('main [role=status]')?.textContent;
      return new RegExp(`Сдал[аи] ${count}\\D`).test(heading) && !isComputing;
    },
    schools,
    patience,
  );

/** The region's table of all schools as Excel has it. */
async function aTable(folder: string): Promise<string> {
  const heads = ['Школа, адрес', 'Система ЭЖ', 'Классов всего', 'Классов в СЭД', 'Учеников всего', 'Учеников в СЭД'];
  const rows = Array.from({ length: schools }, (_, at) => [`Школа № ${at + 1}`, 'Дневник.ру', 11, 10, 200 + at, 190]);
  const file = join(folder, 'table.xlsx');
  writeFileSync(file, await writeXlsx({ sheets: [{ name: 'Свод', rows: [heads, ...rows] }] }));
  return file;
}

function rowsOf(figures: Figures, plain: number): Row[] {
  const row = (title: string, measured: number, most: number | null): Row => ({
    suite: 'region-device',
    title: `region's device, ${schools} schools × 3 forms × 3 years: ${title}`,
    unit: 'ms',
    measured,
    reference: plain,
    budget: most === null ? null : { of: 'measured', most },
  });
  const both = (step: Step, title: string, most: number | null): Row[] => [
    row(`${title}, p50`, percentile(figures[step].took, 0.5), most),
    row('longest task meanwhile', Math.max(...figures[step].longest), 200),
  ];
  return [
    ...both('pull', 'all of it pulled for the first time and on the board', null),
    ...both('board', 'program opened with the server away, every school on the board', null),
    ...both('screen', 'schools of the monitoring by municipality', null),
    ...both('summary', 'summary with its pictures', 2000),
    ...both('table', 'table of 25 columns', 2000),
    ...both('xlsx', 'table saved as xlsx', null),
    ...both('network', 'network report shown', 2000),
    ...both('docx', 'network report saved as docx', null),
    ...both('import', 'table of 313 schools from Excel understood', null),
  ];
}
