import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { codeOf, EnrolledDevices, enterCode } from '../support/enrolled-devices.ts';
import { answerIndicator, open } from '../support/fill.ts';
import { aTreeFile } from '../support/tree-file.ts';
import { confirmed, hear, hearing, setOffline } from '../support/turns.ts';

const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const header = (page: Page) => page.locator('.state').innerText();

describe('a school with a code', () => {
  let server: RunningServer;
  const devices = new EnrolledDevices({ data, address: () => server.address });

  beforeAll(async () => {
    gotovo(data, 'places', 'import', aTreeFile());
    server = await startServer(0, data);
  });
  afterAll(async () => {
    await devices.close();
    await server.stop();
  });

  const pages: Page[] = [];
  async function aDevice(): Promise<Page> {
    const page = await devices.fresh('/');
    pages.push(page);
    return page;
  }
  const issue = () => codeOf(data, 's10');

  it('tells a mistyped and a used code in words, enters, and brings what was answered before it', async () => {
    const page = await aDevice();
    await open(page, '/criterion/K1');
    await answerIndicator(page, 'K1-01', 'yes-partial-no', 'no');
    await expect.poll(() => header(page)).toContain('код школы ещё не введён');
    await open(page, '/sending');
    const code = issue();
    const mistyped = `${code.slice(0, 19)}${(Number(code[19]) + 1) % 10}`;
    await enterCode(page, mistyped, 'ПК в учительской');
    await page.getByText('В коде опечатка: контрольная цифра не сходится').waitFor();
    expect(await page.getByLabel('20 цифр с листа').inputValue()).toBe(mistyped.replace(/(\d{4})(?=\d)/g, '$1 '));
    await enterCode(page, code, 'ПК в учительской');
    await confirmed(page);
    await page.getByRole('heading', { level: 1, name: 'Всё отправлено и подтверждено' }).waitFor();
    const exported = gotovo(data, 'answers', 'export', '--place', 's10', '--campaign', await campaignOf(page));
    expect(JSON.stringify(exported)).toContain('"K1-01":"no"');

    const other = await aDevice();
    await enterCode(other, code, 'телефон завуча');
    await other.getByText('Этот код уже использован').waitFor();
    await enterCode(other, issue(), 'телефон завуча');
    await open(other, '/criterion/K1');
    await expect
      .poll(
        () =>
          other
            .locator('#K1-01 .opt')
            .filter({ has: other.locator(':checked') })
            .innerText(),
        { timeout: 20_000 },
      )
      .toBe('Нет');
  });

  const campaignOf = (page: Page) =>
    page
      .evaluate(() => /(\d{4}\/\d{4})/.exec(document.body.innerText)?.[1] ?? '')
      .then((year) => `${year.slice(0, 4)}-${year.slice(7)}`);

  it('[SY9] does not say what was sent before it has looked, and needs no network to look', async () => {
    const page = pages[0] as Page;
    await setOffline(page, true);
    await page.reload();
    await page.getByText('что отправлено, сейчас сверим').first().waitFor();
    await confirmed(page);
    await setOffline(page, false);
  });

  it('shows two devices’ different answers on both with who and when, counts the lower, and one choice settles both', async () => {
    const [one, two] = pages as [Page, Page];
    for (const page of [one, two]) await open(page, '/criterion/K3');
    for (const page of [one, two]) await setOffline(page, true);
    await answerIndicator(one, 'K3-01', 'yes-no', 'yes');
    await answerIndicator(two, 'K3-01', 'yes-no', 'no');
    for (const page of [one, two]) await expect.poll(() => header(page)).toContain('не отправлено: 1');
    for (const page of [one, two]) {
      await setOffline(page, false);
      await hear(page);
    }
    for (const page of [one, two]) {
      await hearing(page, () => page.getByText('Два разных ответа').count(), 20_000).toBe(1);
      const shown = await page.locator('#K3-01').innerText();
      expect(shown).toContain('ПК в учительской');
      expect(shown).toContain('телефон завуча');
      await open(page, '/verdict');
      expect(await page.locator('main').innerText()).toContain('К3-01');
      await open(page, '/print');
      await page.getByText('Противоречивые ответы: 1, взят худший.').waitFor();
      await open(page, '/criterion/K3');
    }
    await one.getByRole('button', { name: 'Верный ответ: Да' }).click();
    await expect.poll(() => header(one)).toContain('не отправлено: 1');
    await confirmed(one);
    await hear(two);
    await expect.poll(() => two.getByText('Два разных ответа').count(), { timeout: 20_000 }).toBe(0);
    expect(
      await two
        .locator('#K3-01 .opt')
        .filter({ has: two.locator(':checked') })
        .innerText(),
    ).toBe('Да');
  });

  it('[SY7] never takes a filter page, an error or a cut body for an answer, and loses nothing', async () => {
    const [one] = pages as [Page];
    await open(one, '/criterion/K2');
    const bodies = [
      { status: 200, contentType: 'text/html', body: '<h1>Войдите в сеть</h1>' },
      { status: 200, contentType: 'application/json', body: '{"ok":true}' },
      { status: 302, headers: { location: 'http://example.org/login' } },
      { status: 511, contentType: 'text/html', body: 'login' },
      { status: 503, body: 'busy' },
      { status: 200, contentType: 'application/json', body: '{"proto":1,"nonce":"' },
    ];
    await answerIndicator(one, 'K2-02', 'yes-partial-no', 'partial');
    for (const body of bodies) {
      let answered = 0;
      await one.context().route('**/sync', async (route) => {
        await route.fulfill(body);
        answered += 1;
      });
      await open(one, '/sending');
      await one.getByRole('button', { name: 'Отправить сейчас' }).first().click();
      await expect.poll(() => answered).toBe(1);
      await expect.poll(() => one.getByRole('status').filter({ hasText: 'Отправляем' }).count()).toBe(0);
      await one.getByText(/Ответил не сервер|Сервер сейчас занят|Сервер не отвечает/).waitFor();
      expect(await header(one)).toContain('не отправлено: 1');
      await one.context().unroute('**/sync');
    }
    await one.getByRole('button', { name: 'Отправить сейчас' }).first().click();
    await confirmed(one);
    await one.context().route('**/sync', (route) => route.fulfill({ status: 200, body: '<h1>Войдите в сеть</h1>' }));
    await one.getByRole('button', { name: 'Отправить сейчас' }).click();
    await one.getByText('Неотправленного на этом устройстве нет').waitFor();
    expect(await one.getByText('Ответы не отправлены').count()).toBe(0);
    await one.context().unroute('**/sync');
  });

  it('[DV1] [DV2] lists the school’s devices, gives a colleague a code, and says so when there is no network', async () => {
    const one = pages[0] as Page;
    await open(one, '/sending');
    const card = one.getByRole('region', { name: 'Устройства школы' });
    await setOffline(one, true);
    await card.getByRole('button', { name: 'Показать устройства' }).click();
    await card.getByText('Сервер не отвечает. Ответы целы').waitFor();
    await setOffline(one, false);
    await card.getByRole('button', { name: 'Показать устройства' }).click();
    const rows = card.getByRole('listitem');
    await rows.first().waitFor();
    const words = await rows.allInnerTexts();
    expect(words).toHaveLength(2);
    expect(words[0]).toContain('ПК в учительской, школа, это устройство');
    expect(words[1]).toMatch(/^телефон завуча, школа\nна связи \d\d\.\d\d, \d\d:\d\d/);
    expect(await card.getByRole('button', { name: /Отключить/ }).count()).toBe(0);
    await card.getByRole('button', { name: 'Код для коллеги' }).click();
    const code = card.getByText(/^(\d{4} ){4}\d{4}$/);
    await code.waitFor();
    const third = await aDevice();
    await enterCode(third, await code.innerText(), 'ПК секретаря');
    await confirmed(third);
  });

  it('[DV3] lets the principal’s device turn another one away, after asking', async () => {
    const page = await aDevice();
    await enterCode(page, codeOf(data, 's10', 'signer'), 'ноутбук директора');
    await open(page, '/sending');
    const card = page.getByRole('region', { name: 'Устройства школы' });
    await card.getByRole('button', { name: 'Показать устройства' }).click();
    await card.getByRole('button', { name: 'Отключить: ПК секретаря' }).click();
    await card.getByText('Отключить «ПК секретаря»?').waitFor();
    await card.getByRole('button', { name: 'Отключить', exact: true }).click();
    await card.getByText(/отключено \d\d\.\d\d\.\d{4}/).waitFor();
    const third = pages.at(-2) as Page;
    await hear(third);
    await third.getByText('Это устройство отключили от школы').first().waitFor({ timeout: 20_000 });
  });

  it('tells a revoked device so, keeps its answers, and goes on with a new code', async () => {
    const [, two] = pages as [Page, Page];
    const listed = gotovo(data, 'devices', 'list', '--place', 's10', '--json') as unknown as {
      id: string;
      label: string;
    }[];
    const id = listed.find(({ label }) => label === 'телефон завуча')?.id ?? '';
    spawnSync(process.execPath, ['dist/server/main.js', 'devices', 'revoke', id, '--data', data]);
    await open(two, '/criterion/K2');
    await answerIndicator(two, 'K2-05', 'yes-partial-no', 'partial');
    await open(two, '/sending');
    await two.getByText('Это устройство отключили от школы').waitFor({ timeout: 20_000 });
    expect(await header(two)).toContain('не отправлено: 1');
    await enterCode(two, issue(), 'телефон завуча');
    await confirmed(two);
  });
});
