import 'fake-indexeddb/auto';
import { signal } from '@preact/signals';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createProgram } from '../../src/app/create-program.ts';
import { readCopyFile, readReceiptFile } from '../../src/app/store/copy-file.ts';
import { packText } from '../../src/app/store/packed-text.ts';
import { publicKeyOf } from '../../src/app/sync/device-key.ts';
import { type Enrolment, parseStanding } from '../../src/app/sync/enrolment.ts';
import { publicHistoryOf } from '../../src/core/access/access.ts';
import { indicatorsOf } from '../../src/core/form/form.ts';
import { parseForm } from '../../src/core/form/parse-form.ts';
import { formHashOf } from '../../src/core/form/published-form.ts';
import { campaignPathOf } from '../../src/core/submission/campaigns.ts';
import { reissue } from '../../src/core/submission/reissue.ts';
import { publishedForms } from '../../src/forms/forms.ts';
import { appendByEndpoint } from '../../src/server/append-by-endpoint.ts';
import { importEnvelope } from '../../src/server/import-envelope.ts';
import { publishForm } from '../../src/server/publish-form.ts';
import { issueCode } from '../../src/server/store/codes.ts';
import { aForm, anIndicator } from '../fixtures/a-form.ts';
import { sha256 } from '../fixtures/a-revision.ts';
import { aDeviceWithoutCode } from '../support/device-parts.ts';
import { type RunningEndpoint, startEndpoint } from '../support/endpoint.ts';
import { MemoryDisk } from '../support/memory-disk.ts';

let running: RunningEndpoint;
beforeAll(async () => {
  running = await startEndpoint();
});
afterAll(() => running.stop());

const parsed = parseForm(publishedForms[0]);
if (!parsed.ok) throw new Error(parsed.problem.code);
const form = signal(parsed.value);

/** A device without a network, as the program runs on it. */
async function aDevice(name: string, enrolment: Enrolment | null = null) {
  const parts = aDeviceWithoutCode();
  if (enrolment) await parts.enrolments.write(enrolment);
  const program = await createProgram({
    form,
    journal: new MemoryDisk().openTab(),
    now: () => new Date(2026, 8, 14, 9, 5, 7),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    marker: { hadData: async () => false, markHadData: async () => undefined },
    localHistory: (make) => make(),
    label: 'этот компьютер',
    ...parts,
    storeName: name,
  });
  return { program, enrolments: parts.enrolments };
}
const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

describe('a school without a network', () => {
  it('[EV4] [EV8] [EV11] is enrolled by the code in its file, and reads back who it is and what it lacked', async () => {
    const { program, enrolments } = await aDevice('envelope-circle');
    program.answer('K1-01', 'yes');
    await program.answer('K3-01', 'no').saved;
    const code = await issueCode(running.engine.write, { place: 's1', role: 'school', now: Date.now() });
    const file = await program.saveCopy({ code });
    const pair = await enrolments.readKey();
    const publicKey = pair && (await publicKeyOf(pair));
    const envelope = await readCopyFile(file);
    if (!envelope.ok) throw new Error(envelope.problem.code);
    expect(envelope.value).toMatchObject({ code, by: { device: null, label: 'этот компьютер', publicKey } });

    const imported = await importEnvelope(running.endpoint, await bytesOf(file));
    if (!imported.ok) throw new Error(imported.problem.code);
    const receiptFile = await packText(imported.value.receipt);
    const receipt = await readReceiptFile(receiptFile, { publicKey, endpointKey: null, above: null });
    if (!receipt.ok) throw new Error(receipt.problem.code);
    const { standing, accepted, revisions } = receipt.value;
    expect(parseStanding(standing)).toEqual(standing);
    expect(standing).toMatchObject({ own: 's1', endpointKey: running.endpoint.key.publicKey });
    expect(accepted).toEqual(reissue(envelope.value.revisions, 's1', sha256).map(({ id }) => id));
    expect(revisions.map(({ path }) => path)).toEqual([`-/device:${standing?.device}`]);

    const other = { publicKey: 'another', endpointKey: null, above: null };
    expect(await readReceiptFile(receiptFile, other)).toEqual({ ok: false, problem: { code: 'another-device' } });
    const altered = await packText(imported.value.receipt.replace('"refused":0', '"refused":1'));
    expect(await readReceiptFile(altered, { publicKey, endpointKey: null, above: null })).toEqual({
      ok: false,
      problem: { code: 'broken' },
    });

    await program.answer('K1-02', 'no').saved;
    const next = await importEnvelope(running.endpoint, await bytesOf(await program.saveCopy({ code })));
    expect(next).toMatchObject({ ok: true, value: { enrolled: false, taken: [{ history: 's1', new: 1 }] } });
  });

  it('[FP4] [EV10] gets a form of its municipality’s own whole with a receipt, as published', async () => {
    const published = await publishForm(running.endpoint, 'm', aForm({ A: [anIndicator('a1'), anIndicator('a2')] }));
    if (!published.ok) throw new Error(published.problem.code);
    const formHash = published.value.hash;
    const campaign = {
      id: 'distance-27',
      schoolYear: '2026/2027',
      asOf: '2026-10-01',
      forms: ['distance@1'],
      formHash,
    };
    const author = { who: 'отдел', label: 'отдел', at: new Date().toISOString(), via: 'import' };
    await running.engine.write((writer) =>
      appendByEndpoint(
        running.endpoint,
        writer,
        publicHistoryOf('m'),
        [{ path: campaignPathOf(campaign.id), value: campaign }],
        author,
      ),
    );
    const { program } = await aDevice('envelope-circle-form');
    await program.answer('K1-01', 'yes').saved;
    const code = await issueCode(running.engine.write, { place: 's2', role: 'school', now: Date.now() });
    const imported = await importEnvelope(running.endpoint, await bytesOf(await program.saveCopy({ code })));
    if (!imported.ok) throw new Error(imported.problem.code);
    expect(await program.takeReceipt(await packText(imported.value.receipt))).toMatchObject({ ok: true });
    expect(program.campaign).toMatchObject({ id: 'distance-27', formHash });
    await expect.poll(() => indicatorsOf(program.form).map(({ id }) => id)).toEqual(['a1', 'a2']);
    expect(formHashOf(program.form, sha256)).toBe(formHash);
  });

  it('[CF2] takes no file of another history once it belongs to a school, even while it is empty', async () => {
    const { program } = await aDevice('envelope-circle-local');
    await program.answer('K1-01', 'yes').saved;
    const file = await program.saveCopy();
    const place = { id: 's1', kind: 'school', name: 's1', shortName: 's1' };
    const standing = { device: 'd1', role: 'school' as const, place, own: 's1', histories: [], endpointKey: 'k' };
    const enrolment = { ...standing, local: null, label: 'ПК' };
    const { program: enrolled } = await aDevice('envelope-circle-enrolled', enrolment);
    expect(await enrolled.readCopy(file)).toEqual({ refused: 'foreign' });
    const own = await readCopyFile(await enrolled.saveCopy({ code: '12345678901234567890' }));
    expect(own).toMatchObject({
      ok: true,
      value: { by: { device: 'd1', label: 'ПК' }, revisions: [] },
    });
    expect(own.ok && own.value.code).toBeUndefined();
  });
});
