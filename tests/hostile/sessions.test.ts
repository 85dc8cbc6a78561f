import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest } from '../../src/core/sync/client-turn.ts';
import { createToken } from '../../src/server/device-token.ts';
import { issueCode } from '../../src/server/store/codes.ts';
import { renewToken } from '../../src/server/store/devices.ts';
import { anEnrolled, type RunningEndpoint, startEndpoint, WireDevice } from '../support/endpoint.ts';

const day = 86_400_000;

describe('a device’s cookie', () => {
  let running: RunningEndpoint;
  let now = Date.parse('2026-09-14T10:00:00Z');
  beforeAll(async () => {
    running = await startEndpoint(undefined, { now: () => now });
  });
  afterAll(() => running.stop());

  const ask = (device: WireDevice) => device.post('/devices', { nonce: 'n' });
  async function showKey(device: WireDevice) {
    const { body } = await device.post('/challenge', { nonce: 'n' });
    const challenge = String(body.challenge);
    const claim = { nonce: 'n', device: device.id, challenge, signature: device.sign(challenge) };
    return device.post('/session', claim);
  }

  it('[EN5] [EN6] is taken for 400 days from its making, however often it is used, and then costs the device’s key', async () => {
    const device = await anEnrolled(running, 's1', 'school');
    for (let contact = 0; contact < 4; contact += 1) {
      now += 99 * day;
      const turn = buildSyncRequest([{ history: 's1', after: noCursor, revisions: [] }], 'n', 0);
      expect((await device.post('/sync', turn)).status).toBe(200);
    }
    now += 5 * day;
    const old = device.cookie;
    expect([(await ask(device)).status, (await ask(device)).body]).toEqual([401, { code: 'no-device' }]);
    expect((await showKey(device)).status).toBe(200);
    expect(device.cookie).not.toBe(old);
    expect((await ask(device)).status).toBe(200);
    device.cookie = old;
    expect((await ask(device)).body).toEqual({ code: 'no-device' });
  });

  it('[EN5] of the first version, which names no day, is as old as its device', async () => {
    const device = await anEnrolled(running, 's2', 'school');
    const token = 'A'.repeat(43);
    await running.engine.write((writer) => renewToken(writer, device.id, token));
    device.cookie = `__Host-dev=${token}`;
    expect((await ask(device)).status).toBe(200);
    now += 401 * day;
    expect((await ask(device)).body).toEqual({ code: 'no-device' });
  });

  it('[EN5] with another day before it, or none, is unknown', async () => {
    const device = await anEnrolled(running, 's2', 'school');
    const [, chance = ''] = device.cookie.split('.');
    for (const forged of [`${Math.floor(now / day) + 1}.${chance}`, chance, `.${chance}`, createToken(now)]) {
      const forger = new WireDevice(running.address);
      forger.cookie = `__Host-dev=${forged}`;
      expect((await ask(forger)).body).toEqual({ code: 'no-device' });
    }
  });

  it('[EN5] ends when its device enters another code; by its key the old one still comes in', async () => {
    const device = await anEnrolled(running, 's1', 'school');
    const [old, oldId] = [device.cookie, device.id];
    await device.enrol(await issueCode(running.engine.write, { place: 's2', role: 'school', now }));
    expect(device.id).not.toBe(oldId);
    expect((await ask(device)).status).toBe(200);
    const thief = new WireDevice(running.address);
    thief.cookie = old;
    expect((await ask(thief)).body).toEqual({ code: 'no-device' });
    device.id = oldId;
    expect((await showKey(device)).body.own).toBe('s1');
  });

  it('[EN5] stays when a code was wrong, and nobody’s ends by a cookie that is nobody’s', async () => {
    const device = await anEnrolled(running, 's1', 'school');
    const before = device.cookie;
    expect((await device.enrol('00000000000000000000')).status).toBe(403);
    device.cookie = before;
    expect((await ask(device)).status).toBe(200);
    const fresh = new WireDevice(running.address);
    fresh.cookie = '__Host-dev=nobody';
    const code = await issueCode(running.engine.write, { place: 's1', role: 'school', now });
    expect((await fresh.enrol(code)).status).toBe(200);
    expect((await ask(device)).status).toBe(200);
  });
});
