import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Revision } from '../../src/core/submission/revision.ts';
import { type Cursor, noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest, readSyncAnswer } from '../../src/core/sync/client-turn.ts';
import { issueCode } from '../../src/server/store/codes.ts';
import { devicesOfPlace, revokeDevice } from '../../src/server/store/devices.ts';
import { verifyStore } from '../../src/server/store/verify-store.ts';
import { aRevision, sha256 } from '../fixtures/a-revision.ts';
import { aFolder, anEnrolled, type RunningEndpoint, startEndpoint, WireDevice } from '../support/endpoint.ts';

let clock = Date.UTC(2026, 8, 14);
let running: RunningEndpoint;
beforeAll(async () => {
  running = await startEndpoint(aFolder(), { now: () => clock });
});
afterAll(() => running.stop());

const code = (place: string, role: 'school' | 'officer' | 'branch' = 'school') =>
  issueCode(running.engine.write, { place, role, now: clock });
const answerOf = (history: string, value: unknown, path = '2026-27/readiness/K1-01') =>
  aRevision({ history, path, value: value as Revision['value'] });

/** One turn of one history through the real messages. */
async function turn(device: WireDevice, history: string, revisions: readonly Revision[], after: Cursor = noCursor) {
  const offers = [{ history, after, revisions }];
  const { status, body } = await device.post('/sync', buildSyncRequest(offers, 'nonce-1', 0));
  expect(status).toBe(200);
  const read = readSyncAnswer(body, offers, 'nonce-1', sha256);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value[0] ?? null;
}
async function pageOf(...args: Parameters<typeof turn>) {
  const page = await turn(...args);
  if (page?.state !== 'page') throw new Error(`no page: ${page?.state}`);
  return page;
}

describe('enrolment', () => {
  it('[EN2] [EN5] exchanges a code for a cookie no script can read, and says whose device it is now', async () => {
    const device = new WireDevice(running.address);
    const { status, headers, body } = await device.enrol(await code('s1'));
    expect(status).toBe(200);
    expect(headers.get('set-cookie')).toMatch(
      /^__Host-dev=\d{5}\.[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(body).toMatchObject({
      role: 'school',
      place: { id: 's1', kind: 'school' },
      own: 's1',
      histories: ['m:public', 'r:public'],
    });
    const page = await pageOf(device, 's1', []);
    expect(page.revisions.map((one) => one.path)).toContain(`-/device:${device.id}`);
  });

  it('[EN3] answers an unknown code and a wrong secret alike, and ends a code after five wrong ones', async () => {
    const right = await code('s2');
    const wrong = right.slice(0, 18) === '000000000000000000' ? '1' : '0';
    const other = `${right.slice(0, 10)}${right[10] === '0' ? '1' : '0'}${right.slice(11, 19)}`;
    const { checkDigitOf } = await import('../../src/core/access/enrolment-code.ts');
    const guessed = other + checkDigitOf(other);
    const unknown = `99999${wrong}0000000000000`;
    const device = new WireDevice(running.address);
    const answers = [await device.enrol(unknown + checkDigitOf(unknown))];
    for (let time = 0; time < 5; time += 1) answers.push(await device.enrol(guessed));
    answers.push(await device.enrol(right));
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      answers.map(() => [403, { code: 'code-unknown' }]),
    );
  });

  it('[EN4] serves one device once; the same device may repeat it for ten minutes', async () => {
    const digits = await code('s1');
    const device = new WireDevice(running.address);
    const first = await device.enrol(digits);
    const again = await device.enrol(digits);
    expect([again.status, again.body.device]).toEqual([200, first.body.device]);
    expect((await new WireDevice(running.address).enrol(digits)).body).toEqual({ code: 'code-used' });
    clock += 601_000;
    expect((await device.enrol(digits)).body).toEqual({ code: 'code-used' });
    const fresh = await code('s1');
    const atOnce = await Promise.all(Array.from({ length: 4 }, () => new WireDevice(running.address).enrol(fresh)));
    expect(atOnce.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403]);
  });

  it('[EN4] ends an unused code after fourteen days', async () => {
    const digits = await code('s1');
    clock += 15 * 86_400_000;
    expect((await new WireDevice(running.address).enrol(digits)).body).toEqual({ code: 'code-expired' });
  });

  it('[EN6] gives a new cookie to a device that still holds its key, and to nobody else', async () => {
    const device = await anEnrolled(running, 's1', 'school');
    device.cookie = '';
    expect((await device.post('/sync', buildSyncRequest([], 'n', 0))).status).toBe(401);
    const { body } = await device.post('/challenge', { nonce: 'n' });
    const challenge = String(body.challenge);
    const claim = { nonce: 'n', device: device.id, challenge };
    const stranger = new WireDevice(running.address);
    expect((await stranger.post('/session', { ...claim, signature: stranger.sign(challenge) })).status).toBe(401);
    const forged = challenge.replace(/^\d/, '1');
    expect(
      (await device.post('/session', { ...claim, challenge: `${forged}x`, signature: device.sign(forged) })).body,
    ).toEqual({
      code: 'challenge-old',
    });
    expect((await device.post('/session', { ...claim, signature: device.sign(challenge) })).status).toBe(200);
    expect((await device.post('/sync', buildSyncRequest([], 'n', 0))).status).toBe(200);
  });

  it('[EN6] makes a new device of one that lost its key, which takes over its cookie', async () => {
    const device = await anEnrolled(running, 's1', 'school');
    const { publicKey } = new WireDevice(running.address);
    const { status, body } = await device.post('/device-key', { nonce: 'n', publicKey });
    expect([status, body.own]).toEqual([200, 's1']);
    expect(body.device).not.toBe(device.id);
    expect((await device.post('/sync', buildSyncRequest([], 'n', 0))).status).toBe(200);
    const successors = async () =>
      (await devicesOfPlace(running.engine.read, 's1'))
        .filter(({ id }) => id === device.id || id === body.device)
        .map(({ replacedBy }) => replacedBy);
    expect(await successors()).toEqual([body.device, null]);
    const { body: asked } = await device.post('/challenge', { nonce: 'n' });
    const challenge = String(asked.challenge);
    const claim = { nonce: 'n', device: device.id, challenge, signature: device.sign(challenge) };
    expect((await device.post('/session', claim)).status).toBe(200); // its key was found after all
    expect(await successors()).toEqual([null, null]);
  });

  it('tells a revoked device so, and a stranger only that it is none', async () => {
    const device = await anEnrolled(running, 's1', 'school');
    await running.engine.write((writer) => revokeDevice(writer, device.id, clock));
    expect((await device.post('/sync', buildSyncRequest([], 'n', 0))).body).toEqual({ code: 'revoked' });
    expect((await new WireDevice(running.address).post('/sync', buildSyncRequest([], 'n', 0))).body).toEqual({
      code: 'no-device',
    });
  });
});

