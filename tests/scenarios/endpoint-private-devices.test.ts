import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPrivateValues } from '../../src/app/private-values/private-values.ts';
import type { Json } from '../../src/core/json.ts';
import { erasedBy, isErasure, namedIn } from '../../src/core/private-values/private-values.ts';
import { createRevision } from '../../src/core/submission/create-revision.ts';
import { reissue } from '../../src/core/submission/reissue.ts';
import type { Revision } from '../../src/core/submission/revision.ts';
import { RevisionIndex } from '../../src/core/submission/revision-index.ts';
import { noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest } from '../../src/core/sync/client-turn.ts';
import { erasePrivateValues } from '../../src/server/erase-private-values.ts';
import { readRevisions, sha256 } from '../../src/server/store/histories.ts';
import { givenRows } from '../../src/server/store/private-values.ts';
import { anEnrolled, type RunningEndpoint, startEndpoint, type WireDevice } from '../support/endpoint.ts';

const path = '2016-17/monitoring/6';
const contact = { fullName: 'Иванова И. И.', position: 'завуч' };
let running: RunningEndpoint;
let count = 0;
const random = (bytes: number) => {
  count += 1;
  return sha256(Uint8Array.of(count)).slice(0, bytes);
};

beforeEach(async () => {
  running = await startEndpoint();
});
afterEach(() => running.stop());

/** A device that holds revisions in memory and private values in a real database; `s1` unless it has no code yet. */
async function aHolder(
  device: WireDevice,
  name: string,
  history = 's1',
  today = '2017-09-10',
  index = new RevisionIndex(),
) {
  let isThere = true;
  const push = (revisions: readonly Revision[]) =>
    device.post('/sync', buildSyncRequest([{ history: 's1', after: noCursor, revisions }], 'n', 0));
  const open = () =>
    openPrivateValues({
      storeName: name,
      call: async (to, body) =>
        isThere ? { kind: 'answer', body: (await device.post(to, body)).body } : { kind: 'no-server' },
      nonce: () => 'n',
      random,
      sha256,
      now: () => new Date(`${today}T12:00:00`),
      changed: () => undefined,
      history: () => history,
      registersOf: () => index.registers(),
      revisionsOf: () => index.all(),
      write: async (at, value) => {
        const content = { at: '2017-09-10T10:00:00Z', who: 'школа', label: 'ПК', nonce: 'A'.repeat(22) };
        index.add([createRevision({ history, path: at, value, seen: index.heads(at), ...content }, sha256)]);
        return true;
      },
    });
  let values = await open();
  return {
    index,
    push: () => push(index.all()),
    answer: (value: Json) => values.answer(path, value),
    exchange: () => values.exchange(['s1']),
    ask: (until: string) => values.ask(new Map([['s1', index.all().flatMap(namedIn)]]), () => until),
    contacts: () => values.contacts(),
    doubt: () => values.doubt(),
    take: (carried: Parameters<typeof values.take>[0]) => values.take(carried),
    carried: () => values.carriedOf('s1'),
    offer: () => values.offer(),
    noteReceipt: (byOfficer: boolean) =>
      values.noteReceipt({ kept: index.all().flatMap(namedIn), erased: [] }, '2017-09-11T09:00:00.000Z', byOfficer),
    pull: async () => void index.add(await readRevisions(running.engine.read, 's1')),
    restart: async () => {
      values = await open();
    },
    line: (up: boolean) => {
      isThere = up;
    },
    seen: () => values.of(index.registers(), path),
    valueOf: (hash: string) => values.valueOf(hash),
    drop: (hashes: string[]) => values.drop(hashes),
  };
}

it('[PV6] keeps a contact on the device, out of every revision, and shows it on another one after an exchange', async () => {
  const first = await aHolder(await anEnrolled(running, 's1', 'school'), 'pv-first');
  first.line(false);
  expect(await first.answer(contact)).toBe(true);
  await first.exchange(); // nobody answers: nothing is lost
  await first.restart();
  expect(first.seen()).toMatchObject({ state: 'here', value: contact });
  expect(JSON.stringify(first.index.all())).not.toContain('Иванова');

  first.line(true);
  await first.push();
  await first.exchange();
  const officer = await aHolder(await anEnrolled(running, 'm', 'officer'), 'pv-officer');
  await officer.pull();
  expect(officer.seen()).toEqual({ state: 'elsewhere' });
  await officer.exchange();
  expect(officer.seen()).toMatchObject({ state: 'here', value: contact });

  await first.answer({ ...contact, position: 'директор' });
  await first.answer(null);
  expect(first.seen()).toEqual({ state: 'empty' });
});

