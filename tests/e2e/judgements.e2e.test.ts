import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { toWire } from '../../src/core/sync/messages.ts';
import { aRevision } from '../fixtures/a-revision.ts';
import { type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { WireDevice } from '../support/endpoint.ts';
import { codeOf, EnrolledDevices } from '../support/enrolled-devices.ts';
import { anEnvelope } from '../support/envelopes.ts';
import { open } from '../support/fill.ts';
import { aTreeFile } from '../support/tree-file.ts';
import { hearing } from '../support/turns.ts';

const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
let server: RunningServer;
let page: Page;
const devices = new EnrolledDevices({ data, address: () => server.address });

beforeAll(async () => {
  gotovo(data, 'places', 'import', aTreeFile());
  server = await startServer(0, data);
  page = await devices.enrolled('s10', 'school', 'ПК завуча');
});
afterAll(async () => {
  await devices.close();
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
  await officer.enrol(codeOf(data, 'm', 'officer'));
  const returned = officer.signed(
    aRevision({ history: 's10', path, value: { state: 'returned', reason: 'нет актов' } }),
  );
  const histories = [{ history: 's10', after: { seq: 0, chain: '' }, revisions: [[...toWire(returned)]] }];
  const { body } = await officer.post('/sync', { proto: 1, nonce: 'n', unsent: 0, histories });
  expect(JSON.stringify(body)).toContain('"refused":[]');
  const told = page.getByText('Муниципалитет вернул самооценку на доработку');
  await hearing(page, () => told.count(), 20_000).toBe(1);
  expect(await page.getByText('Ждут проверки подписи').count()).toBe(0);
});
