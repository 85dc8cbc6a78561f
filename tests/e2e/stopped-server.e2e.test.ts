import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoOf } from '../../src/demo/demo-of.ts';
import { gotovo, type Serving, serve } from '../support/command-line.ts';
import { EnrolledDevices } from '../support/enrolled-devices.ts';
import { answerIndicator, open, paperLines } from '../support/fill.ts';
import { fileOf, openPackage } from '../support/read-package.ts';
import { confirmed } from '../support/turns.ts';

const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const stick = mkdtempSync(join(tmpdir(), 'gotovo-stick-'));
const patience = { timeout: 60_000 };
const { campaign } = demoOf(new Date().toISOString().slice(0, 10)).answers as {
  campaign: { id: string; asOf: string; municipality: string };
};
/** Two schools that submitted and one still at work, each with an answer the municipality does not know yet. */
const schools = ['sinekamen', 'tihorosye', 'zimoluzhye'] as const;

describe('a municipality whose server is down', { timeout: 240_000 }, () => {
  let serving: Serving;
  let officer: Page;
  const devices = new EnrolledDevices({ data, address: () => serving.address });
  const files = new Map<string, string>();

  async function saved(page: Page, button: string, name: string): Promise<string> {
    const coming = page.waitForEvent('download', patience);
    await page.getByRole('button', { name: button }).first().click();
    const file = join(stick, name);
    await (await coming).saveAs(file);
    return file;
  }
  const type = async (...lines: string[]) => {
    for (const line of lines) {
      await officer.keyboard.type(line);
      await officer.keyboard.press('Enter');
    }
  };

  beforeAll(async () => {
    serving = await serve(['--demo', '--port', '0', '--data', data]);
    officer = await devices.enrolled(campaign.municipality, 'officer', 'ПК');
    await open(officer, '/safety');
    await officer.getByText('целиком на этом устройстве').waitFor(patience);
    await open(officer, '/report');
    await officer.getByText('Сведения 4 из 6 школ').waitFor(patience);
    const pages = new Map<string, Page>();
    for (const school of schools) {
      const page = await devices.enrolled(school, 'school', 'ПК');
      await confirmed(page); // campaign and all
      pages.set(school, page);
    }
    await serving.stop('SIGTERM');
    for (const [school, page] of pages) {
      await open(page, '/criterion/K1');
      await page.locator('#K1-02').waitFor(patience);
      await answerIndicator(page, 'K1-02', 'yes-partial-no', 'no');
      await open(page, '/sending');
      const seen = await page.locator('#submit').innerText();
      expect([school, seen.includes('не видит')]).toEqual([school, false]); // what was submitted before is known there
      files.set(school, await saved(page, 'Сохранить для передачи', `${school}.gotovo.gz`));
    }
  }, 240_000);
  afterAll(async () => {
    await devices.close();
    await serving.stop('SIGTERM');
  });

  it('[EV17] takes the files of three schools', async () => {
    for (const file of files.values()) {
      await open(officer, '/school-files');
      await officer.getByLabel('Выбрать файлы').setInputFiles(file);
      const card = officer.getByRole('region', { name: basename(file) }).first();
      await card.getByRole('button', { name: 'Взять' }).click();
      await card.getByText(/Новых записей [1-9]/).waitFor();
      await card.getByText('Сети нет: записи сохранены на этом устройстве').waitFor();
    }
  });

  it('[PE6] [PE8] takes the paper of a school that has no computer', async () => {
    await open(officer, '/paper/snegirevo');
    await officer.waitForFunction(() => document.activeElement?.tagName === 'INPUT');
    await type('48', '6', '8', '4', '0', '0', '1', '1', '');
    await officer.getByRole('heading', { name: /^К1-01/ }).waitFor();
    await type(...paperLines());
    await officer.getByText(`Введено ${paperLines().length} из `).waitFor();
    await type('М09 98,5', 'Г0 1, 30.06');
    await officer.getByRole('button', { name: 'Отметить сдачу незаполненного бланка' }).waitFor();
    await officer.keyboard.press('Tab');
    await officer.keyboard.type(campaign.asOf.split('-').reverse().join('.'));
    await officer.keyboard.press('Enter');
    await officer.getByText('Сдача отмечена').waitFor();
  });

  it('[VS1] [VS6] verifies what a file brought, and accepts', async () => {
    await open(officer, '/schools/sinekamen');
    await officer.locator('#K1-02', { hasText: 'Нет' }).waitFor();
    await officer.locator('#K1-02 .rowkey').focus();
    await officer.keyboard.press('1');
    await officer.locator('#K1-02', { hasText: 'подтверждено' }).waitFor();
    await officer.getByRole('button', { name: 'Принять самооценку' }).click();
    await officer.getByText(/^Самооценка принята/).waitFor();
  });

  it('[MR15] [RE5] says all of it in the report, and saves it as docx and xlsx', async () => {
    await open(officer, '/report');
    await officer.getByText('Сведения 5 из 6 школ').waitFor(patience);
    const words = openPackage(readFileSync(await saved(officer, 'Сохранить docx', 'spravka.docx')));
    const text = fileOf(words, 'word/document.xml').replace(/<[^>]+>/g, '');
    expect(text).toContain('Нижнеснегиринская');
    expect(text).toContain('Синекаменская');
    const finding = await officer.locator('[id="s-K1-02"] textarea').inputValue();
    expect(finding).toContain('Тихоросинская СОШ, Синекаменская ООШ');
    await officer.locator('[id="s-K1-02"] .sources', { hasText: '2 из 5' }).waitFor();
    expect(text).toContain(finding);
    const tables = openPackage(readFileSync(await saved(officer, 'Таблицы в xlsx', 'spravka.xlsx')));
    expect([...tables.keys()]).toContain('xl/workbook.xml');
    expect(await officer.locator('.state').innerText()).toContain('не отправлено');
  });

  it('[EV17] [PE8] delivers what was taken once the server is there again', async () => {
    serving = await serve(['--port', new URL(serving.address).port, '--data', data]);
    await open(officer, '/sending');
    await officer.getByRole('button', { name: 'Отправить сейчас' }).click();
    await confirmed(officer);
    const exported = (place: string) => {
      const answers = gotovo(data, 'answers', 'export', '--place', place, '--campaign', campaign.id);
      return (answers.schools as Record<string, Record<string, unknown>>[])[0] ?? {};
    };
    expect(exported('sinekamen')).toMatchObject({ status: 'accepted', readiness: { 'K1-02': 'no' } });
    expect(exported('tihorosye')).toMatchObject({ status: 'submitted', readiness: { 'K1-02': 'no' } });
    expect(exported('zimoluzhye')).toMatchObject({ status: 'draft', readiness: { 'K1-02': 'no' } });
    expect(exported('snegirevo')).toMatchObject({ status: 'submitted' });
  });
});