it('[PV3] forgets on every device, and an older device that comes back brings nothing', async () => {
  const holder = await aHolder(await anEnrolled(running, 's1', 'school'), 'pv-old');
  await holder.answer(contact);
  await holder.push();
  await holder.exchange();
  const officer = await aHolder(await anEnrolled(running, 'm', 'officer'), 'pv-reader');
  await officer.pull();
  await officer.exchange();
  await erasePrivateValues(running.endpoint, '2016-17');
  // the officer's device pulls the erasure, the school's stays away
  await officer.pull();
  await officer.exchange();
  expect(officer.seen()).toEqual({ state: 'elsewhere' });
  await officer.restart();
  expect(officer.seen()).toEqual({ state: 'elsewhere' });
  // the school's comes back without having seen it, and offers what it has
  await holder.restart();
  expect(holder.seen()).toMatchObject({ state: 'here', value: contact });
  await holder.push();
  await holder.exchange();
  await officer.exchange();
  expect(officer.seen()).toEqual({ state: 'elsewhere' });
  await holder.pull();
  expect(holder.index.all().some(isErasure)).toBe(true);
  await holder.exchange();
  expect(holder.seen()).toEqual({ state: 'elsewhere' });
  await holder.restart();
  expect(holder.seen()).toEqual({ state: 'elsewhere' });
});

it('[PV6] brings under the school what was given before a code', async () => {
  const device = await anEnrolled(running, 's1', 'school');
  const local = await aHolder(device, 'pv-local', 'local:abcdefghijklmnop');
  await local.answer(contact);
  const issued = reissue(local.index.all(), 's1', sha256);
  await device.post('/sync', buildSyncRequest([{ history: 's1', after: noCursor, revisions: issued }], 'n', 0));
  const school = await aHolder(device, 'pv-local');
  school.index.add(issued);
  await school.exchange();
  const officer = await aHolder(await anEnrolled(running, 'm', 'officer'), 'pv-reader-2');
  await officer.pull();
  await officer.exchange();
  expect(officer.seen()).toMatchObject({ state: 'here', value: contact });
});

it('[PV9] says of a contact where it is, and counts those the endpoint has not got', async () => {
  const school = await aHolder(await anEnrolled(running, 's1', 'school'), 'pv-where');
  expect(school.contacts()).toEqual({ unsent: 0, carried: 0 });
  await school.answer(contact);
  expect(school.seen()).toMatchObject({ where: 'device', since: null });
  expect(school.contacts()).toEqual({ unsent: 1, carried: 0 });
  school.line(false);
  await school.push();
  await school.exchange();
  expect(school.contacts()).toEqual({ unsent: 1, carried: 0 });
  await school.noteReceipt(true);
  expect(school.seen()).toMatchObject({ where: 'file', since: '2017-09-11T09:00:00.000Z' });
  expect(school.contacts()).toEqual({ unsent: 1, carried: 1 });
  school.line(true);
  await school.exchange();
  await school.restart();
  expect(school.seen()).toMatchObject({ where: 'endpoint', since: new Date('2017-09-10T12:00:00').toISOString() });
  expect(school.contacts()).toEqual({ unsent: 0, carried: 0 });
  await school.answer({ ...contact, position: 'директор' });
  expect(school.contacts()).toEqual({ unsent: 1, carried: 0 });
  await school.noteReceipt(false);
  expect(school.contacts()).toEqual({ unsent: 0, carried: 0 });
});

it('[PV8] [PV5] gives an officer what he asks for, each time written down, keeps it without a network and until its term', async () => {
  const school = await aHolder(await anEnrolled(running, 's1', 'school'), 'pv-given');
  await school.answer(contact);
  await school.push();
  await school.exchange();
  const device = await anEnrolled(running, 'm', 'officer');
  const officer = await aHolder(device, 'pv-asks', 'm:office');
  await officer.pull();
  const named = new Set(school.index.all().flatMap(namedIn));
  const given = { isWhole: true, given: named, denied: new Set() };
  expect([await officer.ask('2017-10-20'), await officer.ask('2017-10-20')]).toEqual([given, given]);
  expect(await givenRows(running.engine.read)).toMatchObject([
    { device: device.id, place: 'm', role: 'officer', history: 's1', count: 1 },
    { device: device.id, place: 'm', role: 'officer', history: 's1', count: 1 },
  ]);
  officer.line(false);
  expect(await officer.ask('2017-10-20')).toEqual({ isWhole: false, given: new Set(), denied: new Set() });
  await officer.restart();
  expect(officer.seen()).toMatchObject({ state: 'here', value: contact });
  const sameDeviceLater = (today: string) => aHolder(device, 'pv-asks', 'm:office', today);
  const onLastDay = await sameDeviceLater('2017-10-20');
  await onLastDay.pull();
  expect(onLastDay.seen()).toMatchObject({ state: 'here' });
  const after = await sameDeviceLater('2017-10-21');
  await after.pull();
  expect(after.seen()).toEqual({ state: 'elsewhere' });

  for (const [place, name] of [
    ['n', 'pv-foreign-municipality'],
    ['r', 'pv-region'],
  ] as const) {
    const other = await aHolder(await anEnrolled(running, place, 'officer'), name, `${place}:office`);
    await other.pull();
    const { given: shown, denied } = await other.ask('2017-10-20');
    expect([place, shown, denied]).toEqual(place === 'r' ? ['r', named, new Set()] : ['n', new Set(), new Set(['s1'])]);
    expect([place, other.seen().state]).toEqual([place, place === 'r' ? 'here' : 'elsewhere']);
  }
  expect((await givenRows(running.engine.read)).map(({ place }) => place).sort()).toEqual(['m', 'm', 'r']);
});

