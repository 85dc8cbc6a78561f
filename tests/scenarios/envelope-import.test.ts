import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Envelope } from '../../src/core/envelope/envelope.ts';
import { readReceipt } from '../../src/core/envelope/receipt.ts';
import { reissue } from '../../src/core/submission/reissue.ts';
import type { Revision } from '../../src/core/submission/revision.ts';
import { exportEnvelope } from '../../src/server/export-envelope.ts';
import {
  type ImportedEnvelope,
  importEnvelope,
  planImport,
  readEnvelopeFile,
} from '../../src/server/import-envelope.ts';
import { packText } from '../../src/server/packed-text.ts';
import { issueCode } from '../../src/server/store/codes.ts';
import { devicesOfPlace } from '../../src/server/store/devices.ts';
import { readHistory, readRevisions } from '../../src/server/store/histories.ts';
import { listQuarantine, removeQuarantined } from '../../src/server/store/quarantine.ts';
import { verifyStore } from '../../src/server/store/verify-store.ts';
import { anAnswer, aRevision, sha256 } from '../fixtures/a-revision.ts';
import { aFolder, anEnrolled, aTree, type RunningEndpoint, startEndpoint, WireDevice } from '../support/endpoint.ts';
import { idsOf, putAside, taken } from '../support/envelope-imports.ts';
import { anEnvelope, envelopeMeans } from '../support/envelopes.ts';

let clock = Date.UTC(2026, 8, 14);
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
const importIt = (file: Uint8Array) => importEnvelope(running.endpoint, file);
const receiptOf = async ({ receipt }: ImportedEnvelope, { publicKey }: { publicKey: string }) => {
  const read = await readReceipt(receipt, { ...envelopeMeans, publicKey, endpointKey: null, above: null });
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
};
const envelopeOf = (file: Uint8Array): Envelope => {
  const read = readEnvelopeFile(file);
  if (!read.ok) throw new Error(read.problem.code);
  return read.value;
};

