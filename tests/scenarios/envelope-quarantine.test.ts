import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reissue } from '../../src/core/submission/reissue.ts';
import type { Revision } from '../../src/core/submission/revision.ts';
import { acceptQuarantined } from '../../src/server/decide-quarantine.ts';
import { issueCode } from '../../src/server/store/codes.ts';
import { devicesOfPlace, revokeDevice } from '../../src/server/store/devices.ts';
import { listQuarantine, removeQuarantined } from '../../src/server/store/quarantine.ts';
import { verifyStore } from '../../src/server/store/verify-store.ts';
import { anAnswer, aRevision, sha256 } from '../fixtures/a-revision.ts';
import { aFolder, anEnrolled, type RunningEndpoint, startEndpoint, WireDevice } from '../support/endpoint.ts';
import { idsOf, putAside, taken } from '../support/envelope-imports.ts';
import { anEnvelope } from '../support/envelopes.ts';

const clock = Date.UTC(2026, 8, 14);
let running: RunningEndpoint;
beforeAll(async () => {
  running = await startEndpoint(aFolder(), { now: () => clock });
});
afterAll(async () => {
  expect((await verifyStore(running.engine.read)).filter(({ fault }) => fault !== null)).toEqual([]);
  await running.stop();
});

const answers = (history: string, ...values: unknown[]): Revision[] => values.map((value) => anAnswer(history, value));
const code = (place: string) => issueCode(running.engine.write, { place, role: 'school', now: clock });
const keyOf = ({ publicKey, id }: WireDevice) => ({ publicKey, id });

describe('a file nobody vouches for', () => {
  const forget = async () => {
    for (const { id } of await listQuarantine(running.engine.read))
      await running.engine.write((writer) => removeQuarantined(writer, id));
  };
  const accept = (id: string, place: string | null = null) => acceptQuarantined(running.endpoint, id, place);

  it('[EV7] waits whole until an officer decides: unsigned, forged, of an unknown key or a revoked device', async () => {
    await forget();
    const device = await anEnrolled(running, 's1', 'school');
    const mallory = new WireDevice('');
    const forged = answers('s1', 'forged');
    const claim = { device: device.id, label: 'ПК завуча' };
    const files: [string, Buffer][] = [
      ['unsigned', await anEnvelope(null, forged)],
      ['signature-wrong', await anEnvelope({ ...keyOf(device), sign: (text) => mallory.sign(text) }, forged)],
      ['key-unknown', await anEnvelope(mallory, forged)],
      ['key-unknown', await anEnvelope(mallory, forged, { by: { ...claim, publicKey: mallory.publicKey } })],
    ];
    await running.engine.write((writer) => revokeDevice(writer, device.id, clock));
    files.push(['revoked', await anEnvelope(device, forged)]);
    const before = await idsOf(running, 's1');
    for (const [why, file] of files) {
      expect((await putAside(running, file)).why).toBe(why);
      expect((await putAside(running, file)).why).toBe(why);
    }
    expect(await idsOf(running, 's1')).toEqual(before);
    const waiting = await listQuarantine(running.engine.read);
    expect(waiting.map(({ why }) => why).sort()).toEqual(files.map(([why]) => why).sort());
    expect(waiting[0]).toMatchObject({ cameAt: clock, label: 'ПК завуча', revisions: 1 });
  });

  it('[EV9] is taken when accepted, and the key that signed it is known from then on', async () => {
    await forget();
    const device = new WireDevice(running.address);
    const local = answers('local:d', 'yes');
    const { id } = await putAside(running, await anEnvelope(device, local));
    expect(await accept(id)).toEqual({ ok: false, problem: { code: 'place-needed' } });
    expect(await accept(id, 'm')).toEqual({ ok: false, problem: { code: 'not-a-school', place: 'm' } });
    expect(await accept(id, 'x')).toEqual({ ok: false, problem: { code: 'unknown-place', place: 'x' } });
    const accepted = await accept(id, 's4');
    expect(accepted).toMatchObject({ ok: true, value: { enrolled: true, device: { place: 's4', role: 'school' } } });
    expect(await idsOf(running, 's4')).toEqual(
      expect.arrayContaining(reissue(local, 's4', sha256).map((one) => one.id)),
    );
    expect(await accept(id, 's4')).toEqual({ ok: false, problem: { code: 'not-quarantined', id } });
    const next = await taken(running, await anEnvelope(device, [...local, ...answers('local:d', 'no')]));
    expect([next.enrolled, next.taken[0]?.new, next.taken[0]?.history]).toEqual([false, 1, 's4']);
  });

  it('[EV9] is taken once when it was not signed, without making anybody known', async () => {
    await forget();
    const count = async () => (await devicesOfPlace(running.engine.read, 's4')).length;
    const before = await count();
    const { id } = await putAside(running, await anEnvelope(null, answers('local:e', 'unsigned')));
    const accepted = await accept(id, 's4');
    expect(accepted).toMatchObject({ ok: true, value: { enrolled: false, device: null, taken: [{ new: 1 }] } });
    expect([await count(), (await putAside(running, await anEnvelope(null, answers('local:e', 'later')))).why]).toEqual(
      [before, 'unsigned'],
    );
  });

  it('[EV9] may judge nothing, and belongs to no school but its own', async () => {
    await forget();
    const mallory = new WireDevice('');
    const status = aRevision({ history: 's2', path: '2026-27/status', value: { state: 'accepted' } });
    const { id } = await putAside(running, await anEnvelope(mallory, [mallory.signed(status)]));
    expect(await accept(id, 's1')).toEqual({ ok: false, problem: { code: 'foreign-history', history: 's2' } });
    expect(await accept(id)).toMatchObject({
      ok: true,
      value: { taken: [{ new: 1 - 1, refused: [{ id: status.id }] }] },
    });
  });

  it('[EV9] of a revoked device is taken when accepted, and the device stays revoked', async () => {
    await forget();
    const device = await anEnrolled(running, 's2', 'school');
    await running.engine.write((writer) => revokeDevice(writer, device.id, clock));
    const file = await anEnvelope(device, answers('s2', 'the last word'));
    const { id } = await putAside(running, file);
    expect(await accept(id)).toMatchObject({ ok: true, value: { device: { id: device.id }, taken: [{ new: 1 }] } });
    expect((await putAside(running, file)).why).toBe('revoked');
  });

  it('[EV9] whose device entered a code meanwhile is taken as that device’s', async () => {
    await forget();
    const device = new WireDevice(running.address);
    const { id } = await putAside(running, await anEnvelope(device, answers('local:f', 'yes')));
    await device.enrol(await code('s2'));
    expect(await accept(id)).toMatchObject({ ok: true, value: { device: { id: device.id }, taken: [{ new: 1 }] } });
    expect(await listQuarantine(running.engine.read)).toEqual([]);
  });
});
