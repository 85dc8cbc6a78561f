import type { BrowserContext, Page } from 'playwright-core';
import { launchDevice, startServer } from '../support/browser.ts';
import { aProfile, untilInstalled } from '../support/device.ts';
import type { Row } from './bench-report.ts';
import { clickThrough, clickThroughProgram } from './click-through.ts';
import { installClock, slowDown } from './page-clock.ts';
import { percentile } from './percentile.ts';
import { servePlainPages } from './plain-pages.ts';

/** A row as long as the program's own. */
const plainAnswer = {
  id: 'x'.repeat(43),
  history: `local:${'h'.repeat(22)}`,
  path: '2016-17/readiness/K1-01',
  value: 'yes',
  parents: ['p'.repeat(43)],
  gen: 2,
  at: '2017-06-20T09:05:00+03:00',
  who: 'школа',
  label: 'этот компьютер',
  nonce: 'n'.repeat(22),
};

/** One answer: from the click to the paint that shows it on a slow processor, and from the change to its being saved. */
export async function oneAnswer({ quick }: { quick: boolean }): Promise<Row[]> {
  const server = await startServer();
  const plain = await servePlainPages();
  const device = await launchDevice(aProfile());
  await installClock(device);
  const page = await aPage(device, `${server.address}/criterion/K1`);
  await page.locator('#K1-01').waitFor();
  await untilInstalled(page);
  const plainPage = await aPage(device, plain.address);
  const saved = await saving(page, plainPage, quick);
  const painted = await painting(page, plainPage, quick);
  await device.close();
  plain.stop();
  await server.stop();
  const row = (title: string, figures: Pair, share: number, most: number): Row => ({
    suite: 'one-answer',
    title: `one answer: ${title}, p${100 * share}`,
    unit: 'ms',
    measured: percentile(figures.program, share),
    reference: percentile(figures.plain, share),
    budget: { of: 'ratio', most },
  });
  return [
    row('click to next paint on a processor 4 × slower, against a plain radio button', painted, 0.5, 1.6),
    row('click to next paint on a processor 4 × slower, against a plain radio button', painted, 0.95, 1.6),
    row('change to saved in both copies, against a change written once by a plain page', saved, 0.95, 2),
  ];
}

type Pair = { program: number[]; plain: number[] };

async function aPage(device: BrowserContext, address: string): Promise<Page> {
  const page = await device.newPage();
  await page.goto(address);
  return page;
}

/** Both are measured in turns, so that a machine that is busy for a while is busy for both. */
async function painting(page: Page, plainPage: Page, quick: boolean): Promise<Pair> {
  for (const one of [page, plainPage]) await slowDown(one, 4);
  for (const one of [page, plainPage]) await one.evaluate(() => pageClock.clicks.splice(0));
  const rounds = quick ? [1] : [1, 0, 1];
  for (const option of rounds) {
    await page.bringToFront();
    await clickThroughProgram(page, option, 150);
    await plainPage.bringToFront();
    for (const again of [option, 2, option]) await clickThrough(plainPage, again, 150);
  }
  const read = (one: Page) => one.evaluate(() => pageClock.clicks);
  return enough({ program: await read(page), plain: await read(plainPage) }, quick ? 20 : 60);
}

async function saving(page: Page, plainPage: Page, quick: boolean): Promise<Pair> {
  await plainPage.evaluate(saveChanges, plainAnswer);
  for (const option of quick ? [0] : [2, 0, 2]) {
    await plainPage.bringToFront();
    for (const again of [option, 1, option]) await clickThrough(plainPage, again, 80);
    await page.bringToFront();
    await clickThroughProgram(page, option, 80);
  }
  const read = (one: Page) => one.evaluate(() => pageClock.saves);
  return enough({ program: await read(page), plain: await read(plainPage) }, quick ? 20 : 60);
}

function enough(figures: Pair, least: number): Pair {
  for (const [name, { length }] of Object.entries(figures))
    if (length < least) throw new Error(`only ${length} figures of ${name}`);
  return figures;
}

/**
 * Inside the plain page: every change is one strict transaction of one small row. A browser shows a click before it tells a
 * page that something was written, so only what a click began can be compared with what a click began.
 */
async function saveChanges(answer: object): Promise<void> {
  const opening = indexedDB.open('plain');
  opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { autoIncrement: true });
  const db = await new Promise<IDBDatabase>((done) => {
    opening.onsuccess = () => done(opening.result);
  });
  addEventListener('change', () => {
    const began = performance.now();
    const transaction = db.transaction('rows', 'readwrite', { durability: 'strict' });
    transaction.objectStore('rows').put(answer);
    transaction.oncomplete = () => pageClock.saves.push(performance.now() - began);
  });
}
