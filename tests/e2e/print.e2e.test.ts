import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { indicatorsOf } from '../../src/core/form/form.ts';
import type { Json } from '../../src/core/json.ts';
import type { Revision } from '../../src/core/submission/revision.ts';
import { statusPathOf, submittedValueOf } from '../../src/core/submission/status.ts';
import { aRevision } from '../fixtures/a-revision.ts';
import { type Answers, aFullSchool, aSchool10, readinessForm } from '../fixtures/school-10.ts';
import { revisionsFrom } from '../fixtures/school-10-revisions.ts';
import { launchDevice, type RunningServer, startServer } from '../support/browser.ts';
import { aProfile } from '../support/device.ts';
import { anEnvelope } from '../support/envelopes.ts';
import { open } from '../support/fill.ts';
import { pageCount } from '../support/pdf.ts';

const long = 'Очень длинное пояснение к ответу, какие пишут, когда торопятся. '.repeat(12);
const blankSheets = 10;

/** Everything answered no, long names, comments and documents everywhere. */
function theWorstSchool(): Answers {
  const changes: Answers = {};
  for (const { id, kind, critical } of indicatorsOf(readinessForm)) {
    if (kind.startsWith('yes')) changes[id] = 'no';
    if (kind === 'ratio') changes[id] = { n: 0 };
    if (kind === 'date') changes[id] = '2001-01-01';
    if (kind === 'number') changes[id] = 0;
    if (kind === 'choice') changes[id] = id === 'K4-05' ? '4' : '3';
    if (kind === 'yes-partial-no' && !critical && id.endsWith('8')) changes[id] = { na: long };
    changes[`${id}#comment`] = long;
    changes[`${id}#evidence`] = {
      number: `Распоряжение-${'безпробелов'.repeat(12)} № 41`,
      date: '2016-08-29',
      link: `https://example.ru/${'x'.repeat(200)}`,
      note: long,
    };
  }
  return aFullSchool({
    ...changes,
    '-/passport/shortName': `Муниципальное бюджетное общеобразовательное учреждение ${long}`,
    '-/passport/address': long,
    '-/passport/municipality': long,
  });
}

const conflicts: Record<string, readonly Json[]> = Object.fromEntries(
  ['K1-04', 'K3-03', 'K3-04', 'K5-01', 'K5-02'].map((id) => [id, [{ n: 1 }, { n: 2 }, { n: 3 }]]),
);

describe('what a school prints', () => {
  let server: RunningServer;
  let device: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server.stop());
  afterEach(async () => {
    await device.unrouteAll({ behavior: 'wait' });
    await device.close();
  });

  async function start(revisions: readonly Revision[], css = ''): Promise<void> {
    device = await launchDevice(aProfile());
    await device.clock.setFixedTime(new Date('2017-07-06T10:00:00'));
    if (css !== '')
      await device.route('**/*.css', async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: `${await response.text()}${css}` });
      });
    page = device.pages()[0] ?? (await device.newPage());
    await page.goto(`${server.address}/safety`);
    await page.locator('input[type=file]').setInputFiles({
      name: 'copy.gotovo.gz',
      mimeType: 'application/gzip',
      buffer: await anEnvelope(null, revisions),
    });
    await page.getByText(`Взято из файла: ${revisions.length}`).waitFor();
    await open(page, '/print');
    await page.locator('.sheet').first().waitFor();
  }

  async function printed(title: string, name: string): Promise<number> {
    await page.getByText(title, { exact: true }).first().click();
    await page.getByRole('region', { name: new RegExp(`^${title}`) }).waitFor();
    const pdf = await page.pdf({ preferCSSPageSize: true });
    if (process.env.PAPER_DIR) writeFileSync(join(process.env.PAPER_DIR, `${name}.pdf`), pdf);
    return pageCount(pdf);
  }

  it('[RP3] [RP9] puts the score sheet on one page and the blank form on ten, the filled form on several', async () => {
    await start(revisionsFrom(aSchool10()));
    const sheet = await page.locator('.desk').innerText();
    for (const words of [
      'Школа не готова',
      'Баллы: 76,20\u00a0%',
      '◆ К3-01',
      '◆ К7-01',
      'код школы не введён',
      '12 из 19',
    ])
      expect(sheet).toContain(words);
    expect(await printed('Лист самооценки', 'score')).toBe(1);
    expect(await printed('Заполненная форма', 'filled')).toBeGreaterThan(3);
    expect(await page.locator('.desk').innerText()).toContain('Не применимо: не публикуем');
    expect(await printed('Бланк для заполнения от руки', 'blank')).toBe(blankSheets);
    expect(await page.locator('.sheet').count()).toBe(blankSheets);
    expect(await page.locator('.desk').innerText()).toContain(`лист 10 из ${blankSheets}`);
  });

  it.each([
    ['the device’s font', ''],
    ['a wider font', '.sheet, .sheet * { letter-spacing: .06em; word-spacing: .1em }'],
  ])('[RP3] [RP9] keeps its pages in the worst case with %s', { timeout: 120_000 }, async (font, css) => {
    const submitted = submittedValueOf([], { by: 'device', on: '2017-07-06' });
    const status = aRevision({ path: statusPathOf('2016-17'), value: submitted });
    await start([...revisionsFrom(theWorstSchool(), conflicts), status], css);
    const name = css === '' ? 'worst' : 'worst-wide';
    expect([font, await printed('Лист самооценки', `${name}-score`)]).toEqual([font, 1]);
    expect(await page.locator('.desk').innerText()).toContain('Противоречивые ответы: 5, взят худший.');
    expect(await page.locator('.desk').innerText()).toContain('Подписано директором на его устройстве 06.07.2017.');
    expect([font, await printed('Бланк для заполнения от руки', `${name}-blank`)]).toEqual([font, blankSheets]);
    expect(await printed('Заполненная форма', `${name}-filled`)).toBeGreaterThan(10);
    expect(await page.locator('.desk').innerText()).toContain(long.trim());
  });

  it('prints from a button of its own, black on white, without the frame', async () => {
    await start(revisionsFrom(aSchool10()));
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await page.getByRole('button', { name: 'Печать' }).click();
    expect(await page.locator('body').getAttribute('data-printed')).toBe('yes');
    for (const width of [360, 1366]) {
      await page.setViewportSize({ width, height: 768 });
      await expect
        .poll(() => page.locator('.desk').evaluate((desk) => desk.getBoundingClientRect().height))
        .toBeCloseTo(width === 360 ? 464 : 1123, -2);
    }
    expect(await page.getByText('Программа сбилась').count()).toBe(0);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.locator('.top').isVisible()).toBe(false);
    expect(await page.locator('main h1').isVisible()).toBe(false);
    const colours = await page
      .locator('.sheet')
      .first()
      .evaluate((one) => [getComputedStyle(one).color, getComputedStyle(document.body).backgroundColor]);
    expect(colours).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  });
});
