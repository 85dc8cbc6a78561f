import { Writable } from 'node:stream';
import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { monitoringBlock } from '../../src/core/answers-file/monitoring-block.ts';
import type { Json } from '../../src/core/json.ts';
import { namedIn, type PrivateValue, privateReference, sealed } from '../../src/core/private-values/private-values.ts';
import type { Revision } from '../../src/core/submission/revision.ts';
import { noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest } from '../../src/core/sync/client-turn.ts';
import { appendByEndpoint } from '../../src/server/append-by-endpoint.ts';
import { erasePrivateValues, eraseWhatIsOver } from '../../src/server/erase-private-values.ts';
import { importAnswers } from '../../src/server/import-answers.ts';
import { readRevisions, sha256 } from '../../src/server/store/histories.ts';
import { aColumnForm } from '../fixtures/a-monitoring-row.ts';
import { aRevision } from '../fixtures/a-revision.ts';
import { readinessForm } from '../fixtures/school-10.ts';
import { aFolder, anEnrolled, type RunningEndpoint, startEndpoint, type WireDevice } from '../support/endpoint.ts';

const salt = 'A'.repeat(22);
const contact = sealed({ fullName: 'Иванова И. И.', position: 'завуч' }, salt, sha256);
const path = '2016-17/monitoring/6';
let running: RunningEndpoint;
const written: string[] = [];
const log = pino(
  { level: 'warn' },
  new Writable({
    write: (line, _encoding, done) => {
      written.push(String(line));
      done();
    },
  }),
);
let now = Date.parse('2017-09-10T10:00:00Z');

async function start(): Promise<void> {
  written.length = 0;
  now = Date.parse('2017-09-10T10:00:00Z');
  running = await startEndpoint(aFolder(), { log, now: () => now });
}
afterEach(() => running.stop());

const push = async (device: WireDevice, ...revisions: Revision[]) => {
  const { body } = await device.post(
    '/sync',
    buildSyncRequest([{ history: 's1', after: noCursor, revisions }], 'n', 0),
  );
  return (body.histories as { refused: { why: string }[] }[])[0]?.refused.map(({ why }) => why);
};
const ask = async (device: WireDevice, values: readonly PrivateValue[], wants: readonly string[] = []) => {
  const { status, body } = await device.post('/private', { nonce: 'n', histories: [{ history: 's1', values, wants }] });
  const [given] = body.histories as { kept: string[]; erased: string[]; values: PrivateValue[] }[];
  return { status, ...given };
};
const named = (value: Json = privateReference(contact.hash)) => aRevision({ history: 's1', path, value });

it('[PV2] keeps a value beside the revision that names it and gives it to whoever may read the school, and to nobody else', async () => {
  await start();
  const school = await anEnrolled(running, 's1', 'school');
  expect(await ask(school, [contact])).toMatchObject({ kept: [], erased: [] }); // nothing names it yet
  expect(await push(school, named())).toEqual([]);
  expect(await ask(school, [{ ...contact, value: 'другое' }])).toMatchObject({ kept: [] });
  expect(await ask(school, [contact])).toMatchObject({ status: 200, kept: [contact.hash] });
  const officer = await anEnrolled(running, 'm', 'officer');
  expect(await ask(officer, [], [contact.hash])).toMatchObject({ values: [contact] });
  for (const [place, role] of [
    ['s2', 'school'],
    ['n', 'officer'],
    ['s3', 'school'],
  ] as const)
    expect(await ask(await anEnrolled(running, place, role), [], [contact.hash])).toMatchObject({
      denied: 'not-your-history',
    });
  const { body } = await (await anEnrolled(running, 's1', 'signer')).post(
    '/sync',
    buildSyncRequest([{ history: 's1', after: noCursor, revisions: [] }], 'n', 0),
  );
  expect(JSON.stringify(body)).not.toContain('Иванова');
});

it('[PV1] refuses a contact that stands in a revision', async () => {
  await start();
  const school = await anEnrolled(running, 's1', 'school');
  expect(await push(school, named({ fullName: 'Иванова И. И.' }), named())).toEqual(['private-in-the-open']);
});

it('[PV5] writes down who was given values, and never the values', async () => {
  await start();
  const school = await anEnrolled(running, 's1', 'school');
  await push(school, named());
  await ask(school, [contact]);
  const officer = await anEnrolled(running, 'm', 'officer');
  await ask(officer, [], [contact.hash]);
  const lines = written.filter((line) => line.includes('private values given'));
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { history: 's1', place: 'm', role: 'officer', count: 1, device: officer.id },
  ]);
  expect(written.join('')).not.toContain('Иванова');
});

