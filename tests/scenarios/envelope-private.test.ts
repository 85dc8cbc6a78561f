import { afterAll, beforeAll, expect, it } from 'vitest';
import { readReceipt } from '../../src/core/envelope/receipt.ts';
import { readSignedLines } from '../../src/core/envelope/signed-lines.ts';
import { privateReference, sealed } from '../../src/core/private-values/private-values.ts';
import { acceptQuarantined } from '../../src/server/decide-quarantine.ts';
import { eraseInQuarantine, erasePrivateValues, eraseWhatIsOver } from '../../src/server/erase-private-values.ts';
import { exportEnvelope } from '../../src/server/export-envelope.ts';
import { importEnvelope, planImport } from '../../src/server/import-envelope.ts';
import { unpackText } from '../../src/server/packed-text.ts';
import { readRevisions } from '../../src/server/store/histories.ts';
import { readPrivate } from '../../src/server/store/private-values.ts';
import { readQuarantined } from '../../src/server/store/quarantine.ts';
import { aRevision, sha256 } from '../fixtures/a-revision.ts';
import { aFolder, anEnrolled, aTree, type RunningEndpoint, startEndpoint, WireDevice } from '../support/endpoint.ts';
import { putAside, taken } from '../support/envelope-imports.ts';
import { anEnvelope, anEnvelopeText, envelopeMeans } from '../support/envelopes.ts';

const dayInMs = 86_400_000;
const contact = sealed({ fullName: 'Иванова И. И.', position: 'завуч' }, 'A'.repeat(22), sha256);
const other = sealed({ phone: '3-11-20' }, 'B'.repeat(22), sha256);
const unnamed = sealed({ phone: '3-11-21' }, 'C'.repeat(22), sha256);
const named = (history: string, hash = contact.hash) =>
  aRevision({ history, path: '2016-17/monitoring/6', value: privateReference(hash) });

let clock = Date.UTC(2017, 8, 10);
let running: RunningEndpoint;
beforeAll(async () => {
  running = await startEndpoint(aFolder(), { now: () => clock });
});
afterAll(() => running.stop());

const kept = async (history: string, hash = contact.hash) =>
  (await readPrivate(running.engine.read, history, [hash])).map(({ value }) => value);
const inFile = (value: typeof contact, history = 's1') => ({ ...value, history });

it('[PV7] puts contacts of a file beside its answers, tells so in the receipt, and after an erasure takes none of them again', async () => {
  const school = await anEnrolled(running, 's1', 'school');
  const forged = { ...inFile(other), value: 'другое' };
  const file = await anEnvelope(school, [named('s1'), named('s1', other.hash)], {
    privates: [inFile(contact), forged, inFile(unnamed)],
  });
  const receiptOf = async ({ receipt }: { receipt: string }) => {
    const read = await readReceipt(receipt, {
      ...envelopeMeans,
      publicKey: school.publicKey,
      endpointKey: null,
      above: null,
    });
    return read.ok ? read.value.privates : read.problem;
  };
  const first = await taken(running, file);
  expect(await receiptOf(first)).toEqual({ kept: [contact.hash], erased: [] });
  expect(first.receipt).not.toContain('Иванова');
  expect(await kept('s1')).toEqual([contact.value]);
  expect([await kept('s1', other.hash), await kept('s1', unnamed.hash)]).toEqual([[], []]);
  const place = aTree.find(({ id }) => id === 's1');
  expect((await exportEnvelope(running.endpoint, place as (typeof aTree)[number], 'сервер')).text).not.toContain(
    'Иванова',
  );

  await erasePrivateValues(running.endpoint, '2016-17');
  expect(await receiptOf(await taken(running, file))).toEqual({ kept: [], erased: [contact.hash, other.hash] });
  expect(await kept('s1')).toEqual([]);
  expect(await importEnvelope(running.endpoint, await anEnvelope(school, [named('s1')]))).toMatchObject({ ok: true });
});

it('[PV7] is one file to a program that knows nothing of contacts: its answers are read as ever', async () => {
  const school = await anEnrolled(running, 's2', 'school');
  const text = await anEnvelopeText(school, [named('s2')], { privates: [inFile(contact, 's2')] });
  const older = readSignedLines(text, { name: 'gotovo-envelope', version: 1 }, sha256);
  expect(older).toMatchObject({ ok: true, value: { revisions: [{ history: 's2' }] } });
  const without = await anEnvelope(school, [named('s2')]);
  expect((await taken(running, without)).receipt).not.toContain('"privates"');
});

it('[PV7] takes contacts of no other history than the file’s own, and nothing of a file its signer may not bring', async () => {
  const school = await anEnrolled(running, 's2', 'school');
  const foreign = await anEnvelope(school, [named('s3')], { privates: [inFile(contact, 's3')] });
  expect(await importEnvelope(running.endpoint, foreign)).toMatchObject({ problem: { code: 'foreign-history' } });
  expect(await kept('s3')).toEqual([]);
  const smuggled = await anEnvelope(school, [named('s2')], { privates: [inFile(contact, 's3')] });
  expect(await importEnvelope(running.endpoint, smuggled)).toMatchObject({ problem: { code: 'broken' } });
});

it('[PV3] takes contacts out of files that wait for a decision, by command and by time; their answers are taken later', async () => {
  const stranger = new WireDevice(running.address);
  const text = async (id: string) => {
    const bytes = await readQuarantined(running.engine.read, id);
    const read = bytes && unpackText(bytes);
    return read?.ok ? read.value : '';
  };
  const revision = { ...named('s1'), id: named('s1').id };
  const { id: first } = await putAside(
    running,
    await anEnvelope(stranger, [revision], { privates: [inFile(contact)] }),
  );
  const { id: second } = await putAside(
    running,
    await anEnvelope(
      stranger,
      [aRevision({ history: 's1', path: '2017-18/monitoring/6', value: privateReference(other.hash) })],
      {
        privates: [inFile(other)],
      },
    ),
  );
  expect(await text(first)).toContain('Иванова');
  expect(await eraseInQuarantine(running.endpoint, '2016-17')).toBe(1);
  expect(await text(first)).not.toContain('Иванова');
  expect(await text(second)).toContain('3-11-20');
  clock += 29 * dayInMs;
  await eraseWhatIsOver(running.endpoint);
  expect(await text(second)).toContain('3-11-20');
  clock += dayInMs;
  await eraseWhatIsOver(running.endpoint);
  expect(await text(second)).not.toContain('3-11-20');
  const left = await readQuarantined(running.engine.read, second);
  expect(left && (await planImport(running.endpoint, left))).toMatchObject({
    ok: true,
    value: { judgement: { why: 'signature-wrong' } },
  });
  expect(await acceptQuarantined(running.endpoint, second, 's1')).toMatchObject({
    ok: true,
    value: { taken: [{ new: 1 }] },
  });
  expect((await readRevisions(running.engine.read, 's1')).some(({ path }) => path === '2017-18/monitoring/6')).toBe(
    true,
  );
});
