import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Json } from '../../src/core/json.ts';
import { extensionPathOf } from '../../src/core/submission/campaigns.ts';
import { checkRevision } from '../../src/core/submission/check-revision.ts';
import type { Revision } from '../../src/core/submission/revision.ts';
import { returnedValueOf, statusPathOf } from '../../src/core/submission/status.ts';
import { fromWire, toWire } from '../../src/core/sync/messages.ts';
import { checkValueOf, returnValueOf } from '../../src/core/verification/check.ts';
import { tasksPathOf } from '../../src/core/verification/tasks.ts';
import { checkPathOf, returnPathOf, talkPathOf } from '../../src/core/verification/verification-paths.ts';
import { aRevision, sha256 } from '../fixtures/a-revision.ts';
import { aSchool10 } from '../fixtures/school-10.ts';
import { revisionsFrom } from '../fixtures/school-10-revisions.ts';
import { launchDevice, type RunningServer, startServer } from '../support/browser.ts';
import { gotovo } from '../support/command-line.ts';
import { aProfile, untilInstalled } from '../support/device.ts';
import { WireDevice } from '../support/endpoint.ts';
import { codeOf, enterCode } from '../support/enrolled-devices.ts';
import { answerIndicator, open } from '../support/fill.ts';
import { looksRight } from '../support/looks-right.ts';
import { textOf } from '../support/page-text.ts';
import { pageCount } from '../support/pdf.ts';
import { aTreeFile } from '../support/tree-file.ts';
import { hearing } from '../support/turns.ts';

const campaignId = '2016-17';
const campaign = {
  id: campaignId,
  title: 'Готовность школ округа к журналу без бумаги',
  schoolYear: '2016/2017',
  asOf: '2017-07-06',
  due: '2017-07-10',
  basis: 'приказ от 26.05.2017 № 118',
};
const data = mkdtempSync(join(tmpdir(), 'gotovo-store-'));
const lastYear: Record<string, Json> = { 'K1-01': 'yes', 'K1-01#evidence': { number: '41', date: '2015-08-29' } };
let server: RunningServer;
let device: BrowserContext;
let page: Page;
let officer: WireDevice;
let school: WireDevice;
let answers: Revision[];

const key = (name: string) => `${campaignId}/readiness/${name}`;

/** What the officer writes: signed, in one turn. */
async function officerWrites(history: string, values: Record<string, Json>): Promise<void> {
  const revisions = Object.entries(values).map(([path, value]) =>
    officer.signed(aRevision({ history, path, value, who: 'муниципалитет', label: 'ПК методиста', seen: [] })),
  );
  await send(officer, history, revisions);
}

async function send(from: WireDevice, history: string, revisions: readonly Revision[]): Promise<void> {
  const histories = [{ history, after: { seq: 0, chain: '' }, revisions: revisions.map((one) => [...toWire(one)]) }];
  const { body } = await from.post('/sync', { proto: 1, nonce: 'n', unsent: 0, histories });
  expect(JSON.stringify(body)).toContain('"refused":[]');
}

/** Waits until the page shows it, asking the endpoint anew meanwhile. */
const shows = (words: string, count = 1) =>
  hearing(page, () => page.getByText(words).count(), 30_000).toBeGreaterThanOrEqual(count);

beforeAll(async () => {
  gotovo(data, 'places', 'import', aTreeFile());
  server = await startServer(0, data);
  officer = new WireDevice(server.address);
  await officer.enrol(codeOf(data, 'm', 'officer'));
  school = new WireDevice(server.address);
  await school.enrol(codeOf(data, 's10', 'school'));
  answers = revisionsFrom({ ...aSchool10(), 'K1-01': null }).map((one) =>
    aRevision({ ...one, history: 's10', seen: [] }),
  );
  const before = Object.entries(lastYear).map(([name, value]) =>
    aRevision({ history: 's10', path: `2015-16/readiness/${name}`, value }),
  );
  await send(school, 's10', [...answers, ...before]);
  await officerWrites('m:public', {
    [`-/campaign:${campaignId}`]: campaign,
    [`-/campaign:${campaignId}#overlay`]: {
      texts: { 'K3-01': { recommendation: 'Подать уведомление и сообщить номер.' } },
    },
    [`-/campaign:${campaignId}#previous:s10`]: { place: 's10', findings: ['K3-01', 'K2-01'] },
    [tasksPathOf(campaignId)]: [
      { id: '1.3', text: 'Проверить запись в реестре.', deadline: '2017-09-01', places: ['s10'] },
      { id: '1.8', text: 'Обеспечить сохранность базы журнала.', places: ['s11'] },
    ],
  });
  device = await launchDevice(aProfile());
  await device.clock.setFixedTime(new Date('2017-07-06T10:00:00'));
  page = device.pages()[0] ?? (await device.newPage());
  await page.goto(`${server.address}/sending`);
  await untilInstalled(page);
  await enterCode(page, codeOf(data, 's10', 'school'), 'ПК завуча');
  await page.getByRole('button', { name: 'Отправить сейчас' }).waitFor({ timeout: 20_000 });
}, 120_000);
afterAll(async () => {
  await device.close();
  await server.stop();
});

