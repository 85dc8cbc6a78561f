import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { aRevision, sha256 } from '../../../tests/fixtures/a-revision.ts';
import { anEnrolled, type RunningEndpoint, startEndpoint, WireDevice } from '../../../tests/support/endpoint.ts';
import { anEnvelope, envelopeMeans } from '../../../tests/support/envelopes.ts';
import { readReceipt } from '../../core/envelope/receipt.ts';
import type { Json } from '../../core/json.ts';
import { isErasure, privateReference, sealed } from '../../core/private-values/private-values.ts';
import { reissue } from '../../core/submission/reissue.ts';
import type { Revision } from '../../core/submission/revision.ts';
import { RevisionIndex } from '../../core/submission/revision-index.ts';
import { erasePrivateValues } from '../../server/erase-private-values.ts';
import { importEnvelope } from '../../server/import-envelope.ts';
import { issueCode } from '../../server/store/codes.ts';
import { revokeDevice } from '../../server/store/devices.ts';
import { readRevisions } from '../../server/store/histories.ts';
import { givenRows } from '../../server/store/private-values.ts';
import { openPrivateValues, type PrivateValues } from '../private-values/private-values.ts';
import type { CallEndpoint } from '../sync/call-endpoint.ts';
import { publicKeyOf } from '../sync/device-key.ts';
import { type Enrolment, parseStanding } from '../sync/enrolment.ts';
import { createOfficerPlaces } from './officer-places.ts';
import { createSchoolFiles, type SchoolFiles } from './school-files.ts';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let running: RunningEndpoint;
let count = 0;
/** The officer's device of this test. */
let officer: Enrolment;
let files: SchoolFiles;
let here: Revision[];
let isOnline: boolean;
let privates: Promise<PrivateValues>;
let isFull: boolean;

beforeAll(async () => {
  running = await startEndpoint();
});
afterAll(() => running.stop());

beforeEach(async () => {
  count += 1;
  [isOnline, isFull] = [true, false];
  const wire = new WireDevice(running.address);
  const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const code = await issueCode(running.engine.write, { place: 'm', role: 'officer', now: Date.now() });
  const asked = { proto: 1, nonce: 'n', code, publicKey: await publicKeyOf(pair), label: 'ПК отдела' };
  const standing = parseStanding((await wire.post('/enrol', asked)).body);
  if (!standing) throw new Error('not enrolled');
  officer = { ...standing, local: null, label: 'ПК отдела' };
  here = [...(await readRevisions(running.engine.read, 'm:public'))];
  const call: CallEndpoint = async (path, body) => {
    if (!isOnline) return { kind: 'no-server' };
    const headers = body instanceof Uint8Array ? { 'content-type': 'application/gzip' } : undefined;
    const { status, body: answer } = await wire.post(path, body, headers);
    return status === 200 ? { kind: 'answer', body: answer } : { kind: 'refused', code: String(answer.code) };
  };
  const now = () => new Date('2026-09-15T10:00:00Z');
  const storeName = `files-${count}`;
  const indexOf = (history: string) => {
    const index = new RevisionIndex();
    index.add(here.filter((one) => one.history === history));
    return index;
  };
  privates = openPrivateValues({
    storeName,
    call,
    now,
    nonce: () => 'nonce',
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    sha256,
    history: () => 'm:office',
    registersOf: (history) => indexOf(history).registers(),
    revisionsOf: (history) => here.filter((one) => one.history === history),
    write: async () => false,
    changed: () => undefined,
  });
  files = await createSchoolFiles({
    call,
    now,
    places: await createOfficerPlaces({ call, nonce: () => 'nonce', now, storeName }),
    officer: () => officer,
    readKey: async () => pair,
    revisionsOf: (history) => here.filter((one) => one.history === history),
    keep: async (revisions) => {
      if (!isFull) here.push(...revisions.filter(({ id }) => !here.some((one) => one.id === id)));
      return !isFull;
    },
    takePrivates: async (values) => (await privates).take(values),
    syncNow: () => undefined,
    storeName,
  });
});

const answer = (history: string, value: Json, path = '2026-27/readiness/K1-01') => aRevision({ history, path, value });
async function readIt(bytes: Uint8Array) {
  const read = await files.read(new File([bytes as Uint8Array<ArrayBuffer>], 'a.gotovo.gz'));
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
}
const take = async (bytes: Uint8Array, place: string | null = null) => files.take(await readIt(bytes), place);
/** The officer's device has been on the network, and is not now. */
async function goOffline(): Promise<void> {
  await files.catchUp(true);
  isOnline = false;
}
const receiptOf = async (text: string | null, { publicKey }: { publicKey: string }) =>
  readReceipt(text ?? '', {
    ...envelopeMeans,
    publicKey,
    endpointKey: running.endpoint.key.publicKey,
    above: ['m:public', 'r:public'],
  });
