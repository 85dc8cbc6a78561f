import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aSchool10, readinessForm } from '../fixtures/school-10.ts';
import { launchDevice, type RunningServer, startServer } from '../support/browser.ts';
import { aProfile, killDevice, untilInstalled, untilSaved } from '../support/device.ts';
import { fillCriterion, fillPassport, fillTables, open } from '../support/fill.ts';

const percents = ['97,2', '97,8', '98', '97,5', '97,9', '98,3', '98,4', '98,6', '99', '99,6', '99,88'];

describe('the whole self-assessment, without a network after the first load', () => {
  const profile = aProfile();
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
    server = await startServer();
    await start(server.address);
    await untilInstalled(page);
    await server.stop();
  });
  afterAll(() => device.close());

  it('fills, survives SIGKILL half-way, and comes to 76,20 %, not ready, blocked by К3-01 and К7-01', {
    timeout: 180_000,
  }, async () => {
    const answers = aSchool10();
    await page.getByRole('link', { name: 'Начать заполнять' }).click();
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
    expect(complaints).toEqual([]);
  });
});