it('[CP2] [CP5] [CO3] shows what is awaited and until when, by the campaign’s own words, and offers last year’s answer', {
  timeout: 120_000,
}, async () => {
  await officerWrites('s10', { [extensionPathOf(campaignId)]: { due: '2017-07-14', reason: 'обрыв связи' } });
  await open(page, '/');
  await shows('Муниципалитет ждёт до 14.07.2017');
  const aside = await textOf(page.locator('aside'));
  expect(aside).toContain('Это срок вашей школы: муниципалитет его продлил.');
  expect(aside).toContain(campaign.title);
  expect(aside).toContain('Основание: приказ от 26.05.2017 № 118');
  await shows('Подать уведомление и сообщить номер.');

  await open(page, '/criterion/K1');
  const section = page.locator('#K1-01');
  await section.getByText('В 2015/2016 учебном году: «Да», № 41, 29.08.2015').waitFor();
  await looksRight(page, 'a criterion');
  expect(await section.locator('input:checked').count()).toBe(0);
  await section.getByRole('button', { name: 'Подтвердить «Да»' }).click();
  await section.getByText('№ 41, 29.08.2015').waitFor();
  expect(await section.locator('input:checked').count()).toBe(1);
  expect(await section.getByRole('button', { name: 'Подтвердить «Да»' }).count()).toBe(0);
});

it('[SB6] [VF3] [VF5] shows offline what was given back and judged, and hands in again', {
  timeout: 120_000,
}, async () => {
  await open(page, '/sending');
  await page.locator('#submit').getByRole('button', { name: 'Сдать', exact: true }).click();
  await page.getByText('Самооценка сдана').waitFor();
  const headsOf = (name: string) => answers.filter((one) => one.path === key(name));
  const status = await sentStatus();
  const k301 = { key: 'K3-01' };
  await officerWrites('s10', {
    [returnPathOf(campaignId, 'readiness', 'K7-01')]: returnValueOf('Укажите, кто хранит базу', headsOf('K7-01'), {
      key: 'K7-01',
    }),
    [checkPathOf(campaignId, 'readiness', 'K3-01')]: checkValueOf(
      { state: 'disputed', value: 'yes', reason: 'запись в реестре есть' },
      headsOf('K3-01'),
      k301,
    ),
    [checkPathOf(campaignId, 'readiness', 'K3-02')]: checkValueOf(
      { state: 'disputed', value: 'yes', reason: 'сведения актуальны' },
      [],
      { key: 'K3-02' },
    ),
    [talkPathOf(campaignId, 'readiness', 'K7-01', 'n1')]: 'Подойдёт приказ о хранении.',
  });
  await send(officer, 's10', [
    officer.signed(
      aRevision({
        history: 's10',
        path: statusPathOf(campaignId),
        value: returnedValueOf('один ответ'),
        seen: [status],
        who: 'муниципалитет',
      }),
    ),
  ]);
  await open(page, '/');
  await shows('Муниципалитет вернул К7-01');
  await shows('Муниципалитет вернул самооценку на доработку');
  await device.setOffline(true);
  await page.reload();
  await page.getByText('Муниципалитет вернул К7-01').waitFor();
  const waiting = await page.locator('section[aria-labelledby=waiting] li').allInnerTexts();
  expect(waiting.map((item) => item.split('\n')[0])).toEqual([
    'Муниципалитет вернул К7-01',
    'Муниципалитет вернул самооценку на доработку',
  ]);

  await looksRight(page, 'what waits');

  await open(page, '/sending');
  await page.getByText('Ещё не исправлено: К7-01').waitFor();

  await open(page, '/criterion/K3');
  const judged = page.locator('#K3-01');
  await judged.getByText('Муниципалитет оценил иначе').waitFor();
  expect((await judged.locator('.pick').innerText()).split('\n').filter(Boolean)).toEqual([
    'Ваш ответ',
    'Нет',
    'После проверки, 06.07.2017',
    'Да',
  ]);
  expect(await judged.locator('input:checked').count()).toBe(1);

  await looksRight(page, 'a judged answer');

  await open(page, '/criterion/K7');
  const returned = page.locator('#K7-01');
  await returned.getByText('Возвращено 06.07.2017: исправьте до 14.07.2017').waitFor();
  await returned.getByText('переписка: 1 сообщение').click();
  await returned.getByText('Подойдёт приказ о хранении.').waitFor();
  await returned.getByLabel('Сообщение муниципалитету о К7-01').fill('Приказ № 12 от 01.07.2017.');
  await returned.getByRole('button', { name: 'Записать сообщение' }).click();
  await returned.getByText('переписка: 2 сообщения').waitFor();
  await looksRight(page, 'a returned answer');
  await answerIndicator(page, 'K7-01', 'yes-partial-no', 'yes');
  await returned.getByText('Муниципалитет увидит новый ответ, когда вы сдадите самооценку ещё раз.').waitFor();

  await open(page, '/');
  await page.getByText('Всё возвращённое исправлено. Сдайте самооценку ещё раз.').waitFor();
  await open(page, '/sending');
  await page.locator('#submit').getByRole('button', { name: 'Сдать с изменениями' }).click();
  await page.getByText('Самооценка сдана').waitFor();
  expect(await page.locator('section[aria-labelledby=waiting]').count()).toBe(0);
});

