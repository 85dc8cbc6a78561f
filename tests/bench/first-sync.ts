import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { indicatorsOf } from '../../src/core/form/form.ts';
import type { SyncRequest } from '../../src/core/sync/messages.ts';
import { aFullSchool, readinessForm } from '../fixtures/school-10.ts';
import { launchDevice, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { aProfile, untilInstalled } from '../support/device.ts';
import { answerIndicator, fillCriterion, fillPassport, open } from '../support/fill.ts';
import { aTreeFile } from '../support/tree-file.ts';
import type { Row, Unit } from './bench-report.ts';
import { criteria } from './click-through.ts';
import { type CountingProxy, type Passed, startCountingProxy } from './counting-proxy.ts';

const hundred = 100;

/** The program enters a code with 100 answers typed before it, then gives one more: turns and packed bodies, both ways. */
export async function firstSync(): Promise<Row[]> {
  const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
  gotovo(data, 'places', 'import', aTreeFile());
  const server = await startServer(0, data);
  const proxy = await startCountingProxy(server.address);
  const device = await launchDevice(aProfile());
  const page = await device.newPage();
  await page.goto(proxy.address);
  await page.locator('main h1').waitFor();
  await untilInstalled(page);
  await giveHundredAnswers(page);
  await open(page, '/sending');
  await page
    .getByLabel('20 цифр с листа')
    .fill(String(gotovo(data, 'codes', 'issue', '--place', 's10', '--json').code));
  await page.getByLabel('Как называть это устройство').fill('ПК в учительской');
  await page.getByRole('button', { name: 'Открыть школу' }).click();
  const first = await turnsOf(page, proxy, hundred);
  proxy.passed.length = 0;
  await open(page, '/criterion/K1');
  await answerIndicator(page, 'K1-01', 'yes-partial-no', 'no');
  const later = await turnsOf(page, proxy, 1);
  await device.close();
  proxy.stop();
  await server.stop();
  const row = (title: string, unit: Unit, measured: number, most: number): Row => {
    const budget = { of: 'measured', most } as const;
    return { suite: 'first-sync', title, unit, measured, reference: null, budget };
  };
  return [
    row('first sync of 100 answers: turns', 'count', first.length, 1),
    row('first sync of 100 answers: bodies both ways', 'bytes', bytesOf(first), 5000),
    row('one answer later, three cursors: turns', 'count', later.length, 1),
    row('one answer later, three cursors: bodies both ways', 'bytes', bytesOf(later), 800),
  ];
}

/** A school's passport and form as a person fills them, then notes beside the answers until there are exactly 100. */
async function giveHundredAnswers(page: Page): Promise<void> {
  const answers = aFullSchool();
  await open(page, '/passport');
  await fillPassport(page, answers);
  for (const criterion of criteria) await fillCriterion(page, criterion, answers);
  await page.waitForTimeout(1500);
  let missing = hundred - (await storedRevisions(page));
  if (missing < 0) throw new Error(`the form alone took ${hundred - missing} revisions`);
  for (const criterion of criteria) {
    await open(page, `/criterion/${criterion}`);
    await page.locator(`#${criterion}-01`).waitFor();
    const noted = indicatorsOf(readinessForm).filter(({ id, kind }) => id.startsWith(criterion) && kind !== 'derived');
    for (const { id } of noted.slice(0, Math.max(0, missing))) {
      const section = page.locator(`#${id}`);
      if ((await section.count()) === 0) continue;
      await section.getByText('Подтверждение и примечание').click();
      await section.getByLabel('Документ, №').fill(`${missing}-о`);
      await page.keyboard.press('Tab');
      missing -= 1;
    }
  }
  await page.waitForTimeout(1500);
  const stored = await storedRevisions(page);
  if (stored !== hundred) throw new Error(`${stored} revisions instead of ${hundred}`);
}

const storedRevisions = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((done, fail) => {
        const opening = indexedDB.open('gotovo');
        opening.onerror = fail;
        opening.onsuccess = () => {
          const counting = opening.result.transaction('revisions').objectStore('revisions').count();
          counting.onsuccess = () => {
            opening.result.close();
            done(counting.result);
          };
        };
      }),
  );

/** The turns until everything is confirmed; they must have carried what they should. */
async function turnsOf(page: Page, proxy: CountingProxy, expected: number): Promise<Passed[]> {
  const turns = () => proxy.passed.filter(({ path }) => path === '/sync');
  for (let tries = 0; tries < 200 && (turns().length === 0 || !(await isConfirmed(page))); tries += 1)
    await page.waitForTimeout(200);
  const sent = turns().map(requestOf);
  const carried = sent.flatMap(({ histories }) => histories.map(({ revisions }) => revisions.length));
  if (
    carried.reduce((sum, count) => sum + count, 0) !== expected ||
    sent.some(({ histories }) => histories.length !== 3)
  )
    throw new Error(`turns carried ${carried.join(' ')} revisions`);
  return turns();
}

const isConfirmed = async (page: Page): Promise<boolean> =>
  (await page.locator('.state').innerText()).includes('Сохранено и подтверждено сервером');

const requestOf = ({ asked, askedCoding }: Passed): SyncRequest =>
  JSON.parse((askedCoding === 'gzip' ? gunzipSync(asked) : asked).toString());

const bytesOf = (turns: readonly Passed[]): number =>
  turns.reduce((sum, { asked, answeredBytes }) => sum + asked.length + answeredBytes, 0);