it('[PV3] erases for ever: an older device, an older copy of the store and the revision itself bring nothing back', async () => {
  await start();
  const school = await anEnrolled(running, 's1', 'school');
  await push(school, named());
  await ask(school, [contact]);
  expect(await erasePrivateValues(running.endpoint, '2016-17')).toEqual({ values: 1, histories: 1 });
  expect(await erasePrivateValues(running.endpoint, '2016-17')).toEqual({ values: 0, histories: 0 });
  expect(await ask(school, [contact], [contact.hash])).toMatchObject({ kept: [], erased: [contact.hash], values: [] });
  const erasures = (await readRevisions(running.engine.read, 's1')).filter((one) => one.path.startsWith('-/erase'));
  expect(erasures).toMatchObject([{ value: { hashes: [contact.hash] }, signature: { by: 'endpoint' } }]);
  expect(await push(school, named())).toEqual([]); // brought anew, it names what is gone
  expect(await ask(school, [contact], [contact.hash])).toMatchObject({ kept: [], values: [] });

  // a store put back from before the erasure, under the same key, meets it again from a device
  const key = running.endpoint.key;
  await running.stop();
  running = await startEndpoint(aFolder(), { log, now: () => now });
  const again = await anEnrolled(running, 's1', 'school');
  await push(again, named());
  expect(await ask(again, [contact])).toMatchObject({ kept: [contact.hash] });
  Object.assign(running.endpoint, { key });
  expect(await push(again, ...erasures)).toEqual([]);
  expect(await ask(again, [contact], [contact.hash])).toMatchObject({ kept: [], erased: [contact.hash], values: [] });
});

it('[PV3] takes an erasure from nobody but the endpoint and officers above', async () => {
  await start();
  const school = await anEnrolled(running, 's1', 'school');
  await push(school, named());
  await ask(school, [contact]);
  const forged = aRevision({ history: 's1', path: '-/erase:2016-17.1', value: { hashes: [contact.hash] } });
  expect(await push(school, forged)).toEqual(['not-signed-by-an-officer']);
  expect(await ask(school, [], [contact.hash])).toMatchObject({ values: [contact] });
});

it('[PV4] erases by itself when 30 days have gone since the last day, the school’s own counted', async () => {
  await start();
  const author = { who: 'импорт', label: 'импорт', at: '2017-08-01T00:00:00Z', via: 'import' };
  const campaign = {
    id: '2016-17',
    schoolYear: '2016/2017',
    asOf: '2017-09-01',
    due: '2017-09-20',
    municipality: 'm',
    forms: ['monitoring@1'],
  };
  const write = (history: string, entryPath: string, value: Json) =>
    running.engine.write((writer) =>
      appendByEndpoint(running.endpoint, writer, history, [{ path: entryPath, value }], author),
    );
  await write('m:public', '-/campaign:2016-17', campaign);
  await write('s1', '2016-17/extension', { due: '2017-09-25', reason: 'связь' });
  const school = await anEnrolled(running, 's1', 'school');
  await push(school, named());
  await ask(school, [contact]);
  const erasedOn = async (day: string) => {
    now = Date.parse(`${day}T10:00:00Z`);
    return (await eraseWhatIsOver(running.endpoint)).values;
  };
  expect([
    await erasedOn('2017-10-20'),
    await erasedOn('2017-10-25'),
    await erasedOn('2017-10-26'),
    await erasedOn('2017-10-27'),
  ]).toEqual([0, 0, 1, 0]);
});

const file = {
  format: 'gotovo-answers/1',
  campaign: {
    id: '2016-17',
    schoolYear: '2016/2017',
    asOf: '2017-09-01',
    municipality: 'm',
    forms: ['monitoring@1'],
  },
  schools: [{ place: { id: 's1' }, monitoring: { own: { 6: contact.value, 8: 3 } } }],
};
const take = () => importAnswers(running.endpoint, file, readinessForm, [monitoringBlock(aColumnForm)]);

it('[PV2] takes contacts from an answers file beside the revisions, and a repetition writes nothing', async () => {
  await start();
  expect(await take()).toMatchObject({ ok: true, value: { newRevisions: 3 } });
  expect(await take()).toMatchObject({ ok: true, value: { newRevisions: 0 } });
  const revisions = await readRevisions(running.engine.read, 's1');
  expect(JSON.stringify(revisions)).not.toContain('Иванова');
  const [hash = ''] = revisions.flatMap(namedIn);
  const officer = await anEnrolled(running, 'm', 'officer');
  expect(await ask(officer, [], [hash])).toMatchObject({ values: [{ hash, value: contact.value }] });
});

it('[DW2] [PV3] does not bring back from the same file what was erased, and says so', async () => {
  await start();
  await take();
  const revisions = await readRevisions(running.engine.read, 's1');
  const [hash = ''] = revisions.flatMap(namedIn);
  await erasePrivateValues(running.endpoint, '2016-17');
  const again = await take();
  expect(again).toMatchObject({ ok: true, value: { newRevisions: 0 } });
  const warnings = again.ok && again.value.schools.flatMap((school) => ('warnings' in school ? school.warnings : []));
  expect(warnings).toContainEqual({ code: 'contact-erased', path });
  const officer = await anEnrolled(running, 'm', 'officer');
  expect(await ask(officer, [], [hash])).toMatchObject({ values: [], erased: [hash] });
});
