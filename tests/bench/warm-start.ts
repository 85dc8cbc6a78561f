import type { BrowserContext } from 'playwright-core';
import { launchDevice, startServer } from '../support/browser.ts';
import { aProfile, untilInstalled } from '../support/device.ts';
import type { Row } from './bench-report.ts';
import { clickThroughProgram } from './click-through.ts';
import { installClock, slowDown } from './page-clock.ts';
import { percentile } from './percentile.ts';
import { servePlainPages } from './plain-pages.ts';

/** The installed program with a school's answers opened again, the server away, on a processor 6 × slower. */
export async function warmStart({ quick }: { quick: boolean }): Promise<Row[]> {
  const server = await startServer();
  const plain = await servePlainPages();
  const device = await launchDevice(aProfile());
  await installClock(device);
  const page = await device.newPage();
  await page.goto(server.address);
  await page.locator('main h1').waitFor();
  await untilInstalled(page);
  await clickThroughProgram(page, 0, 30);
  await page.close();
  await server.stop();
  const figures = { frame: [] as number[], answers: [] as number[], plain: [] as number[] };
  for (let time = 0; time < (quick ? 5 : 15); time += 1) {
    figures.frame.push(await msUntil(device, `${server.address}/criterion/K1`, 'header'));
    figures.answers.push(await msUntil(device, `${server.address}/criterion/K1`, '#K1-01 input:checked'));
    figures.plain.push(await msUntil(device, plain.address, '#q0 input'));
  }
  await device.close();
  plain.stop();
  const reference = percentile(figures.plain, 0.5);
  const row = (title: string, times: readonly number[]): Row => ({
    suite: 'warm-start',
    title: `warm start on a processor 6 × slower: ${title}, against a plain page`,
    unit: 'ms',
    measured: percentile(times, 0.5),
    reference,
    budget: { of: 'ratio', most: 1.5 },
  });
  return [row('frame painted', figures.frame), row('answers painted', figures.answers)];
}

/** From the beginning of the navigation to the paint that shows what the selector means. */
async function msUntil(device: BrowserContext, address: string, selector: string): Promise<number> {
  const page = await device.newPage();
  await slowDown(page, 6);
  await page.goto(address, { waitUntil: 'commit' });
  const time = await page.evaluate(async (wanted) => {
    await pageClock.until(wanted);
    return pageClock.afterPaint();
  }, selector);
  await page.close();
  return time;
}