const idsHere = () => here.map(({ id }) => id);

describe('without a network', () => {
  it('[EV13] [EV17] [EV18] a file of a known device is taken here, twice with the same outcome, and its receipt counts', async () => {
    const school = await anEnrolled(running, 's1', 'school');
    await goOffline();
    const given = answer('s1', `a${count}`);
    const file = await anEnvelope(school, [given]);
    expect(await readIt(file)).toMatchObject({ judgement: { kind: 'trusted', device: { id: school.id } } });
    const taken = await take(file);
    expect(taken).toMatchObject({ ok: true, value: { by: 'device', place: 's1', new: 1, known: 0, waits: false } });
    expect(await take(file)).toMatchObject({ ok: true, value: { new: 0, known: 1 } });
    expect(idsHere()).toContain(given.id);
    const receipt = await receiptOf(taken.ok ? taken.value.receipt : null, school);
    expect(receipt).toMatchObject({ ok: true, value: { accepted: [given.id], officer: { label: 'ПК отдела' } } });
    expect(files.kept.value).toEqual([]);
  });

  it('[EV17] what judges is taken only with the signature of an officer the endpoint named, the rest all the same', async () => {
    const [school, colleague] = [await anEnrolled(running, 's1', 'school'), await anEnrolled(running, 'm', 'officer')];
    await goOffline();
    const status = (state: string) =>
      aRevision({ history: 's1', path: '2026-27/status', value: { state, reason: `${count}` } });
    const [invented, right, given] = [status('accepted'), colleague.signed(status('returned')), answer('s1', 'x')];
    const taken = await take(await anEnvelope(school, [invented, right, given]));
    expect(taken).toMatchObject({ ok: true, value: { new: 2, refused: [{ why: 'not-signed-by-an-officer' }] } });
    expect([invented, right, given].map(({ id }) => idsHere().includes(id))).toEqual([false, true, true]);
  });

  it('[EV7] [EV17] a file nobody vouches for is taken only as the school the officer names', async () => {
    const revoked = await anEnrolled(running, 's2', 'school');
    await running.engine.write((writer) => revokeDevice(writer, revoked.id, Date.now()));
    const stranger = new WireDevice(running.address);
    const [school, forger] = [await anEnrolled(running, 's2', 'school'), new WireDevice(running.address)];
    await goOffline();
    const given = answer('s2', `b${count}`);
    const by = { device: school.id, label: 'ПК', publicKey: school.publicKey };
    for (const [file, why] of [
      [await anEnvelope(null, [given]), 'unsigned'],
      [await anEnvelope({ ...forger, sign: (text) => forger.sign(text) }, [given], { by }), 'signature-wrong'],
      [await anEnvelope(stranger, [answer('local:q', `c${count}`)]), 'key-unknown'],
      [await anEnvelope(revoked, [given]), 'revoked'],
    ] as const) {
      expect(await take(file)).toEqual({ ok: false, problem: { code: 'place-needed', why } });
      expect(await take(file, 's3')).toMatchObject({ ok: false });
      expect(await take(file, 's2')).toMatchObject({ ok: true, value: { place: 's2', waits: why === 'key-unknown' } });
    }
    const foreign = await take(await anEnvelope(null, [answer('s1', 'd')]), 's2');
    expect(foreign).toEqual({ ok: false, problem: { code: 'foreign-history', history: 's1' } });
  });

  it('[EV17] nothing is promised that could not be kept, and nothing taken before the places are known', async () => {
    const school = await anEnrolled(running, 's1', 'school');
    const file = await anEnvelope(school, [answer('s1', `e${count}`)]);
    isOnline = false;
    expect(await take(file)).toEqual({ ok: false, problem: { code: 'places-unknown' } });
    isOnline = true;
    await goOffline();
    isFull = true;
    expect(await take(file)).toEqual({ ok: false, problem: { code: 'not-kept' } });
  });
});