it('[VF5] [CO2] [TK1] [CO5] tells both totals, last year’s findings and the report’s proposals, and prints them on one sheet', {
  timeout: 120_000,
}, async () => {
  await open(page, '/verdict');
  const verified = (await textOf(page.locator('section[aria-labelledby=verified]'))).replaceAll('\t', ' ');
  expect(verified).toMatch(/По самооценке\s+не готова\s+\d\d,\d\d %/);
  expect(verified).toMatch(/После проверки\s+готова с замечаниями\s+\d\d,\d\d %/);
  expect(verified).toContain('К3-01 ваш ответ: Нет; после проверки: Да. «запись в реестре есть»');
  expect(await textOf(page.locator('section[aria-labelledby=since]'))).toContain(
    'Устранено: К2-01\nОсталось с прошлого года: К3-01',
  );
  const tasks = page.locator('section[aria-labelledby=tasks]');
  expect(await tasks.getByRole('checkbox').count()).toBe(1);
  await tasks.getByRole('checkbox').check();
  await tasks.getByText('Сделано, отмечено 06.07.2017.').waitFor();

  await looksRight(page, 'the verdict');

  await open(page, '/print');
  const sheet = await textOf(page.locator('.desk'));
  expect(sheet).toMatch(/После проверки муниципалитетом: готова с замечаниями, \d\d,\d\d %\./);
  expect(sheet).toContain('С прошлого года: устранено 1, осталось 1 (отмечены *)');
  expect(pageCount(await page.pdf({ preferCSSPageSize: true }))).toBe(1);
});

it('[RP8] gives other programs the verified figures first, once the school’s answers have come', {
  timeout: 120_000,
}, async () => {
  await device.setOffline(false);
  const figures = () =>
    gotovo(data, 'report', 'score-sheet', '--place', 's10', '--campaign', campaignId, '--format', 'json');
  await hearing(page, async () => figures().level).toBe('readyWithRemarks');
  const { total, blockedBy, selfAssessed, verified } = figures();
  expect([total, blockedBy]).toEqual([83.17, []]);
  expect(selfAssessed).toMatchObject({ total: 78.7, level: 'notReady' });
  expect(verified).toMatchObject({ total: 83.17, level: 'readyWithRemarks' });
});

/** The status as the endpoint holds it, once the school's device has sent it. */
async function sentStatus(): Promise<Revision> {
  const found: Revision[] = [];
  const histories = [{ history: 's10', after: { seq: 0, chain: '' }, revisions: [] }];
  const read = async () => {
    const { body } = await school.post('/sync', { proto: 1, nonce: 'n', unsent: 0, histories });
    const [answer] = body.histories as [{ rows: { revision: unknown[] }[] }];
    const wire = answer.rows.find(({ revision }) => revision[0] === statusPathOf(campaignId));
    const status = wire ? checkRevision(fromWire(wire.revision, 's10').tuple, sha256) : null;
    if (status?.ok) found.push(status.value);
    return found.length;
  };
  await hearing(page, read, 30_000).toBeGreaterThan(0);
  const [status] = found;
  if (!status) throw new Error('no status');
  return status;
}