it('[PV8] says that nothing was given, and writes nothing down, where the endpoint has not got it', async () => {
  const school = await aHolder(await anEnrolled(running, 's1', 'school'), 'pv-not-brought');
  await school.answer(contact);
  await school.push();
  const officer = await aHolder(await anEnrolled(running, 'm', 'officer'), 'pv-asks-early', 'm:office');
  await officer.pull();
  expect(await officer.ask('2017-10-20')).toEqual({ isWhole: true, given: new Set(), denied: new Set() });
  expect(await givenRows(running.engine.read)).toEqual([]);
});

it('[PV6] forgets after 30 days a contact whose register could not be written, and never one a revision names', async () => {
  const device = await anEnrolled(running, 's1', 'school');
  const unwritten = await aHolder(device, 'pv-unwritten');
  await unwritten.answer(contact);
  const hashes = unwritten.index.all().flatMap(namedIn);
  const rowsOn = async (today: string, index?: RevisionIndex) => {
    const later = await aHolder(device, 'pv-unwritten', 's1', today, index);
    return hashes.filter((hash) => later.valueOf(hash) !== null).length;
  };
  expect(await rowsOn('2018-01-01', unwritten.index)).toBe(1);
  expect(await rowsOn('2017-10-10')).toBe(1);
  expect(await rowsOn('2017-10-11')).toBe(0);
  expect(await rowsOn('2017-10-11', unwritten.index)).toBe(0);
});

it('[PV3] does not keep what is erased while it is being written', async () => {
  const school = await aHolder(await anEnrolled(running, 's1', 'school'), 'pv-race');
  await school.answer(contact);
  await school.push();
  await school.exchange();
  const officer = await aHolder(await anEnrolled(running, 'm', 'officer'), 'pv-race-reader', 'm:office');
  await officer.pull();
  const asking = officer.ask('2017-10-20');
  await erasePrivateValues(running.endpoint, '2016-17');
  const revisions = await readRevisions(running.engine.read, 's1');
  const gone = revisions.filter(isErasure).flatMap(erasedBy);
  expect(gone).toHaveLength(1);
  officer.index.add(revisions);
  await officer.drop(gone); // as whoever takes revisions in does; the value may or may not be here yet
  await asking;
  expect(gone.map(officer.valueOf)).toEqual([null]);
  await officer.restart();
  expect(gone.map(officer.valueOf)).toEqual([null]);
});

it('[PV9] hears of what another tab of the device keeps and brings', async () => {
  const device = await anEnrolled(running, 's1', 'school');
  const [first, second] = [await aHolder(device, 'pv-tabs'), await aHolder(device, 'pv-tabs')];
  await first.answer(contact);
  second.index.add(first.index.all());
  await expect.poll(() => second.contacts()).toEqual({ unsent: 1, carried: 0 });
  await second.push();
  await second.exchange();
  await expect.poll(() => first.contacts()).toEqual({ unsent: 0, carried: 0 });
  expect(first.seen()).toMatchObject({ where: 'endpoint' });
});

it('[PV9] [SY4] gives an endpoint that was put back from a copy what it has lost, and calls it there only then', async () => {
  const device = await anEnrolled(running, 's1', 'school');
  const school = await aHolder(device, 'pv-restored');
  await school.answer(contact);
  await school.push();
  await school.exchange();
  await running.engine.write((writer) =>
    writer.updateTable('private_values').set({ salt: null, value: null }).execute(),
  );
  await school.doubt();
  expect(school.seen()).toMatchObject({ where: 'device', since: null });
  await school.exchange();
  expect(school.seen()).toMatchObject({ where: 'endpoint' });
  const officer = await aHolder(await anEnrolled(running, 'm', 'officer'), 'pv-after-restore');
  await officer.pull();
  await officer.ask('2017-10-20');
  expect(officer.seen()).toMatchObject({ state: 'here', value: contact });
});

it('[SY4] [PV8] what an officer brought from a stick and looked at is offered again after a restore; what he only asked for is not', async () => {
  const school = await aHolder(await anEnrolled(running, 's1', 'school'), 'pv-stick');
  await school.answer(contact);
  await school.push();
  const officer = await aHolder(await anEnrolled(running, 'm', 'officer'), 'pv-bringer', 'm:office');
  await officer.pull();
  await officer.take(school.carried());
  await officer.offer();
  await officer.ask('2017-10-20');
  const other = await aHolder(await anEnrolled(running, 'r', 'officer'), 'pv-onlooker', 'r:office');
  await other.pull();
  await other.ask('2017-10-20');
  const lose = () =>
    running.engine.write((writer) => writer.updateTable('private_values').set({ salt: null, value: null }).execute());
  const late = await aHolder(await anEnrolled(running, 'm', 'officer'), 'pv-late', 'm:office');
  await late.pull();
  await lose();
  await other.doubt();
  await other.offer();
  expect((await late.ask('2017-10-20')).given.size).toBe(0);
  await officer.doubt();
  await officer.offer();
  expect((await late.ask('2017-10-20')).given.size).toBe(1);
});
