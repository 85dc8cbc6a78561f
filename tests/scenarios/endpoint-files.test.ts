import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readReceipt } from '../../src/core/envelope/receipt.ts';
import { awaitDevices } from '../../src/server/store/awaited.ts';
import { issueCode } from '../../src/server/store/codes.ts';
import { devicesOfPlace, revokeDevice } from '../../src/server/store/devices.ts';
import { listQuarantine } from '../../src/server/store/quarantine.ts';
import { anAnswer } from '../fixtures/a-revision.ts';
import { aFolder, anEnrolled, type RunningEndpoint, startEndpoint, WireDevice } from '../support/endpoint.ts';
import { idsOf } from '../support/envelope-imports.ts';
import { anEnvelope, envelopeMeans } from '../support/envelopes.ts';

let running: RunningEndpoint;
beforeAll(async () => {
  running = await startEndpoint(aFolder());
});
afterAll(() => running.stop());

const handIn = (officer: WireDevice, file: Uint8Array, query = '') =>
  officer.post(`/envelope${query}`, file, { 'content-type': 'application/gzip' });
const stranger = () => new WireDevice(running.address);
const notAllowed = { status: 403, body: { code: 'not-allowed' } };

describe('a file an officer’s device hands in', () => {
  it('[EV16] is taken as `envelope import` would take it, twice with the same outcome, and brings the endpoint’s receipt', async () => {
    const [officer, school] = [await anEnrolled(running, 'm', 'officer'), await anEnrolled(running, 's1', 'school')];
    const answer = anAnswer('s1', 'yes');
    const file = await anEnvelope(school, [answer]);
    const { status, body } = await handIn(officer, file);
    expect([status, body.enrolled]).toEqual([200, false]);
    expect(body.histories).toEqual([{ history: 's1', place: 's1', new: 1, known: 0, refused: [] }]);
    const receiver = { ...envelopeMeans, publicKey: school.publicKey, above: null };
    const endpointKey = running.endpoint.key.publicKey;
    const receipt = await readReceipt(String(body.receipt), { ...receiver, endpointKey });
    expect(receipt).toMatchObject({
      ok: true,
      value: { envelope: body.envelope, accepted: [answer.id], officer: null, standing: { device: school.id } },
    });
    expect((await handIn(officer, file)).body.histories).toMatchObject([{ new: 0, known: 1 }]);
    expect(await idsOf(running, 's1')).toContain(answer.id);
  });

  it('[EV16] uses up a code in it and files the answers under the code’s place', async () => {
    const officer = await anEnrolled(running, 'r', 'officer');
    const code = await issueCode(running.engine.write, { place: 's2', role: 'school', now: Date.now() });
    const device = stranger();
    const { body } = await handIn(officer, await anEnvelope(device, [anAnswer('local:a', 'no')], { code }));
    expect(body).toMatchObject({ enrolled: true, histories: [{ history: 's2', new: 1 }] });
    const known = await devicesOfPlace(running.engine.read, 's2');
    expect(known.map(({ publicKey }) => publicKey)).toContain(device.publicKey);
  });

  it('[EV16] waits in quarantine when nobody vouches for it, and is taken once the officer names the school', async () => {
    const officer = await anEnrolled(running, 'm', 'officer');
    const device = stranger();
    const file = await anEnvelope(device, [anAnswer('local:b', 'partial')]);
    const { problem } = (await handIn(officer, file)).body as { problem: Record<string, unknown> };
    expect(problem).toMatchObject({ code: 'quarantined', why: 'key-unknown', local: true });
    expect(await listQuarantine(running.engine.read)).toHaveLength(1);
    const named = await handIn(officer, file, '?place=s1');
    expect(named.body).toMatchObject({ enrolled: true, histories: [{ history: 's1', new: 1 }] });
    expect(await listQuarantine(running.engine.read)).toEqual([]);
    const next = await handIn(officer, await anEnvelope(device, [anAnswer('local:b', 'yes')]));
    expect(next.body).toMatchObject({ enrolled: false, histories: [{ history: 's1', new: 1 }] });
  });

  it('[EV16] of a place that is not his is not taken, known, doubtful or named, and nothing of it is kept', async () => {
    const officer = await anEnrolled(running, 'n', 'officer');
    const school = await anEnrolled(running, 's1', 'school');
    const code = await issueCode(running.engine.write, { place: 's1', role: 'school', now: Date.now() });
    const revoked = await anEnrolled(running, 's2', 'school');
    await running.engine.write((writer) => revokeDevice(writer, revoked.id, Date.now()));
    const before = [await idsOf(running, 's1'), await listQuarantine(running.engine.read)];
    for (const file of [
      await anEnvelope(school, [anAnswer('s1', 'c')]),
      await anEnvelope(stranger(), [anAnswer('local:c', 'c')], { code }),
      await anEnvelope(revoked, [anAnswer('s2', 'c')]),
    ])
      expect(await handIn(officer, file)).toMatchObject(notAllowed);
    const unknown = await anEnvelope(stranger(), [anAnswer('local:d', 'd')]);
    expect(await handIn(officer, unknown, '?place=s1')).toMatchObject(notAllowed);
    expect(await handIn(officer, unknown, '?place=nowhere')).toMatchObject(notAllowed);
    expect([await idsOf(running, 's1'), await listQuarantine(running.engine.read)]).toEqual(before);
    const foreign = await anEnvelope(await anEnrolled(running, 's3', 'school'), [anAnswer('s1', 'e')]);
    expect((await handIn(officer, foreign)).body).toEqual({ problem: { code: 'foreign-history', history: 's1' } });
  });

  it('[EV16] is taken from an officer only, whole, as a file, and from the program’s own pages', async () => {
    const [officer, school] = [await anEnrolled(running, 'm', 'officer'), await anEnrolled(running, 's1', 'signer')];
    const file = await anEnvelope(school, [anAnswer('s1', 'f')]);
    expect(await handIn(school, file)).toMatchObject(notAllowed);
    expect((await handIn(stranger(), file)).body).toEqual({ code: 'no-device' });
    expect((await officer.post('/envelope', file)).body).toEqual({ code: 'foreign-origin' });
    expect((await handIn(officer, file, '?place=S%201')).body).toEqual({ code: 'body-unreadable' });
    expect((await handIn(officer, new Uint8Array(33 * 1024 * 1024))).body).toEqual({ code: 'body-too-large' });
    expect((await handIn(officer, file.subarray(0, -9))).body).toEqual({ problem: { code: 'broken' } });
    expect((await handIn(officer, Buffer.from('PK'))).body).toEqual({ problem: { code: 'not-an-envelope' } });
    expect(await idsOf(running, 's1')).not.toContain(anAnswer('s1', 'f').id);
  });
});