describe('a file of an enrolled device', () => {
  it('[EV5] is taken like a turn over the network, three times with the same outcome', async () => {
    const device = await anEnrolled(running, 's1', 'school');
    const file = await anEnvelope(device, answers('s1', 'yes', 'no'));
    const first = await taken(running, file);
    expect([first.enrolled, first.device?.id, first.taken[0]?.new]).toEqual([false, device.id, 2]);
    const after = await idsOf(running, 's1');
    for (let time = 0; time < 2; time += 1) {
      const again = await taken(running, file);
      expect([again.taken[0]?.new, again.taken[0]?.accepted.length]).toEqual([0, 2]);
    }
    expect(await idsOf(running, 's1')).toEqual(after);
    const table = await readHistory(running.engine.read, 's1');
    const rows = (await table?.rows(1, table.head.seq)) ?? [];
    expect(rows.filter(({ via }) => via === 'file').length).toBe(2);
  });

  it('[EV5] has one revision refused with its reason and the others taken, as the network would', async () => {
    const device = await anEnrolled(running, 's2', 'school');
    const status = aRevision({ history: 's2', path: '2026-27/status', value: { state: 'accepted' } });
    const officer = await anEnrolled(running, 'm', 'officer');
    const signed = officer.signed(aRevision({ history: 's2', path: '2026-27/status', value: { state: 'returned' } }));
    const imported = await taken(running, await anEnvelope(device, [status, signed, ...answers('s2', 'yes')]));
    expect(imported.taken).toMatchObject([{ new: 2, refused: [{ id: status.id, why: 'not-signed-by-an-officer' }] }]);
    const receipt = await receiptOf(imported, device);
    expect(receipt.refused).toEqual([{ id: status.id, why: 'not-signed-by-an-officer' }]);
    expect(receipt.histories).toMatchObject([{ history: 's2', new: 2, known: 0, refused: 1 }]);
  });

  it('[EV6] is refused whole with a history its device may not write', async () => {
    const device = await anEnrolled(running, 's2', 'school');
    const officer = await anEnrolled(running, 'n', 'officer');
    const cases: [WireDevice, string][] = [
      [device, 's1'],
      [device, 'm:office'],
      [device, 'nowhere'],
      [officer, 's1'],
    ];
    for (const [signer, history] of cases) {
      const before = [await idsOf(running, 's2'), await idsOf(running, history)];
      const file = await anEnvelope(signer, [...answers('s2', 'partial'), ...answers(history, 'x')]);
      const mine = signer === device ? history : 's2';
      expect(await importIt(file)).toEqual({ ok: false, problem: { code: 'foreign-history', history: mine } });
      expect([await idsOf(running, 's2'), await idsOf(running, history)]).toEqual(before);
    }
    expect(await listQuarantine(running.engine.read)).toEqual([]);
  });

  it('[EV5] of an officer brings what schools below have, and of the endpoint everything it had given', async () => {
    const officer = await anEnrolled(running, 'm', 'officer');
    expect((await taken(running, await anEnvelope(officer, answers('s2', 'from the officer')))).taken[0]?.new).toBe(1);
    const [s1] = aTree.filter(({ id }) => id === 's1');
    if (!s1) throw new Error('no s1');
    const { text, revisions } = await exportEnvelope(running.endpoint, s1, 'сервер');
    expect(revisions).toBe((await idsOf(running, 's1')).length);
    const again = await taken(running, packText(text));
    expect([again.taken[0]?.new, again.device, again.taken[0]?.accepted.length]).toEqual([0, null, revisions]);
  });

  it('[EV12] is made whole by the endpoint and fills a store that lost everything', async () => {
    const [s1] = aTree.filter(({ id }) => id === 's1');
    if (!s1) throw new Error('no s1');
    const { text } = await exportEnvelope(running.endpoint, s1, 'сервер');
    const folder = aFolder();
    await running.engine.file?.backup(`${folder}/gotovo.sqlite`);
    const other = await startEndpoint(folder);
    for (const table of ['revisions', 'revision_ids', 'histories'] as const)
      await other.engine.write((writer) => writer.deleteFrom(table).execute());
    const imported = await importEnvelope(other.endpoint, packText(text));
    expect(imported.ok && imported.value.taken[0]?.refused).toEqual([]);
    expect((await readRevisions(other.engine.read, 's1')).map(({ id }) => id)).toEqual(await idsOf(running, 's1'));
    await other.stop();
  });
});

