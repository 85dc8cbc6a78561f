import 'fake-indexeddb/auto';
import { signal } from '@preact/signals';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aRevision, sha256 } from '../../../tests/fixtures/a-revision.ts';
import { aDeviceWithoutCode } from '../../../tests/support/device-parts.ts';
import { anEnrolled, type RunningEndpoint, startEndpoint, WireDevice } from '../../../tests/support/endpoint.ts';
import { MemoryDisk } from '../../../tests/support/memory-disk.ts';
import type { Role } from '../../core/access/access.ts';
import { parseForm } from '../../core/form/parse-form.ts';
import { toWire } from '../../core/sync/messages.ts';
import { publishedForms } from '../../forms/forms.ts';
import { awaitDevices } from '../../server/store/awaited.ts';
import { issueCode } from '../../server/store/codes.ts';
import { readRevisions } from '../../server/store/histories.ts';
import { createProgram } from '../create-program.ts';
import type { Program } from '../program.ts';
import type { CallEndpoint } from '../sync/call-endpoint.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const parsed = parseForm(publishedForms[0]);
if (!parsed.ok) throw new Error(parsed.problem.code);
const form = signal(parsed.value);
let running: RunningEndpoint;
let chance = 0;

beforeAll(async () => {
  running = await startEndpoint();
});
afterAll(() => running.stop());

/** What outlives a tab of the officer's device. */
let device = aDevice();
beforeEach(() => {
  device = aDevice();
});

function aDevice() {
  chance += 1;
  const wire = new WireDevice(running?.address ?? '');
  const state = { isOnline: true, asked: [] as { path: string; histories: number }[] };
  const call: CallEndpoint = async (path, body) => {
    if (!state.isOnline) return { kind: 'no-server' };
    state.asked.push({ path, histories: (body as { histories?: unknown[] }).histories?.length ?? 0 });
    const came = await wire.post(path, body as object).catch(() => null);
    if (!came) return { kind: 'no-server' };
    const { status, body: answer } = came;
    return status === 200 ? { kind: 'answer', body: answer } : { kind: 'refused', code: String(answer.code) };
  };
  return { name: `office-test-${chance}`, disk: new MemoryDisk(), parts: aDeviceWithoutCode(call), state };
}

async function aTab(of = device): Promise<Program> {
  return createProgram({
    form,
    journal: of.disk.openTab(),
    now: () => new Date(2026, 8, 14, 9, 5, 7),
    random: (bytes) => {
      chance += 1;
      return sha256(Uint8Array.of(chance & 255, chance >> 8)).slice(0, bytes);
    },
    marker: { hadData: async () => true, markHadData: async () => undefined },
    localHistory: (make) => make(),
    label: 'ПК отдела',
    ...of.parts,
    storeName: of.name,
  });
}

async function anEntered(place: string, role: Role, of: ReturnType<typeof aDevice>): Promise<Program> {
  const program = await aTab(of);
  const code = await issueCode(running.engine.write, { place, role, now: Date.now() });
  expect(await program.enrol(code, 'ПК отдела')).toBe('enrolled');
  return program;
}
/** The first one of a test is on the device of the test. */
const anOfficer = (place: string) => anEntered(place, 'officer', place === 'm' ? device : aDevice());
const aSchool = (place: string) => anEntered(place, 'school', aDevice());

const answer = (history: string, path: string, value: string) => aRevision({ history, path, value });
const bring = async (place: string, ...values: ReturnType<typeof answer>[]) => {
  const school = await anEnrolled(running, place, 'school');
  const histories = [
    { history: place, after: { seq: 0, chain: '' }, revisions: values.map((one) => [...toWire(one)]) },
  ];
  const { body } = await school.post('/sync', { proto: 1, nonce: 'n', unsent: 0, histories });
  expect(JSON.stringify(body)).toContain('"refused":[]');
};
const statesOf = async (program: Program) =>
  (await program.office()).schools.value.map(({ place, standing }) => [place.id, standing.state]);
const settled = async (program: Program, states: unknown) => {
  await (await program.office()).refresh();
  await expect.poll(() => statesOf(program), { timeout: 20_000 }).toEqual(states);
};

