import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toWire } from '../../src/core/sync/messages.ts';
import { aRevision } from '../fixtures/a-revision.ts';
import { launchDevice, type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { aProfile, untilInstalled } from '../support/device.ts';
import { WireDevice } from '../support/endpoint.ts';
import { anEnvelope } from '../support/envelopes.ts';
import { open } from '../support/fill.ts';
import { aTreeFile } from '../support/tree-file.ts';

const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
let server: RunningServer;
let device: BrowserContext;
let page: Page;
const codeOf = (place: string, role: string) =>
  String(gotovo(data, 'codes', 'issue', '--place', place, '--role', role, '--json').code);

beforeAll(async () => {
  gotovo(data, 'places', 'import', aTreeFile());
  server = await startServer(0, data);
  device = await launchDevice(aProfile());
  page = device.pages()[0] ?? (await device.newPage());
  await page.goto(`${server.address}/sending`);
  await untilInstalled(page);
  await page.getByLabel('20 цифр с листа').fill(codeOf('s10', 'school'));
  await page.getByLabel('Как называть это устройство').fill('ПК завуча');
  await page.getByRole('button', { name: 'Открыть школу' }).click();
  await page.getByRole('button', { name: 'Отправить сейчас' }).waitFor({ timeout: 20_000 });
});
afterAll(async () => {
  await device.close();
  await server.stop();
});

it('[JG1] [JG2] shows a decision an officer has signed, and of a file only says that nobody did', async () => {
  const year = await page.evaluate(() => /(\d{4})\/(\d{4})/.exec(document.body.innerText)?.slice(1, 3) ?? []);
  const path = `${year[0]}-${year[1]?.slice(2)}/status`;
  const forged = aRevision({ history: 's10', path, value: { state: 'accepted' }, who: 'муниципалитет' });
  await open(page, '/safety');
  await page.locator('input[type=file]').setInputFiles({
    name: 'copy.gotovo.gz',
    mimeType: 'application/gzip',
    buffer: await anEnvelope(null, [forged]),
  });
  await page.getByText('Не показано: 1 запись без подписи управления образования').waitFor();
  await open(page, '/sending');
  expect(await page.getByText('Муниципалитет принял самооценку').count()).toBe(0);

  const officer = new WireDevice(server.address);
  await officer.enrol(codeOf('m', 'officer'));
  const returned = officer.signed(
    aRevision({ history: 's10', path, value: { state: 'returned', reason: 'нет актов' } }),
  );
  const histories = [{ history: 's10', after: { seq: 0, chain: '' }, revisions: [[...toWire(returned)]] }];
  const { body } = await officer.post('/sync', { proto: 1, nonce: 'n', unsent: 0, histories });
  expect(JSON.stringify(body)).toContain('"refused":[]');
  await expect
    .poll(
      async () => {
        await page.evaluate(() => dispatchEvent(new Event('online')));
        return page.getByText('Муниципалитет вернул самооценку на доработку').count();
      },
      { timeout: 20_000 },
    )
    .toBe(1);
  expect(await page.getByText('Ждут проверки подписи').count()).toBe(0);
});
