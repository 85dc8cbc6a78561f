import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Revision } from '../../src/core/submission/revision.ts';
import { noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest } from '../../src/core/sync/client-turn.ts';
import { issueCode } from '../../src/server/store/codes.ts';
import { devicesOfPlace, revokeDevice } from '../../src/server/store/devices.ts';
import { verifyStore } from '../../src/server/store/verify-store.ts';
import { anAnswer } from '../fixtures/a-revision.ts';
import { aFolder, anEnrolled, type RunningEndpoint, startEndpoint, WireDevice } from '../support/endpoint.ts';
import { pageOf, turn } from '../support/wire-turn.ts';

let clock = Date.UTC(2026, 8, 14);
let running: RunningEndpoint;
beforeAll(async () => {
  running = await startEndpoint(aFolder(), { now: () => clock });
});
afterAll(() => running.stop());

const code = (place: string, role: 'school' | 'officer' | 'branch' = 'school') =>
  issueCode(running.engine.write, { place, role, now: clock });

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
    const [first, second] = [anAnswer('s2', 'yes'), anAnswer('s2', 'no')];
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
    const { cursor } = await pageOf(device, 's3', [anAnswer('s3', 'yes')]);
    const late = anAnswer('s3', 'partial');
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
    const good = anAnswer('s2', 'partial');
    const request = buildSyncRequest([{ history: 's2', after: noCursor, revisions: [good] }], 'n', 0);
    request.histories[0]?.revisions.unshift(['2026-27/readiness/K1-02', 'а\u0000', [], 1, 't', 'w', 'l', 'n']);
    const { status, body } = await device.post('/sync', request);
    expect(status).toBe(200);
    expect(body.histories).toMatchObject([{ refused: [{ index: 0, why: 'revision-unreadable' }] }]);
    expect((await pageOf(device, 's2', [])).revisions.map((one) => one.id)).toContain(good.id);
  });

  it('[SY6] pages through a long history, without a hole', async () => {
    const device = await anEnrolled(running, 's4', 'school');
    const many = Array.from({ length: 250 }, (_, at) => anAnswer('s4', at));
    let { cursor } = await pageOf(device, 's4', many);
    ({ cursor } = await pageOf(device, 's4', [...many.slice(0, 100), anAnswer('s4', 'x')], cursor));
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
    const brought = devices.map((_, at) => Array.from({ length: 10 }, (__, nth) => anAnswer('s2', `${at}-${nth}`)));
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
    const status = anAnswer('s1', { state: 'accepted' }, '2026-27/status');
    const judgement = anAnswer('s1', { value: 'no', reason: 'нет записи' }, '2026-27/readiness/K3-01#check');
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
    const submitted = anAnswer('s1', { state: 'submitted' }, '2026-27/status');
    expect(await why(submitted)).toBe('taken');
  });

  it('[AC3] lets a branch’s device write its own registers of its school only', async () => {
    const branch = await anEnrolled(running, 'b1', 'branch');
    const own = anAnswer('s1', 4, '2026-27/monitoring/8@b1');
    const page = await pageOf(branch, 's1', [own, anAnswer('s1', 'yes')]);
    expect(page.refused.map(({ why }) => why)).toEqual(['not-your-branch']);
  });
});