describe('the places an officer’s device asks for', () => {
  const ask = (device: WireDevice) => device.post('/places', { nonce: 'n' });

  it('[EV18] are those above, its own and all below, with the keys of their devices', async () => {
    const [officer, school] = [await anEnrolled(running, 'm', 'officer'), await anEnrolled(running, 's1', 'school')];
    const { body } = await ask(officer);
    const { nonce, places, devices } = body as { nonce: string; places: { id: string }[]; devices: { id: string }[] };
    expect([nonce, places.map(({ id }) => id)]).toEqual(['n', ['r', 'm', 's1', 'b1', 's2']]);
    const { publicKey } = school;
    const shown = { id: school.id, place: 's1', role: 'school', label: 'ПК завуча', publicKey, revoked: false };
    expect(devices).toContainEqual(expect.objectContaining(shown));
    expect(devices.map(({ id }) => id)).toContain(officer.id);
    await running.engine.write((writer) => revokeDevice(writer, school.id, Date.now()));
    expect((await ask(officer)).body.devices).toContainEqual(expect.objectContaining({ ...shown, revoked: true }));
  });

  it('[OF4] [OF6] come with the contacts of those below, and with those still awaited after the store was put back', async () => {
    const [officer, above, school] = [
      await anEnrolled(running, 'm', 'officer'),
      await anEnrolled(running, 'r', 'officer'),
      await anEnrolled(running, 's1', 'school'),
    ];
    const turn = (unsent: number) => {
      const histories = [{ history: 's1', after: { seq: 0, chain: '' }, revisions: [] }];
      return school.post('/sync', { proto: 1, nonce: 'n', unsent, histories });
    };
    const told = async ({ id }: WireDevice) => {
      const { devices } = (await ask(officer)).body as { devices: { id: string; seenAt?: number }[] };
      return devices.find((device) => device.id === id);
    };
    await turn(7);
    expect(await told(school)).toMatchObject({ unsent: 7, isAwaited: false, seenAt: expect.any(Number) });
    expect(Math.abs(Date.now() - ((await told(school))?.seenAt ?? 0))).toBeLessThan(600_000);
    expect(Object.keys((await told(above)) ?? {})).not.toContain('seenAt');
    await running.engine.write((writer) => awaitDevices(writer, Date.now(), null));
    expect(await told(school)).toMatchObject({ isAwaited: true, unsent: 7 });
    await turn(0);
    expect(await told(school)).toMatchObject({ isAwaited: false, unsent: 0 });
    await running.engine.write((writer) => awaitDevices(writer, Date.now(), null));
    await running.engine.write((writer) => revokeDevice(writer, school.id, Date.now()));
    expect(await told(school)).toMatchObject({ isAwaited: false, revoked: true });
  });

  it('[EV18] are told to nobody else', async () => {
    for (const role of ['school', 'signer'] as const)
      expect(await ask(await anEnrolled(running, 's1', role))).toMatchObject(notAllowed);
    expect((await ask(stranger())).body).toEqual({ code: 'no-device' });
  });
});