describe('contacts of staff in a file', () => {
  const contact = sealed({ fullName: 'Иванова И. И.' }, 'A'.repeat(22), sha256);
  const named = () => answer('s1', privateReference(contact.hash), '2026-27/monitoring/6');

  it('[PV7] [PV3] are kept apart without a network, brought with one and written down, and once erased never come back', async () => {
    const school = await anEnrolled(running, 's1', 'school');
    await goOffline();
    const file = await anEnvelope(school, [named()], { privates: [{ ...contact, history: 's1' }] });
    const taken = await take(file);
    const receipt = await receiptOf(taken.ok ? taken.value.receipt : null, school);
    expect(receipt).toMatchObject({ ok: true, value: { privates: { kept: [contact.hash], erased: [] } } });
    const values = await privates;
    expect(values.valueOf(contact.hash)).toEqual(contact.value);
    expect(JSON.stringify(here)).not.toContain('Иванова');
    expect(values.contacts()).toEqual({ unsent: 1, carried: 0 });

    isOnline = true;
    await importEnvelope(running.endpoint, await anEnvelope(school, [named()])); // the answers come first, by a turn
    await values.offer();
    expect(values.contacts()).toEqual({ unsent: 0, carried: 0 });
    expect(await givenRows(running.engine.read)).toMatchObject([{ device: officer.device, history: 's1', count: 1 }]);

    await erasePrivateValues(running.endpoint, '2026-27');
    here.push(...(await readRevisions(running.engine.read, 's1')).filter(isErasure));
    isOnline = false;
    await take(file);
    await values.offer();
    expect(values.valueOf(contact.hash)).toBeNull();
    const again = await receiptOf(((await take(file)) as { value: { receipt: string } }).value.receipt, school);
    expect(again).toMatchObject({ ok: true, value: { privates: { kept: [], erased: [contact.hash] } } });
    expect(values.valueOf(contact.hash)).toBeNull();
  });
});

describe('when the network is back', () => {
  it('[EV8] [EV17] [PV7] a code in a kept file works, and the endpoint’s receipt says who the device is', async () => {
    const [device, code] = [new WireDevice(running.address), await aCode('s2')];
    await goOffline();
    const local = [answer('local:z', `f${count}`)];
    await take(await anEnvelope(device, local, { code }), 's2');
    expect(files.kept.value).toMatchObject([{ coded: true, named: 's2', receipt: null }]);
    expect(idsHere()).toContain(reissue(local, 's2', sha256)[0]?.id);
    isOnline = true;
    await files.catchUp(false);
    const [kept] = files.kept.value;
    expect(kept?.bytes.length).toBe(0);
    const receipt = await receiptOf(kept?.receipt ?? null, device);
    expect(receipt).toMatchObject({ ok: true, value: { officer: null, standing: { own: 's2', role: 'school' } } });
    await files.forget(kept?.hash ?? '');
    expect(files.kept.value).toEqual([]);
  });

  it('[EV9] [EV17] a code that no longer holds goes by the school the officer named', async () => {
    const [device, code] = [new WireDevice(running.address), await aCode('s1')];
    await goOffline();
    await take(await anEnvelope(device, [answer('local:y', `g${count}`)], { code }), 's2');
    await new WireDevice(running.address).enrol(code);
    isOnline = true;
    await files.catchUp(false);
    const receipt = await receiptOf(files.kept.value[0]?.receipt ?? null, device);
    expect(receipt).toMatchObject({ ok: true, value: { standing: { own: 's2' } } });
  });
});

describe('with a network', () => {
  it('[EV16] a file goes to the endpoint, whose words are told', async () => {
    const given = answer('s1', `h${count}`);
    const school = await anEnrolled(running, 's1', 'school');
    const taken = await take(await anEnvelope(school, [given]));
    expect(taken).toMatchObject({ ok: true, value: { by: 'endpoint', place: 's1', new: 1, enrolled: false } });
    expect(idsHere()).toContain(given.id);
    const file = await anEnvelope(new WireDevice(running.address), [answer('local:x', `i${count}`)]);
    expect(await take(file)).toEqual({ ok: false, problem: { code: 'place-needed', why: 'key-unknown' } });
    expect(await take(file, 's3')).toEqual({ ok: false, problem: { code: 'not-allowed' } });
    expect(await take(file, 's1')).toMatchObject({ ok: true, value: { by: 'endpoint', enrolled: true } });
  });

  it('[EV20] counts what people made in a file, not the entries that came with their codes', async () => {
    const school = await anEnrolled(running, 's1', 'school');
    const entries = (await readRevisions(running.engine.read, 's1')).filter(({ path }) => path.startsWith('-/device:'));
    const [known, fresh] = [answer('s1', 'yes'), answer('s1', 'no', '2026-27/readiness/K1-02')];
    here.push(known);
    const read = await readIt(await anEnvelope(school, [...entries, known, fresh]));
    expect(entries.length).toBeGreaterThan(0);
    expect(files.recordsIn(read)).toEqual({ all: 2, fresh: 1 });
  });
});

const aCode = (place: string) => issueCode(running.engine.write, { place, role: 'school', now: Date.now() });