describe('a file of a device with a code in it', () => {
  it('[EV8] uses the code up, enrols the device and files its answers under the place', async () => {
    const device = new WireDevice(running.address);
    const local = answers('local:a', 'yes', 'no');
    const digits = await code('s3');
    const file = await anEnvelope(device, local, { code: digits });
    const plan = await planImport(running.endpoint, file);
    expect(plan.ok && plan.value.judgement).toMatchObject({
      kind: 'fresh-code',
      actor: { role: 'school', place: 's3' },
    });
    const imported = await taken(running, file);
    expect([imported.enrolled, imported.device?.place]).toEqual([true, 's3']);
    expect(imported.taken[0]?.new).toBe(2);
    const issued = reissue(local, 's3', sha256).map(({ id }) => id);
    expect(await idsOf(running, 's3')).toEqual(expect.arrayContaining(issued));
    const stranger = new WireDevice(running.address);
    expect((await stranger.enrol(digits)).body).toEqual({ code: 'code-used' });

    clock += 3_600_000;
    const again = await taken(running, file);
    expect([again.enrolled, again.taken[0]?.new, again.device?.id]).toEqual([false, 0, imported.device?.id]);
    expect((await devicesOfPlace(running.engine.read, 's3')).length).toBe(1);

    const { standing } = await receiptOf(again, device);
    const { body } = await device.post('/challenge', { nonce: 'n' });
    const challenge = String(body.challenge);
    const claim = { nonce: 'n', device: standing?.device, challenge, signature: device.sign(challenge) };
    const session = await device.post('/session', claim);
    expect([session.status, session.body]).toEqual([200, { nonce: 'n', ...standing }]);
    expect(device.cookie).toMatch(/^__Host-dev=/);
  });

  it('[EV8] is known over the network by its key and code at once', async () => {
    const device = new WireDevice(running.address);
    const digits = await code('s1');
    const { device: enrolled } = await taken(
      running,
      await anEnvelope(device, answers('local:b', 'yes'), { code: digits }),
    );
    expect(await device.enrol(digits)).toMatchObject({ status: 200, body: { device: enrolled?.id, own: 's1' } });
  });

  it('[EV7] [EV8] waits when the code is wrong, used by another, or expired, and says which', async () => {
    const digits = await code('s2');
    await new WireDevice(running.address).enrol(digits);
    const late = await code('s2');
    const wait = async (typed: string) => {
      const { id, why, local } = await putAside(
        running,
        await anEnvelope(new WireDevice(''), answers('local:c', typed), { code: typed }),
      );
      expect(local).toBe(true);
      await running.engine.write((writer) => removeQuarantined(writer, id));
      return why;
    };
    const mistyped = `${late.slice(0, 19)}${(Number(late[19]) + 1) % 10}`;
    expect([await wait(digits), await wait(mistyped), await wait('99999000000000000005')]).toEqual([
      'code-used',
      'code-unknown',
      'code-unknown',
    ]);
    clock += 15 * 86_400_000;
    expect(await wait(late)).toBe('code-expired');
  });

  it('[EV6] is refused whole, and its code stays unused, when it names another school', async () => {
    const device = new WireDevice(running.address);
    const digits = await code('s2');
    const refused = await importIt(await anEnvelope(device, answers('s1', 'yes'), { code: digits }));
    expect(refused).toMatchObject({ ok: false, problem: { code: 'foreign-history', history: 's1' } });
    expect((await device.enrol(digits)).status).toBe(200);
  });
});

describe('the receipt', () => {
  it('[EV10] brings a new device its place, its entry, campaigns and what colleagues wrote', async () => {
    const colleague = await anEnrolled(running, 's1', 'school');
    const theirs = answers('s1', 'colleague');
    await taken(running, await anEnvelope(colleague, theirs));
    const officer = await anEnrolled(running, 'm', 'officer');
    const value = { id: 'a', schoolYear: '2026/2027', asOf: '2027-07-06' };
    const campaign = officer.signed(aRevision({ history: 'm:public', path: '-/campaign:a', value }));
    await taken(running, await anEnvelope(officer, [campaign]));
    const device = new WireDevice(running.address);
    const local = answers('local:g', 'mine');
    const file = await anEnvelope(device, local, { code: await code('s1') });
    const receipt = await receiptOf(await taken(running, file), device);
    const issued = reissue(local, 's1', sha256).map(({ id }) => id);
    expect(receipt).toMatchObject({
      envelope: envelopeOf(file).hash,
      at: new Date(clock).toISOString(),
      accepted: issued,
      refused: [],
      standing: {
        role: 'school',
        place: { id: 's1', kind: 'school' },
        own: 's1',
        histories: ['m:public', 'r:public'],
        endpointKey: running.endpoint.key.publicKey,
      },
    });
    const head = (await readHistory(running.engine.read, 's1'))?.head;
    expect(receipt.histories).toEqual([
      { history: 's1', place: 's1', new: 1, known: 0, refused: 0, seq: head?.seq, chain: head?.chain },
    ]);
    const brought = receipt.revisions.map(({ id }) => id);
    expect(brought).toEqual(expect.arrayContaining([...theirs.map(({ id }) => id), campaign.id]));
    expect(brought).not.toEqual(expect.arrayContaining(issued));
    const entry = receipt.revisions.find(({ path }) => path === `-/device:${receipt.standing?.device}`);
    expect([entry?.value, entry?.signature?.by]).toEqual([
      expect.objectContaining({ publicKey: device.publicKey }),
      'endpoint',
    ]);
    expect(new Set([...brought, ...issued])).toEqual(
      new Set([
        ...(await idsOf(running, 's1')),
        ...(await idsOf(running, 'm:public')),
        ...(await idsOf(running, 'r:public')),
      ]),
    );
  });
});
