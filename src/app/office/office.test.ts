import 'fake-indexeddb/auto';
import { signal } from '@preact/signals';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aRevision, sha256 } from '../../../tests/fixtures/a-revision.ts';
import { aDeviceWithoutCode } from '../../../tests/support/device-parts.ts';
import { anEnrolled, type RunningEndpoint, startEndpoint, WireDevice } from '../../../tests/support/endpoint.ts';
import { MemoryDisk } from '../../../tests/support/memory-disk.ts';
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
    const { status, body: answer } = await wire.post(path, body as object);
    return status === 200 ? { kind: 'answer', body: answer } : { kind: 'refused', code: String(answer.code) };
  };
  return { name: `office-test-${chance}`, disk: new MemoryDisk(), parts: aDeviceWithoutCode(call), state };
}

async function aTab(): Promise<Program> {
  return createProgram({
    form,
    journal: device.disk.openTab(),
    now: () => new Date(2026, 8, 14, 9, 5, 7),
    random: (bytes) => {
      chance += 1;
      return sha256(Uint8Array.of(chance & 255, chance >> 8)).slice(0, bytes);
    },
    marker: { hadData: async () => true, markHadData: async () => undefined },
    localHistory: (make) => make(),
    label: 'ПК отдела',
    ...device.parts,
    storeName: device.name,
  });
}

async function anOfficer(place: string): Promise<Program> {
  const program = await aTab();
  const code = await issueCode(running.engine.write, { place, role: 'officer', now: Date.now() });
  expect(await program.enrol(code, 'ПК отдела')).toBe('enrolled');
  return program;
}

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

  it('[OF6] names the places the endpoint still waits for after it was put back', async () => {
    await bring('s2', answer('s2', '2026-27/readiness/K1-02', 'yes'));
    const program = await anOfficer('m');
    const office = await program.office();
    await running.engine.write((writer) => awaitDevices(writer, Date.now(), null));
    office.refresh();
    await expect.poll(() => office.awaited.value.map(({ id }) => id), { timeout: 20_000 }).toContain('s2');
    expect(office.schools.value.find(({ place }) => place.id === 's2')?.contact).toMatchObject({ awaited: true });
  });
});
