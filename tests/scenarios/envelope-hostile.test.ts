import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { importEnvelope } from '../../src/server/import-envelope.ts';
import { listQuarantine } from '../../src/server/store/quarantine.ts';
import { verifyStore } from '../../src/server/store/verify-store.ts';
import { envelopeTexts } from '../../src/texts/envelope.ts';
import { Random } from '../simulation/random.ts';
import { aCorruptedFile, aSoundFile } from '../support/corrupted-files.ts';
import { anEnrolled, type RunningEndpoint, startEndpoint, type WireDevice } from '../support/endpoint.ts';

vi.setConfig({ testTimeout: 300_000 });

let running: RunningEndpoint;
let device: WireDevice;
let file: Buffer;
/** what the store holds of histories; every test leaves it as it was */
let before: unknown;

beforeAll(async () => {
  running = await startEndpoint();
  device = await anEnrolled(running, 's1', 'school');
  file = await aSoundFile(device);
  before = await verifyStore(running.engine.read);
});
afterAll(() => running.stop());

const isKnownDoubt = (why: string) => envelopeTexts.doubt(why) !== why;

/** Imports a file that must not be taken; why it was not. Fails when anything of it was applied or no reason is given. */
async function reasonOf(bytes: Uint8Array): Promise<string> {
  const outcome = await importEnvelope(running.endpoint, bytes);
  if (outcome.ok) throw new Error(`taken: ${JSON.stringify(outcome.value.taken)}`);
  const { problem } = outcome;
  if (problem.code === 'quarantined') {
    expect(isKnownDoubt(problem.why)).toBe(true);
    return problem.why;
  }
  if (problem.code !== 'foreign-history') expect(envelopeTexts.problems[problem.code]).toMatch(/ничего не взято/);
  return problem.code;
}
const isUntouched = async () => expect(await verifyStore(running.engine.read)).toEqual(before);

it('[EV2] refuses every truncation of a small file whole', async () => {
  for (let end = 0; end < file.length; end += 1)
    expect([end, await reasonOf(file.subarray(0, end))]).toEqual([end, end < 2 ? 'not-an-envelope' : 'broken']);
  await isUntouched();
  expect(await listQuarantine(running.engine.read)).toEqual([]);
});

it('[EV2] refuses a file with any 97th byte flipped whole', async () => {
  for (const [at] of file.entries()) {
    if (at % 97 !== 0) continue;
    const altered = Buffer.from(file);
    altered[at] = (altered[at] ?? 0) ^ 0x01;
    expect([at, await reasonOf(altered)]).toEqual([at, at === 0 ? 'not-an-envelope' : 'broken']);
  }
  await isUntouched();
});

it.each([
  ['nothing', Buffer.alloc(0)],
  ['a docx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(400, 7)])],
  ['a picture', Buffer.concat([Buffer.from([0x89]), Buffer.from('PNG\r\n\u001a\n'), Buffer.alloc(400)])],
  ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(400, 144)])],
  ['another product’s json', Buffer.from('{"schools":[]}')],
  ['the same, packed', gzipSync('{"schools":[]}')],
  ['a packed list', gzipSync('[]\n[]\n')],
  ['an answers file', gzipSync('{"format":"gotovo-answers/1","schools":[]}\n')],
])('[EV2] refuses %s as no file of ours', async (_what, bytes) => {
  expect(await reasonOf(bytes)).toBe('not-an-envelope');
  await isUntouched();
});

it('[EV2] refuses a file of a newer program as such', async () => {
  const text = gunzipSync(file).toString().replace('gotovo-envelope/1', 'gotovo-envelope/2');
  expect(await reasonOf(gzipSync(text))).toBe('newer');
  await isUntouched();
});

it('[EV3] refuses a bomb while inflating it, without holding what it would become', async () => {
  const part = gzipSync(Buffer.alloc(256 * 1024 * 1024), { level: 1 });
  const bomb = Buffer.concat([part, part, part, part]);
  expect(bomb.length).toBeLessThan(8 * 1024 * 1024);
  const held = process.memoryUsage().rss;
  for (let time = 0; time < 3; time += 1) expect(await reasonOf(bomb)).toBe('too-large');
  // what it may hold is the cap of 64 MB; what it names is 1 GB
  expect(process.memoryUsage().rss - held).toBeLessThan(256 * 1024 * 1024);
  expect(await reasonOf(Buffer.alloc(33 * 1024 * 1024))).toBe('too-large');
  await isUntouched();
});

it('[EV2] [EV7] takes nothing of 2,000 corrupted files, crashes at none and gives each a reason', async () => {
  const random = new Random(20261125);
  const reasons = new Map<string, number>();
  for (let nth = 0; nth < 2000; nth += 1) {
    const why = await reasonOf(await aCorruptedFile(nth, device, file, random));
    reasons.set(why, (reasons.get(why) ?? 0) + 1);
  }
  await isUntouched();
  expect([...reasons.values()].reduce((sum, count) => sum + count, 0)).toBe(2000);
  expect([...reasons.keys()]).toEqual(expect.arrayContaining(['broken', 'not-an-envelope', 'signature-wrong']));
});

it('[EV5] takes the same file whole, after all of that', async () => {
  const imported = await importEnvelope(running.endpoint, file);
  expect(imported).toMatchObject({ ok: true, value: { taken: [{ new: 5, refused: [] }] } });
});
