import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSchool10, readinessForm } from '../fixtures/school-10.ts';
import { launchDevice, type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { aProfile, killDevice, untilInstalled, untilSaved } from '../support/device.ts';
import { codeOf, enterCode } from '../support/enrolled-devices.ts';
import { fillCriterion, fillPassport, fillTables, open } from '../support/fill.ts';
import { pageCount } from '../support/pdf.ts';
import { aTreeFile } from '../support/tree-file.ts';

const percents = ['97,2', '97,8', '98', '97,5', '97,9', '98,3', '98,4', '98,6', '99', '99,6', '99,88'];

describe('the whole self-assessment, without a network after the first load', () => {
  const profile = aProfile();
  const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
  const complaints: string[] = [];
  let server: RunningServer;
  let device: BrowserContext;
  let page: Page;

  async function start(address: string): Promise<void> {
    device = await launchDevice(profile);
    await device.clock.setFixedTime(new Date('2017-07-06T10:00:00'));
    page = device.pages()[0] ?? (await device.newPage());
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(address);
    await page.locator('main h1').waitFor();
  }

  beforeAll(async () => {
    gotovo(data, 'places', 'import', aTreeFile());
    gotovo(data, 'answers', 'import', aCampaignFile());
    const code = codeOf(data, 's10');
    server = await startServer(0, data);
    await start(server.address);
    await untilInstalled(page);
    await enterCode(page, code);
    await page.getByRole('heading', { level: 1, name: 'Осталось' }).waitFor();
    await server.stop();
  });
  afterAll(async () => {
    await device.close();
    await server.stop();
  });

  it('fills, survives SIGKILL half-way, comes to 76,20 %, not ready, blocked by К3-01 and К7-01, prints, and is confirmed', {
    timeout: 180_000,
  }, async () => {
    const answers = aSchool10();
    await page.getByRole('link', { name: 'Заполнить паспорт школы' }).click();
    await fillPassport(page, answers);
    for (const criterionId of ['K1', 'K2', 'K3']) await fillCriterion(page, criterionId, answers);
    await untilSaved(page);

    await killDevice(profile);
    await start(server.address);
    await page.getByRole('heading', { level: 1, name: 'Осталось' }).waitFor();
    expect(await page.getByText('восстановлено').count()).toBe(0);

    for (const criterion of readinessForm.criteria.slice(3)) await fillCriterion(page, criterion.id, answers);
    await fillTables(page, percents);
    await untilSaved(page);
    await open(page, '/verdict');
    const verdict = await page.locator('main').innerText();
    expect(verdict).toContain('Школа не готова');
    expect(verdict).toContain('Баллы: 76,20\u00a0% из 100');
    for (const score of ['94,18', '100,00', '70,19', '61,90', '81,25', '70,24', '55,00'])
      expect(verdict).toContain(`${score}\u00a0%`);
    const blockers = await page.locator('.verdict').innerText();
    expect(blockers).toMatch(/К3-01[\s\S]*К7-01/);

    await open(page, '/print');
    await page.getByText('НЕ ОТПРАВЛЕНО').first().waitFor();
    const sheet = await page.pdf({ preferCSSPageSize: true });
    expect(pageCount(sheet)).toBe(1);
    // the server is down on purpose: requests to it fail in the network, each in its own way
    expect(complaints.filter((text) => !text.startsWith('Failed to load resource: net::ERR_'))).toEqual([]);

    server = await startServer(Number(new URL(server.address).port), data);
    await open(page, '/sending');
    await page.getByRole('button', { name: 'Отправить сейчас' }).first().click();
    await expect
      .poll(() => page.locator('.state').innerText(), { timeout: 30_000 })
      .toContain('Сохранено и подтверждено сервером');
    const figures = gotovo(
      data,
      'report',
      'score-sheet',
      '--place',
      's10',
      '--campaign',
      '2016-17',
      '--format',
      'json',
    );
    expect(figures).toMatchObject({
      criteria: { K1: 94.18, K2: 100, K3: 70.19, K4: 61.9, K5: 81.25, K6: 70.24, K7: 55 },
      total: 76.2,
      level: 'notReady',
      blockedBy: ['K3-01', 'K7-01'],
      cappedBy: [],
    });
    expect(gotovo(data, 'verify').said).toMatch(/^m:public\t1\tцела\ns10\t\d+\tцела\n$/);
  });
});

/** The campaign of the worked example, announced by the municipality. */
function aCampaignFile(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'gotovo-campaign-')), 'campaign.json');
  const campaign = {
    id: '2016-17',
    title: 'Готовность к безбумажному журналу',
    schoolYear: '2016/2017',
    asOf: '2017-07-06',
    due: '2017-07-10',
    municipality: 'm',
    forms: ['readiness@1'],
    basis: 'приказ от 26.05.2017 № 118',
  };
  writeFileSync(file, JSON.stringify({ format: 'gotovo-answers/1', campaign, schools: [] }));
  return file;
}