describe('an officer’s device', () => {
  it('[OF1] [OF2] has every history below, nothing of it in the second copy, and everything again without a network', async () => {
    await bring('s1', answer('s1', '2026-27/readiness/K1-01', 'yes'));
    const program = await anOfficer('m');
    await settled(program, [
      ['s1', 'filling'],
      ['s2', 'neverOpened'],
    ]);
    expect(device.disk.text).not.toContain('K1-01');
    device.state.isOnline = false;
    const again = await aTab();
    await expect
      .poll(() => statesOf(again), { timeout: 20_000 })
      .toEqual([
        ['s1', 'filling'],
        ['s2', 'neverOpened'],
      ]);
  });

  it('[OF5] signs a return without a network, shows it at once, and the endpoint takes it later', async () => {
    const program = await anOfficer('m');
    const office = await program.office();
    await settled(program, [
      ['s1', 'filling'],
      ['s2', 'neverOpened'],
    ]);
    device.state.isOnline = false;
    const path = '2026-27/status';
    expect(await office.write('s1', path, { state: 'returned', reason: 'нет актов' })).toBe(true);
    await expect.poll(() => statesOf(program)).toContainEqual(['s1', 'returned']);
    expect(program.delivery.value.unsent).toBe(1);
    expect(device.disk.text).toContain('нет актов');
    const again = await aTab();
    await expect.poll(() => again.delivery.value).toMatchObject({ counted: true, unsent: 1 });
    device.state.isOnline = true;
    again.syncNow();
    await expect.poll(() => again.delivery.value, { timeout: 20_000 }).toMatchObject({ unsent: 0, refused: [] });
    const stored = await readRevisions(running.engine.read, 's1');
    expect(stored.filter((one) => one.path === path)).toMatchObject([{ signature: {}, who: 'муниципалитет' }]);
  });

  it('[OF4] hears of the first device of a school together with what it sent', async () => {
    const program = await anOfficer('m');
    const office = await program.office();
    await expect.poll(() => office.toldAt.value, { timeout: 20_000 }).not.toBe(null);
    const contact = () => office.schools.value.find(({ place }) => place.id === 's2')?.contact;
    await expect.poll(contact, { timeout: 20_000 }).toMatchObject({ devices: 0, lastSeen: null });
    await bring('s2', answer('s2', '2026-27/readiness/K1-03', 'yes'));
    program.syncNow();
    await expect.poll(contact, { timeout: 20_000 }).toMatchObject({ devices: 1, lastSeen: expect.any(String) });
  });

  it('[OF6] names the places the endpoint still waits for after it was put back', async () => {
    await bring('s2', answer('s2', '2026-27/readiness/K1-02', 'yes'));
    const program = await anOfficer('m');
    const office = await program.office();
    await running.engine.write((writer) => awaitDevices(writer, Date.now(), null));
    office.refresh();
    await expect.poll(() => office.awaited.value.map(({ id }) => id), { timeout: 20_000 }).toContain('s2');
    const contacts = () => office.schools.value.map(({ place, contact }) => [place.id, contact.awaited]);
    await expect.poll(contacts).toContainEqual(['s2', true]);
  });

  it('[OF5] [JG1] writes what the school’s device believes, and the device of an officer above, too', async () => {
    const [officer, school, above] = [await anOfficer('m'), await aSchool('s2'), await anOfficer('r')];
    const path = '2026-27/status';
    expect(await (await officer.office()).write('s2', path, { state: 'returned', reason: 'нет актов' })).toBe(true);
    officer.syncNow();
    await expect.poll(() => officer.delivery.value.unsent, { timeout: 20_000 }).toBe(0);
    school.syncNow();
    await expect.poll(() => school.status.value?.state, { timeout: 20_000 }).toBe('returned');
    (await above.office()).refresh();
    await expect.poll(() => statesOf(above), { timeout: 20_000 }).toContainEqual(['s2', 'returned']);
    expect([school.unproven.value, above.unproven.value]).toEqual([
      { refused: 0, aside: 0 },
      { refused: 0, aside: 0 },
    ]);
    expect((await statesOf(above)).map(([id]) => id)).toEqual(['s1', 's2', 's3', 's4']);
  });

  it('[OF2] [ST7] shows in a second tab what the first one has pulled', async () => {
    const first = await anOfficer('m');
    await (await first.office()).refresh();
    await expect.poll(() => statesOf(first), { timeout: 20_000 }).toHaveLength(2);
    const second = await aTab();
    await expect.poll(() => statesOf(second), { timeout: 20_000 }).toHaveLength(2);
    const answered = async (program: Program) =>
      (await program.office()).schools.value[0]?.standing.assessment.progress.answered ?? -1;
    const before = await answered(second);
    await bring('s1', answer('s1', '2026-27/readiness/K1-03', 'yes'));
    first.syncNow();
    await expect.poll(() => answered(first), { timeout: 20_000 }).toBe(before + 1);
    await expect.poll(() => answered(second), { timeout: 20_000 }).toBe(before + 1);
  });
});
