import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest } from '../../src/core/sync/client-turn.ts';
import { devicesOfPlace } from '../../src/server/store/devices.ts';
import { lastNumbersOf } from '../../src/server/store/histories.ts';
import { aRevision } from '../fixtures/a-revision.ts';
import { anEnrolled, type RunningEndpoint, startEndpoint, WireDevice } from '../support/endpoint.ts';

describe('one client that floods', () => {
  let running: RunningEndpoint;
  let now = Date.parse('2026-09-14T10:00:00Z');
  beforeAll(async () => {
    running = await startEndpoint(undefined, { now: () => now });
  });
  afterAll(() => running.stop());

  it('[HX12] with revisions is stopped at 50,000 in an hour, keeps nothing of what is more, and hinders nobody', async () => {
    const [flooding, colleague] = [
      await anEnrolled(running, 's1', 'school'),
      await anEnrolled(running, 's1', 'school'),
    ];
    const wires = Array.from({ length: 256 }, (_, value) => aRevision({ history: 's1', value }));
    const turnOf = (device: WireDevice) =>
      device.post('/sync', buildSyncRequest([{ history: 's1', after: noCursor, revisions: wires }], 'n', 0));
    const number = async () => (await lastNumbersOf(running.engine.read, ['s1']))[0]?.[1];
    const [first] = [await turnOf(flooding)];
    const before = await number();
    // what is known already counts too: it costs the endpoint the same
    for (let turn = 1; turn < 195; turn += 1) expect((await turnOf(flooding)).status).toBe(200);
    const refused = await turnOf(flooding);
    expect([refused.status, refused.body, refused.headers.get('retry-after')]).toEqual([
      429,
      { code: 'too-often' },
      '3600',
    ]);
    expect([first.status, await number()]).toEqual([200, before]);
    expect((await turnOf(colleague)).status).toBe(200);
    expect((await flooding.post('/sync', buildSyncRequest([], 'n', 0))).status).toBe(200);
    now += 3_600_000;
    expect((await turnOf(flooding)).status).toBe(200);
  }, 120_000);

  it('[HX12] with all devices of its place is stopped at 200,000 revisions in a day, and other places go on', async () => {
    const [one, another] = [await anEnrolled(running, 's4', 'school'), await anEnrolled(running, 's4', 'school')];
    const neighbour = await anEnrolled(running, 's3', 'school');
    const bring = (device: WireDevice, history: string) => {
      const revisions = [aRevision({ history }), aRevision({ history, value: 1 })];
      return device.post('/sync', buildSyncRequest([{ history, after: noCursor, revisions }], 'n', 0));
    };
    expect((await bring(one, 's4')).status).toBe(200);
    expect(running.endpoint.allowances.revisionsOfPlace('s4', 199_997, now)).toBe(true);
    for (const device of [one, another]) expect((await bring(device, 's4')).body).toEqual({ code: 'too-often' });
    expect((await another.post('/sync', buildSyncRequest([], 'n', 0))).status).toBe(200);
    expect((await bring(neighbour, 's3')).status).toBe(200);
    now += 86_400_000;
    expect((await bring(one, 's4')).status).toBe(200);
  });

  it('[HX12] with requests is stopped at 20,000 in an hour, whatever they ask, and its colleague is not', async () => {
    const [one, another] = [await anEnrolled(running, 's4', 'school'), await anEnrolled(running, 's4', 'school')];
    const ask = (device: WireDevice) => device.post('/devices', { nonce: 'n' });
    expect((await ask(one)).status).toBe(200);
    expect(running.endpoint.allowances.requests(one.id, 19_998, now)).toBe(true);
    expect((await ask(one)).status).toBe(200);
    for (const path of ['/devices', '/heads', '/device-code', '/device-revoke', '/device-key', '/sync']) {
      const { status, body, headers } = await one.post(path, {});
      expect([path, status, body, headers.get('retry-after')]).toEqual([path, 429, { code: 'too-often' }, '3600']);
    }
    expect((await ask(another)).status).toBe(200);
    now += 3_600_000;
    expect((await ask(one)).status).toBe(200);
  });

  it('[HX12] with new keys is stopped at 50 devices of its place in a day, and goes on with the key it has', async () => {
    const device = await anEnrolled(running, 's2', 'school');
    const neighbour = await anEnrolled(running, 's3', 'school');
    const replace = (one: WireDevice) =>
      one.post('/device-key', { nonce: 'n', publicKey: new WireDevice('').publicKey });
    for (let time = 1; time < 50; time += 1) expect((await replace(device)).status).toBe(200);
    expect((await replace(device)).body).toEqual({ code: 'too-often' });
    expect(await devicesOfPlace(running.engine.read, 's2')).toHaveLength(50);
    expect((await device.post('/sync', buildSyncRequest([], 'n', 0))).status).toBe(200);
    expect((await replace(neighbour)).status).toBe(200);
    now += 86_400_000;
    expect((await replace(device)).status).toBe(200);
  }, 120_000);
});
