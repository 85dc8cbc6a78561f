import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/core/access/access.ts';
import type { Json } from '../../src/core/json.ts';
import { aSchool10 } from '../fixtures/school-10.ts';
import { revisionsFrom } from '../fixtures/school-10-revisions.ts';
import { launchDevice, type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { aProfile } from '../support/device.ts';
import { codeOf, enterCode } from '../support/enrolled-devices.ts';
import { anEnvelope } from '../support/envelopes.ts';
import { answerIndicator, open } from '../support/fill.ts';
import { textOf } from '../support/page-text.ts';
import { pageCount } from '../support/pdf.ts';
import { aTreeFile } from '../support/tree-file.ts';

describe('submitting', () => {
  const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
  let server: RunningServer;
  let device: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    gotovo(data, 'places', 'import', aTreeFile(['s10b,branch,s10,Филиал в Заречье,Филиал,']));
    server = await startServer(0, data);
  });
  afterEach(() => device.close());
  afterAll(() => server.stop());

  /** A device that has read a school's answers from a copy; with a role, one that then enters its code. */
  async function start(conflicts: Record<string, readonly Json[]> = {}, role?: Role): Promise<void> {
    device = await launchDevice(aProfile());
    await device.clock.setFixedTime(new Date('2017-07-06T10:00:00'));
    page = device.pages()[0] ?? (await device.newPage());
    await page.goto(`${server.address}/safety`);
    const revisions = revisionsFrom(aSchool10(), conflicts);
    await page.locator('input[type=file]').setInputFiles({
      name: 'copy.gotovo.gz',
      mimeType: 'application/gzip',
      buffer: await anEnvelope(null, revisions),
    });
    await page.getByText(`Взято из файла: ${revisions.length}`).waitFor();
    await open(page, '/sending');
    if (role === undefined) return;
    const place = role === 'branch' ? 's10b' : 's10';
    await enterCode(page, codeOf(data, place, role));
    await page.getByRole('button', { name: 'Отправить сейчас' }).waitFor();
  }
  const card = () => page.locator('#submit');
  const says = (words: string) => expect.poll(() => textOf(card())).toContain(words);
  const desk = () => textOf(page.locator('.desk'));
  const button = (name: string) => card().getByRole('button', { name, exact: true });

  it('[SB1] [SB2] [HI3] hands in what is finished, shows what was changed later, and keeps both sheets', async () => {
    await start();
    await open(page, '/criterion/K1');
    await page.locator('#K1-01').getByRole('button', { name: 'Очистить ответ' }).click();
    await open(page, '/sending');
    await says('осталось 1 из');
    expect(await button('Сдать').count()).toBe(0);
    await open(page, '/criterion/K1');
    await answerIndicator(page, 'K1-01', 'yes-partial-no', 'yes');
    await open(page, '/sending');
    await button('Сдать').click();
    await says('Самооценка сдана');
    await says('О подписи директора ничего не сказано.');
    await says('Она уйдёт вместе с ответами, когда вы введёте код школы или передадите файл с копией.');
    await open(page, '/print');
    await expect.poll(desk).toContain('Сдано 06.07.2017.');
    expect(await page.getByText('Как сейчас').count()).toBe(0);

    await open(page, '/criterion/K1');
    await answerIndicator(page, 'K1-01', 'yes-partial-no', 'no');
    await page.locator('#K1-01 summary').filter({ hasText: 'история' }).click();
    const changes = page.locator('#K1-01 details[open] li');
    await expect.poll(() => changes.first().innerText()).toMatch(/^Нет вместо «Да»[\s\S]*после сдачи/);
    expect(await changes.filter({ hasText: 'после сдачи' }).count()).toBe(1);
    await open(page, '/');
    await page
      .getByText(/После сдачи изменено: 1\sответ/)
      .first()
      .waitFor();
    await open(page, '/sending');
    await says('После сдачи изменено: 1 ответ');
    await card().getByRole('link', { name: 'К1-01' }).waitFor();
    await open(page, '/print');
    await expect.poll(desk).toContain('После сдачи изменено: 1 ответ.');
    const now = await desk();
    await page.getByText('Как сдано 06.07.2017', { exact: true }).click();
    await expect.poll(desk).not.toContain('После сдачи изменено');
    expect(await desk()).not.toBe(now);
    expect(pageCount(await page.pdf({ preferCSSPageSize: true }))).toBe(1);

    await open(page, '/sending');
    await button('Сдать с изменениями').click();
    await expect.poll(() => textOf(card())).not.toContain('После сдачи изменено');
    await button('Вернуть в черновик').click();
    await says('Сдать самооценку');
    await says('Муниципалитет об этом ещё не знает. Самооценка снова черновик');
    await button('Сдать').waitFor();
  });

  it('[SB1] waits for a decision where two answers stand', async () => {
    await start({ 'K3-02': ['yes', 'no'] });
    await says('Сначала выберите верный там, где ответов два: 1 место.');
    expect(await button('Сдать').count()).toBe(0);
  });

  it('[SB1] leaves it to the school on a branch’s device', async () => {
    await start({}, 'branch');
    await says('С устройства филиала сдать нельзя');
    expect(await button('Сдать').count()).toBe(0);
  });

  it('[SB3] takes the day of the signature on paper, and no day that has not come', async () => {
    await start();
    await card().getByText('Лист напечатан и подписан директором').click();
    await card().getByLabel('Дата подписи').fill('07.07.2017');
    await button('Сдать').click();
    await says('Такой даты нет или она ещё не наступила.');
    await card().getByLabel('Дата подписи').fill('5.7.17');
    await button('Сдать').click();
    await says('Лист подписан директором 05.07.2017.');
    await open(page, '/print');
    await expect.poll(desk).toContain('Сдано 06.07.2017. Лист подписан директором 05.07.2017.');
  });

  it('[SB3] is signed on the principal’s own device, and the endpoint knows it', async () => {
    await start({}, 'signer');
    await says('Это устройство директора');
    await button('Сдать').click();
    await says('директор, ');
    await says('Подписано директором на его устройстве 06.07.2017.');
    await page.getByRole('heading', { level: 1, name: 'Всё отправлено и подтверждено' }).waitFor();
    expect(await textOf(card())).not.toContain('ещё не видит');
    const exported = gotovo(data, 'answers', 'export', '--place', 's10', '--campaign', '2016-17');
    expect(JSON.stringify(exported)).toContain('"status":"submitted"');
  });
});
