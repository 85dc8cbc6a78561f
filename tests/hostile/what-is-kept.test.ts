import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkDigitOf } from '../../src/core/access/enrolment-code.ts';
import { normalizeText } from '../../src/core/submission/normalize-text.ts';
import { noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest } from '../../src/core/sync/client-turn.ts';
import { issueCode, noteWrongCode } from '../../src/server/store/codes.ts';
import { devicesOfPlace } from '../../src/server/store/devices.ts';
import { readRevisions } from '../../src/server/store/histories.ts';
import { aRevision } from '../fixtures/a-revision.ts';
import { naughtyStrings } from '../fixtures/naughty-strings.ts';
import { aFolder, anEnrolled, type RunningEndpoint, startEndpoint, WireDevice } from '../support/endpoint.ts';

let running: RunningEndpoint;
const logged: string[] = [];
beforeAll(async () => {
  running = await startEndpoint(aFolder(), {
    log: pino({ level: 'info' }, { write: (line) => void logged.push(line) }),
  });
});
afterAll(() => running.stop());

const aCode = (place: string) => issueCode(running.engine.write, { place, role: 'school', now: Date.now() });
const aWrongCode = (first: string) => first + checkDigitOf(first);

describe('what a device brings', () => {
  it('[HX4] loses a signature of another shape, however large, and keeps the fact', async () => {
    const device = await anEnrolled(running, 's1', 'school');
    const shapes = [
      { by: 'x', value: 'A'.repeat(500_000) },
      { by: 'x\u0000', value: 'A'.repeat(86) },
      { by: '\ud800', value: 'A'.repeat(86) },
      { by: 'два слова', value: 'A'.repeat(86) },
    ];
    const facts = shapes.map((signature, at) => ({ ...aRevision({ history: 's1', value: at }), signature }));
    for (const fact of facts) {
      const { body } = await device.post(
        '/sync',
        buildSyncRequest([{ history: 's1', after: noCursor, revisions: [fact] }], 'n', 0),
      );
      expect(body.histories).toMatchObject([{ refused: [] }]);
    }
    const kept = (await readRevisions(running.engine.read, 's1')).filter(({ path }) => path.endsWith('K3-01'));
    expect(kept.map(({ id, signature }) => [id, signature])).toEqual(facts.map(({ id }) => [id, undefined]));
  });

  it('[HX4] is kept letter for letter, whatever it would mean to a database', async () => {
    const device = await anEnrolled(running, 's1', 'school');
    const texts = [
      ...naughtyStrings.filter((text) => text.length < 500),
      "' OR '1'='1",
      "'; DELETE FROM revisions; SELECT '",
      '1 UNION SELECT private FROM keys',
      "\\'; --",
      '%_$1 :name ? @p',
    ].map(normalizeText);
    const revisions = texts.map((value, at) =>
      aRevision({ history: 's1', path: `2016-17/readiness/K1-02#drop-${at}`, value }),
    );
    const { body } = await device.post(
      '/sync',
      buildSyncRequest([{ history: 's1', after: noCursor, revisions }], 'n', 0),
    );
    expect(body.histories).toMatchObject([{ refused: [] }]);
    const kept = (await readRevisions(running.engine.read, 's1')).filter(({ path }) => path.includes('#drop-'));
    expect(kept.map(({ path, value }) => [path, value])).toEqual(revisions.map(({ path, value }) => [path, value]));
  });

  it('[HX4] is refused where an id, a number or a key is of no shape a database could keep', async () => {
    const device = await anEnrolled(running, 's1', 'school');
    const asked = (history: string, seq: number) =>
      device.post('/sync', {
        proto: 1,
        nonce: 'n',
        histories: [{ history, after: { seq, chain: '' }, revisions: [] }],
      });
    const claim = (id: string) => device.post('/session', { nonce: 'n', device: id, challenge: 'x', signature: 'x' });
    const key = (publicKey: string) => device.post('/device-key', { nonce: 'n', publicKey });
    const answers = [
      ...(await Promise.all([asked('s1\u0000', 0), asked('\ud800', 0), asked('s1', 2 ** 31), asked('s1', 2 ** 53)])),
      ...(await Promise.all([claim('a\u0000'), claim(''), claim("' or 1=1 --")])),
      ...(await Promise.all([`${device.publicKey}=`, `${device.publicKey}\u0000`, ` ${device.publicKey}`].map(key))),
    ];
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      answers.map(() => [400, { code: 'body-unreadable' }]),
    );
  });

  it('[HX5] names a device with one line of plain text, and never with nothing', async () => {
    const labels = new Map([
      ['ПК\u0000 завуча\r\n\tвторой', 'ПК завуча второй'],
      ['\u001b[31mПК\u009b2J', '[31mПК 2J'],
      ['кабинет\u202e cilbup', 'кабинет cilbup'],
      ['и\u0306од\u2028а\ud800', 'йод а'],
    ]);
    const enrol = async (label: string) => {
      const { publicKey } = new WireDevice('');
      const code = await aCode('s3');
      return new WireDevice(running.address).post('/enrol', { proto: 1, nonce: 'n', code, publicKey, label });
    };
    for (const label of labels.keys()) expect((await enrol(label)).status).toBe(200);
    const kept = await devicesOfPlace(running.engine.read, 's3');
    expect(kept.map(({ label }) => label)).toEqual([...labels.values()]);
    const entries = (await readRevisions(running.engine.read, 's3')).map(({ value }) => value);
    expect(entries).toEqual([...labels.values()].map((label) => expect.objectContaining({ label })));
    for (const label of ['', ' \n', '\u0000\u0007', '\ud800', 'х'.repeat(81)])
      expect((await enrol(label)).body).toEqual({ code: 'body-unreadable' });
  });
});

