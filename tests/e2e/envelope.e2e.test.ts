import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { launchDevice, type RunningServer, startServer } from '../support/browser.ts';
import { command, gotovo } from '../support/command-line.ts';
import { aProfile, untilSaved } from '../support/device.ts';
import { codeOf, enterCode } from '../support/enrolled-devices.ts';
import { answerIndicator, open } from '../support/fill.ts';
import { aTreeFile } from '../support/tree-file.ts';

const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));

describe('a file made by a browser', () => {
  let server: RunningServer;
  let device: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    gotovo(data, 'places', 'import', aTreeFile());
    server = await startServer(0, data);
  });
  afterAll(() => server.stop());
  afterEach(() => device.close());

  async function start(): Promise<void> {
    device = await launchDevice(aProfile());
    page = device.pages()[0] ?? (await device.newPage());
    await page.goto(`${server.address}/criterion/K1`);
    await page.locator('#K1-01').waitFor();
  }
  async function save(name: string): Promise<string> {
    await open(page, '/safety');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Сохранить копию в файл' }).click(),
    ]);
    const file = join(mkdtempSync(join(tmpdir(), 'gotovo-stick-')), name);
    await download.saveAs(file);
    return file;
  }
  const importFile = async (file: string) => {
    const { code, stdout } = await command(['envelope', 'import', file, '--json', '--data', data]);
    return { code, ...JSON.parse(stdout) };
  };

  it('[EV4] [EV9] is taken from a device without a code once an officer has named the school, and by its key after that', async () => {
    await start();
    await answerIndicator(page, 'K1-01', 'yes-partial-no', 'partial');
    await untilSaved(page);
    const first = await importFile(await save('й.gotovo.gz'));
    expect(first).toMatchObject({ code: 1, taken: false, problem: { why: 'key-unknown', local: true } });
    const { id } = first.problem;
    const accepted = gotovo(data, 'envelope', 'quarantine', 'accept', id, '--place', 's10', '--json');
    expect(accepted).toMatchObject({ taken: true, enrolled: true, histories: [{ history: 's10', new: 1 }] });
    await open(page, '/criterion/K1');
    await answerIndicator(page, 'K1-02', 'yes-partial-no', 'no');
    await untilSaved(page);
    const next = await importFile(await save('copy.gotovo.gz'));
    expect(next).toMatchObject({ code: 0, enrolled: false, histories: [{ new: 1, known: 1, refused: [] }] });
  });

  it('[EV5] [CF1] of an enrolled device brings nothing the network has not brought already', async () => {
    await start();
    await open(page, '/sending');
    await enterCode(page, codeOf(data, 's10'), 'ПК в учительской');
    await page.getByRole('heading', { level: 1, name: 'Всё отправлено и подтверждено' }).waitFor();
    const file = await save('copy.gotovo.gz');
    expect(gotovo(data, 'envelope', 'inspect', file, '--json')).toMatchObject({
      fate: 'take',
      by: { label: 'ПК в учительской' },
      histories: [{ history: 's10', place: expect.stringMatching(/\S/) }],
      signer: { place: 's10', role: 'school' },
    });
    expect(await importFile(file)).toMatchObject({ code: 0, enrolled: false, histories: [{ new: 0, refused: [] }] });
  });
});
