import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { normalizeText } from '../../src/core/submission/normalize-text.ts';
import { looksPersonal } from '../../src/core/submission/personal-data.ts';
import { naughtyStrings } from '../fixtures/naughty-strings.ts';
import { launchDevice } from '../support/browser.ts';
import { aProfile } from '../support/device.ts';
import { enterCode } from '../support/enrolled-devices.ts';
import { open } from '../support/fill.ts';
import { startReleases } from '../support/releases.ts';

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
const deviceName = `=1+1"'<img src=x onerror=alert(1)>&lt;`; // as long as the field takes
const typed = naughtyStrings.filter((text) => text.length < 200 && !/\p{Cs}/u.test(text) && !looksPersonal(text));

it('[HX10] whatever is typed into fields stays text on screen and on paper, runs nothing and asks nobody', async () => {
  const server = await startReleases();
  const device = await launchDevice(aProfile());
  try {
    const page = device.pages()[0] ?? (await device.newPage());
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('dialog', (dialog) => faults.push(dialog.message()));
    page.on('console', (said) => /Content Security|Trusted/.test(said.text()) && faults.push(said.text()));
    device.on('request', (asked) => {
      if (!/^(blob|data):/.test(asked.url()) && !asked.url().startsWith(server.address)) faults.push(asked.url());
    });
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) =>
        console.error(`Content Security: ${event.violatedDirective}`),
      );
    });
    const shown: string[] = [];
    const type = async (fields: Locator) => {
      for (let at = 0; at < (await fields.count()); at += 1) {
        const field = fields.nth(at);
        await field.fill(typed[shown.length % typed.length] ?? '');
        shown.push(flat(normalizeText((await field.inputValue()).trim())));
        await field.blur();
      }
    };
    await page.goto(`${server.address}/sending`);
    await enterCode(page, await server.aCode(), deviceName);
    await page.getByText(deviceName).first().waitFor();
    await open(page, '/passport');
    for (const label of ['Краткое название', 'Адрес', 'Муниципалитет', 'ИНН', 'Поставщик'])
      await type(page.getByLabel(label, { exact: true }));
    for (const [id, notApplicable] of [
      ['K1', 'K1-07'],
      ['K2', 'K2-04'],
    ] as const) {
      await open(page, `/criterion/${id}`);
      await page.locator(`#${id}-01`).waitFor();
      await page.evaluate(() => {
        for (const one of document.querySelectorAll('details')) one.open = true;
      });
      for (const label of [
        'Документ, №',
        'Ссылка',
        'Примечание к подтверждению, без фамилий',
        'Комментарий для муниципалитета, без фамилий',
      ])
        await type(page.getByLabel(label, { exact: true }));
      await page.locator(`#${notApplicable}`).getByRole('button', { name: 'Не применимо' }).click();
      await type(page.getByLabel('Почему не применимо', { exact: true }));
    }
    await page.locator('.state b', { hasText: /^Сохранено/ }).waitFor();
    expect(shown.length).toBeGreaterThan(typed.length / 2);
    for (const path of ['/', '/sending', '/criterion/K1']) await open(page, path);
    await open(page, '/safety');
    const changes = flat((await page.locator('main').textContent()) ?? '');
    expect([deviceName, ...shown.slice(-10)].filter((text) => !changes.includes(text))).toEqual([]);
    await open(page, '/print');
    await page.getByText('Заполненная форма', { exact: true }).first().click();
    await page.getByRole('region', { name: /^Заполненная форма/ }).waitFor();
    const printed = flat((await page.locator('.desk').textContent()) ?? '');
    expect(shown.filter((text) => !printed.includes(text))).toEqual([]);
    await page.emulateMedia({ media: 'print' });
    const onPaper = flat(await page.locator('body').innerText());
    expect(shown.filter((text) => !onPaper.includes(text))).toEqual([]);
    expect(await page.locator('.desk').locator('a, img, script').count()).toBe(0);
    expect(faults).toEqual([]);
  } finally {
    await device.close();
    await server.stop();
  }
});