describe('a flood of wrong codes', () => {
  it('[HX6] locks out nobody behind the same address: a right code is taken at once', async () => {
    const { engine } = running;
    const address = '::1';
    await engine.write(async (writer) => {
      for (const from of [address, '127.0.0.1', '::ffff:127.0.0.1'])
        for (let time = 0; time < 301; time += 1)
          await noteWrongCode(writer, aWrongCode('0000000000000000000'), from, Date.now());
    });
    const flood = Array.from({ length: 30 }, (_, at) =>
      new WireDevice(running.address).enrol(aWrongCode(`${at}`.padStart(19, '1'))),
    );
    const honest = await new WireDevice(running.address).enrol(await aCode('s2'));
    expect([honest.status, honest.body.own]).toEqual([200, 's2']);
    const answers = (await Promise.all(flood)).map(({ status, body }) => [status, body]);
    expect(answers).toEqual(answers.map(() => [429, { code: 'too-many-attempts' }]));
  }, 60_000);

  it('[HX6] of more than the endpoint can check is told to come back, and the endpoint goes on', async () => {
    const flood = await Promise.all(
      Array.from({ length: 200 }, (_, at) =>
        new WireDevice(running.address).enrol(aWrongCode(`${at}`.padStart(19, '2'))),
      ),
    );
    const statuses = new Set(flood.map(({ status }) => status));
    expect(statuses).toEqual(new Set([429, 503]));
    expect(flood.find(({ status }) => status === 503)?.headers.get('retry-after')).toBe('30');
    expect((await new WireDevice(running.address).enrol(await aCode('s2'))).status).toBe(200);
  }, 60_000);
});

it('[HX7] writes neither what a request carries nor an address that is no route into the log', async () => {
  const device = await anEnrolled(running, 's1', 'school');
  logged.length = 0;
  const code = await aCode('s1');
  await fetch(`${running.address}/enrol/${code}?code=${code}`);
  await device.post(`/${code}`, { code });
  await device.post('/sync', buildSyncRequest([], code, 0), { 'x-secret': code });
  await device.post('/heads', { under: code, nonce: code });
  await new WireDevice(running.address).enrol(code);
  expect(logged.length).toBe(5);
  expect(logged.join('')).not.toContain(code);
  expect(logged.join('')).not.toContain(device.cookie.slice(-20));
  expect(logged.map((line) => JSON.parse(line).route)).toEqual(['file', 'file', '/sync', '/heads', '/enrol']);
});
