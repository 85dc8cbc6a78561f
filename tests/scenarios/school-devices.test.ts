import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toWire } from '../../src/core/sync/messages.ts';
import { aRevision } from '../fixtures/a-revision.ts';
import { anEnrolled, type RunningEndpoint, startEndpoint, WireDevice } from '../support/endpoint.ts';

describe('the devices of a school', () => {
  let running: RunningEndpoint;
  let now = Date.parse('2017-07-06T10:00:00Z');

  beforeAll(async () => {
    running = await startEndpoint(undefined, { now: () => now });
  });
  afterAll(() => running.stop());

  const listOf = async (device: WireDevice) =>
    (await device.post('/devices', { nonce: 'n1' })).body.devices as Record<string, unknown>[];

  it('[DV1] are listed with their last contact, those of other places are not', async () => {
    const school = await anEnrolled(running, 's2', 'school');
    const stranger = await anEnrolled(running, 's3', 'school');
    now += 3_600_000;
    await school.post('/sync', { proto: 1, nonce: 'n', unsent: 3, histories: [] });
    const answer = await school.post('/devices', { nonce: 'n1' });
    expect(answer.body).toEqual({
      nonce: 'n1',
      devices: [{ id: school.id, role: 'school', label: 'ПК завуча', seenAt: now, unsent: 3, revokedAt: null }],
    });
    expect((await listOf(stranger)).map(({ id }) => id)).toEqual([stranger.id]);
    expect((await new WireDevice(running.address).post('/devices', { nonce: 'n' })).body).toEqual({
      code: 'no-device',
    });
  });

  it('[DV1] are shown without what their last turn itself brought, and with it when it was not taken', async () => {
    const school = await anEnrolled(running, 's3', 'school');
    const turn = (after: { seq: number; chain: string }, nonce: string) => {
      const revisions = [
        [...toWire(aRevision({ history: 's3', path: '2016-17/readiness/K1-01', value: nonce, nonce }))],
      ];
      return school.post('/sync', {
        proto: 1,
        nonce: 'n',
        unsent: 3,
        histories: [{ history: 's3', after, revisions }],
      });
    };
    const shownOf = async (device: WireDevice) => (await listOf(device)).find(({ id }) => id === device.id);
    await turn({ seq: 0, chain: '' }, 'A'.repeat(22));
    expect(await shownOf(school)).toMatchObject({ unsent: 2 });
    await turn({ seq: 9, chain: 'x'.repeat(43) }, 'B'.repeat(22));
    expect(await shownOf(school)).toMatchObject({ unsent: 3 });
  });

  it('[DV2] get a code for a colleague, up to ten live ones', async () => {
    const principal = await anEnrolled(running, 's4', 'signer');
    const colleagues: WireDevice[] = [];
    for (let count = 0; count < 9; count += 1) {
      const { body } = await (colleagues[0] ?? principal).post('/device-code', { nonce: 'n' });
      expect(body).toEqual({ nonce: 'n', code: expect.stringMatching(/^\d{20}$/), unusedForDays: 14 });
      const colleague = new WireDevice(running.address);
      expect((await colleague.enrol(String(body.code))).body).toMatchObject({ role: 'school', own: 's4' });
      colleagues.push(colleague);
    }
    expect((await principal.post('/device-code', { nonce: 'n' })).body).toEqual({ code: 'too-many-devices' });
    await principal.post('/device-revoke', { nonce: 'n', device: colleagues[3]?.id });
    expect((await principal.post('/device-code', { nonce: 'n' })).status).toBe(200);
  });

  it('[DV2] get none on a branch’s and on an officer’s device', async () => {
    for (const [place, role] of [
      ['b1', 'branch'],
      ['m', 'officer'],
    ] as const) {
      const device = await anEnrolled(running, place, role);
      const answer = await device.post('/device-code', { nonce: 'n' });
      expect([role, answer.status, answer.body]).toEqual([role, 403, { code: 'not-allowed' }]);
    }
  });

  it('[DV3] are turned away by the principal or by themselves; a stranger’s looks like none', async () => {
    const principal = await anEnrolled(running, 's1', 'signer');
    const [one, two] = [await anEnrolled(running, 's1', 'school'), await anEnrolled(running, 's1', 'school')];
    const stranger = await anEnrolled(running, 's3', 'signer');
    const revoke = (by: WireDevice, device: string) => by.post('/device-revoke', { nonce: 'n', device });
    for (const [by, device] of [
      [stranger, one.id],
      [two, one.id],
      [two, principal.id],
      [principal, stranger.id],
      [principal, 'nobody'],
    ] as const) {
      const answer = await revoke(by, device);
      expect([answer.status, answer.body]).toEqual([404, { code: 'not-found' }]);
    }
    expect((await revoke(principal, one.id)).body).toEqual({ nonce: 'n', revoked: one.id });
    expect((await one.post('/devices', { nonce: 'n' })).body).toEqual({ code: 'revoked' });
    expect((await revoke(two, two.id)).status).toBe(200);
    const listed = await listOf(principal);
    expect(listed.map(({ id, revokedAt }) => [id, revokedAt !== null])).toEqual([
      [principal.id, false],
      [one.id, true],
      [two.id, true],
    ]);
  });
});