describe('one turn', () => {
  it('[SY5] [SY6] [SY8] takes what is new, and confirms it as its place in the chained history', async () => {
    const device = await anEnrolled(running, 's2', 'school');
    const [first, second] = [answerOf('s2', 'yes'), answerOf('s2', 'no')];
    const page = await pageOf(device, 's2', [first, second]);
    expect(page.confirmed.slice(-2).map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(page.revisions.every((one) => one.path.startsWith('-/device:'))).toBe(true);
    const again = await pageOf(device, 's2', [second, first], page.cursor);
    expect([again.confirmed, again.refused, again.cursor]).toEqual([[], [], page.cursor]);
    const other = await anEnrolled(running, 's2', 'school');
    const all = await pageOf(other, 's2', []);
    expect(all.revisions.filter((one) => one.path.endsWith('K1-01'))).toEqual([first, second]);
    expect((await verifyStore(running.engine.read)).map(({ fault }) => fault)).toEqual(
      (await verifyStore(running.engine.read)).map(() => null),
    );
  });

  it('[SY4] tells a cursor it does not know, and applies nothing of that turn', async () => {
    const device = await anEnrolled(running, 's3', 'school');
    const { cursor } = await pageOf(device, 's3', [answerOf('s3', 'yes')]);
    const late = answerOf('s3', 'partial');
    for (const after of [
      { ...cursor, chain: cursor.chain.replace(/^./, (first) => (first === 'x' ? 'y' : 'x')) },
      { seq: cursor.seq + 7, chain: cursor.chain },
    ])
      expect(await turn(device, 's3', [late], after)).toEqual({ history: 's3', state: 'diverged' });
    const all = await pageOf(device, 's3', []);
    expect(all.confirmed.some(({ id }) => id === late.id)).toBe(false);
  });

  it('[SY5] refuses one revision and takes the others', async () => {
    const device = await anEnrolled(running, 's2', 'school');
    const good = answerOf('s2', 'partial');
    const request = buildSyncRequest([{ history: 's2', after: noCursor, revisions: [good] }], 'n', 0);
    request.histories[0]?.revisions.unshift(['2026-27/readiness/K1-02', 'а\u0000', [], 1, 't', 'w', 'l', 'n']);
    const { status, body } = await device.post('/sync', request);
    expect(status).toBe(200);
    expect(body.histories).toMatchObject([{ refused: [{ index: 0, why: 'revision-unreadable' }] }]);
    expect((await pageOf(device, 's2', [])).revisions.map((one) => one.id)).toContain(good.id);
  });

  it('[SY6] pages through a long history, without a hole', async () => {
    const device = await anEnrolled(running, 's4', 'school');
    const many = Array.from({ length: 250 }, (_, at) => answerOf('s4', at));
    let { cursor } = await pageOf(device, 's4', many);
    ({ cursor } = await pageOf(device, 's4', [...many.slice(0, 100), answerOf('s4', 'x')], cursor));
    const other = await anEnrolled(running, 's4', 'school');
    let page = await pageOf(other, 's4', []);
    const seen = [...page.confirmed];
    while (page.more) {
      page = await pageOf(other, 's4', [], page.cursor);
      seen.push(...page.confirmed);
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
    expect(many.every(({ id }) => seen.some((one) => one.id === id))).toBe(true);
  });

  it('[ES2] numbers what many devices bring at once densely, each exactly once', async () => {
    const devices = await Promise.all(Array.from({ length: 6 }, () => anEnrolled(running, 's2', 'school')));
    const brought = devices.map((_, at) => Array.from({ length: 10 }, (__, nth) => answerOf('s2', `${at}-${nth}`)));
    await Promise.all(devices.map((device, at) => turn(device, 's2', brought[at] ?? [])));
    const all = await pageOf(devices[0] ?? new WireDevice(''), 's2', []);
    const ids = new Set(all.confirmed.map(({ id }) => id));
    expect(ids.size).toBe(all.confirmed.length);
    expect(brought.flat().every(({ id }) => ids.has(id))).toBe(true);
  });
});

describe('rights', () => {
  it('[AC1] denies every history of others, and lets an officer read below', async () => {
    const school = await anEnrolled(running, 's1', 'school');
    const states = [];
    for (const history of ['s2', 's3', 'm:office', 'n:public', 'nowhere', 'r:office'])
      states.push(await turn(school, history, []));
    expect(states.map((one) => one?.state)).toEqual(states.map(() => 'denied'));
    expect((await turn(school, 'm:public', []))?.state).toBe('page');
    const officer = await anEnrolled(running, 'm', 'officer');
    expect((await turn(officer, 's1', []))?.state).toBe('page');
    expect((await turn(officer, 's3', []))?.state).toBe('denied');
    const { body } = await officer.post('/heads', { under: 'm', nonce: 'n' });
    const named = (body.heads as [string, number][]).map(([history]) => history);
    expect(named).toEqual(expect.arrayContaining(['s1', 's2']));
    expect(named.some((history) => ['s3', 's4', 'n:public'].includes(history))).toBe(false);
  });

  it('[AC2] [AC3] [SG1] [SG2] takes a judgement only with an officer’s signature, whoever brings it', async () => {
    const school = await anEnrolled(running, 's1', 'school');
    const officer = await anEnrolled(running, 'm', 'officer');
    const stranger = await anEnrolled(running, 'n', 'officer');
    const status = answerOf('s1', { state: 'accepted' }, '2026-27/status');
    const judgement = answerOf('s1', { value: 'no', reason: 'нет записи' }, '2026-27/readiness/K3-01#check');
    const why = async (revision: Revision) => (await pageOf(school, 's1', [revision])).refused[0]?.why ?? 'taken';
    for (const unsigned of [status, judgement]) expect(await why(unsigned)).toBe('not-signed-by-an-officer');
    expect(await why(school.signed(status))).toBe('not-signed-by-an-officer');
    expect(await why(stranger.signed(status))).toBe('not-signed-by-an-officer');
    const other = officer.signed(judgement);
    expect(await why({ ...status, ...(other.signature ? { signature: other.signature } : {}) })).toBe(
      'not-signed-by-an-officer',
    );
    expect(await why(officer.signed(status))).toBe('taken');
    const seen = (await pageOf(school, 's1', [])).revisions.find((one) => one.id === status.id);
    expect(seen?.signature?.by).toBe(officer.id);
    const submitted = answerOf('s1', { state: 'submitted' }, '2026-27/status');
    expect(await why(submitted)).toBe('taken');
  });

  it('[AC3] lets a branch’s device write its own registers of its school only', async () => {
    const branch = await anEnrolled(running, 'b1', 'branch');
    const own = answerOf('s1', 4, '2026-27/monitoring/8@b1');
    const page = await pageOf(branch, 's1', [own, answerOf('s1', 'yes')]);
    expect(page.refused.map(({ why }) => why)).toEqual(['not-your-branch']);
  });
});

describe('a request', () => {
  it('[HT2] from another page, or without the program’s header, is refused', async () => {
    const device = await anEnrolled(running, 's1', 'school');
    const request = buildSyncRequest([], 'n', 0);
    for (const headers of [
      { 'x-gotovo': '' },
      { 'content-type': 'text/plain' },
      { 'sec-fetch-site': 'cross-site' },
      { origin: 'https://example.org' },
    ] as Record<string, string>[])
      expect((await device.post('/sync', request, headers)).body).toEqual({ code: 'foreign-origin' });
  });

  it('[HT1] is read up to its cap, packed or not, and nothing of a broken one is done', async () => {
    const device = await anEnrolled(running, 's1', 'school');
    const packed = gzipSync(JSON.stringify(buildSyncRequest([], 'n', 0)));
    const gzip = { 'content-encoding': 'gzip' };
    expect((await device.post('/sync', packed, gzip)).status).toBe(200);
    expect((await device.post('/sync', packed.subarray(0, 20), gzip)).body).toEqual({ code: 'body-unreadable' });
    expect((await device.post('/sync', gzipSync(Buffer.alloc(40_000_000)), gzip)).body).toEqual({
      code: 'body-too-large',
    });
    expect((await device.post('/sync', packed, { 'content-encoding': 'lzma' })).status).toBe(415);
    expect((await device.post('/sync', 'x'.repeat(1_100_000))).body).toEqual({ code: 'body-too-large' });
    for (const broken of ['{', '[]', '{"proto":2}', Uint8Array.of(0xff, 0xfe)])
      expect((await device.post('/sync', broken)).body).toEqual({ code: 'body-unreadable' });
  });

  it('[RV4] with text no store could hold is refused, or what it signs counts as unsigned', async () => {
    const device = await anEnrolled(running, 's1', 'school');
    const bad = 'x\u0000\ud800';
    const offer = { history: bad, after: noCursor, revisions: [] };
    const session = { nonce: 'n', device: bad, challenge: 'c', signature: 's' };
    const answers = [
      await device.post('/session', session),
      await device.post('/sync', { proto: 1, nonce: 'n', histories: [offer] }),
    ];
    expect(answers.map(({ body }) => body)).toEqual(answers.map(() => ({ code: 'body-unreadable' })));
    const signed = { ...answerOf('s1', 'yes'), signature: { by: bad, value: bad } };
    const { confirmed, refused } = await pageOf(device, 's1', [signed]);
    expect([confirmed.at(-1)?.id, refused]).toEqual([signed.id, []]);
  });

  it('[HT1] is counted while it comes when it names no length', async () => {
    const device = await anEnrolled(running, 's1', 'school');
    const inParts = async (text: string) => {
      const response = await fetch(`${running.address}/sync`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-gotovo': '1', cookie: device.cookie },
        body: new Blob([text]).stream(),
        duplex: 'half',
      } as RequestInit);
      return response.json();
    };
    expect(await inParts(JSON.stringify(buildSyncRequest([], 'n', 0)))).toEqual({
      proto: 1,
      nonce: 'n',
      histories: [],
    });
    expect(await inParts('x'.repeat(1_100_000))).toEqual({ code: 'body-too-large' });
  });

  it('[HT3] gets the security headers with every answer', async () => {
    const folder = aFolder();
    mkdirSync(join(folder, 'none'));
    writeFileSync(join(folder, 'none', 'index.html'), '<!doctype html>');
    const { address, stop } = await startEndpoint(folder);
    const file = await fetch(address);
    const etag = file.headers.get('etag') ?? '';
    const again = await fetch(address, { headers: { 'if-none-match': etag } });
    const refused = await new WireDevice(address).post('/nowhere', {});
    const missing = await fetch(`${address}/nowhere.js`);
    expect([file, again, refused, missing].map(({ status }) => status)).toEqual([200, 304, 405, 404]);
    for (const { headers } of [file, again, refused, missing]) {
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
    await stop();
  });
});
