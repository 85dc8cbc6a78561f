import 'fake-indexeddb/auto';
import { signal } from '@preact/signals';
import { beforeEach, describe, expect, it } from 'vitest';
import { aRevision, sha256 } from '../../../tests/fixtures/a-revision.ts';
import { readinessForm } from '../../../tests/fixtures/school-10.ts';
import { aDeviceWithoutCode } from '../../../tests/support/device-parts.ts';
import { aSigner } from '../../../tests/support/envelopes.ts';
import { MemoryDisk } from '../../../tests/support/memory-disk.ts';
import { type ReceiptHeader, writeReceipt } from '../../core/envelope/receipt.ts';
import { reissue } from '../../core/submission/reissue.ts';
import type { Revision } from '../../core/submission/revision.ts';
import { createProgram } from '../create-program.ts';
import type { Program } from '../program.ts';
import { readCopyFile } from '../store/copy-file.ts';
import { packText } from '../store/packed-text.ts';

const [endpoint, officer] = [aSigner(), aSigner()];
const place = { id: 's10', kind: 'school', name: 'МБОУ «СОШ № 10»', shortName: 'СОШ № 10' };
const standing = {
  device: 'd1',
  role: 'school' as const,
  place,
  own: 's10',
  histories: ['m:public'],
  endpointKey: endpoint.publicKey,
};
let count = 0;
let parts: ReturnType<typeof aDeviceWithoutCode>;
let disk: MemoryDisk;
beforeEach(() => {
  count += 1;
  parts = aDeviceWithoutCode();
  disk = new MemoryDisk();
});

/** A tab of this test's device. */
async function aTab(): Promise<Program> {
  let chance = 0;
  const program = await createProgram({
    form: signal(readinessForm),
    journal: disk.openTab(),
    now: () => new Date(2026, 8, 14, 9, 5, 7),
    random: (bytes) => {
      chance += 1;
      return sha256(Uint8Array.of(chance, count)).slice(0, bytes);
    },
    marker: { hadData: async () => false, markHadData: async () => undefined },
    localHistory: () => `local:device-${count}`,
    label: 'этот компьютер',
    ...parts,
    storeName: `receipt-test-${count}`,
  });
  return program;
}

/** The receipt for everything a device has saved to a file, as if filed under s10; an officer's device signs where it is named. */
async function aReceipt(program: Program, changes: Partial<ReceiptHeader> = {}, revisions: readonly Revision[] = []) {
  const copy = await readCopyFile(await program.saveCopy());
  if (!copy.ok) throw new Error(copy.problem.code);
  const isLocal = copy.value.histories.some(({ history }) => history.startsWith('local:'));
  const filed = isLocal ? reissue(copy.value.revisions, 's10', sha256) : copy.value.revisions;
  const header: ReceiptHeader = {
    envelope: copy.value.hash,
    to: copy.value.by,
    at: '2026-09-15T10:00:00.000Z',
    histories: [{ history: 's10', place: 'СОШ № 10', new: 1, known: 0, refused: 0, seq: 1, chain: '' }],
    accepted: filed.map(({ id }) => id),
    refused: [],
    standing: null,
    endpointKey: endpoint.publicKey,
    ...changes,
  };
  const maker = changes.signer ? officer : endpoint;
  const text = await writeReceipt(header, revisions, { sha256, sign: async (hash) => maker.sign(hash) });
  return packText(text);
}
const signedBy = (by: string, { sign }: typeof officer, changes: Parameters<typeof aRevision>[0]): Revision => {
  const revision = aRevision(changes);
  return { ...revision, signature: { by, value: sign(revision.id) } };
};
const stateOf = ({ delivery }: Program) => {
  const { delivered, unsent, sent, confirmed, enrolment } = delivery.value;
  return { delivered, unsent, sent, confirmed, own: enrolment?.own ?? null };
};

describe('taking a receipt', () => {
  it('[EV15] marks what was accepted as delivered by file, still after a restart, and nothing as sent', async () => {
    const program = await aTab();
    await program.answer('K1-01', 'yes').saved;
    const receipt = await aReceipt(program);
    await program.answer('K1-02', 'no').saved;
    const taken = await program.takeReceipt(receipt);
    expect(taken).toMatchObject({ ok: true, value: { accepted: 1, brought: 0, enrolled: false, officer: null } });
    const expected = { delivered: 1, unsent: 2, sent: 0, confirmed: 0, own: null };
    expect(stateOf(program)).toEqual(expected);
    const next = await aTab();
    await expect.poll(() => stateOf(next)).toEqual(expected);
  });

  it('[EV15] makes a device without a code what it says, and the marks follow under the place', async () => {
    const program = await aTab();
    await program.answer('K1-01', 'yes').saved;
    const colleague = aRevision({ history: 's10', path: '2026-27/readiness/K1-02', value: 'no' });
    const receipt = await aReceipt(program, { standing }, [colleague, aRevision({ history: 's99' })]);
    for (const brought of [1, 0]) {
      const taken = await program.takeReceipt(receipt);
      expect(taken).toMatchObject({ ok: true, value: { accepted: 1, brought, enrolled: brought === 1 } });
      expect(stateOf(program)).toEqual({ delivered: 2, unsent: 2, sent: 0, confirmed: 0, own: 's10' });
    }
    expect(program.facts.value.get('K1-01')).toEqual(['yes']);
    expect(program.facts.value.get('K1-02')).toEqual(['no']);
    await program.answer('K1-03', 'no').saved;
    expect(stateOf(program)).toMatchObject({ delivered: 2, unsent: 3 });
  });

  it('[EV15] names what was refused and why, and changes nothing with a receipt of another device', async () => {
    const program = await aTab();
    await program.answer('K1-01', 'yes').saved;
    const [issued] = reissue(program.historyOf('K1-01'), 's10', sha256);
    const refused = [{ id: issued?.id ?? '', why: 'not-your-branch' }];
    const taken = await program.takeReceipt(await aReceipt(program, { accepted: [], refused }));
    expect(taken).toMatchObject({
      ok: true,
      value: { accepted: 0, refused: [{ path: '2026-27/readiness/K1-01', why: 'not-your-branch' }] },
    });
    const foreign = await aReceipt(program, { to: { device: null, label: '', publicKey: aSigner().publicKey } });
    expect(await program.takeReceipt(foreign)).toEqual({ ok: false, problem: { code: 'another-device' } });
    expect(stateOf(program)).toMatchObject({ delivered: 0, unsent: 1 });
  });

  it('[JG1] weighs what an officer’s receipt brings at the one door: a judgement nobody above signed never stands', async () => {
    const program = await aTab();
    await program.answer('K1-01', 'yes').saved;
    await program.takeReceipt(await aReceipt(program, { standing }));
    const value = { publicKey: officer.publicKey, role: 'officer', label: 'ПК отдела', revokedFrom: null };
    const checkOf = (id: string) => ({ history: 's10', path: `2026-27/readiness/${id}#check`, value: 'no' });
    const campaign = { path: '-/campaign:2026-27', value: {} };
    const brought = [
      signedBy('endpoint', endpoint, { history: 'm:public', path: '-/device:o1', value }),
      aRevision({ history: 's10', path: '2026-27/readiness/K1-02', value: 'yes' }),
      signedBy('o1', officer, checkOf('K1-01')),
      signedBy('endpoint', endpoint, checkOf('K1-02')),
      aRevision(checkOf('K1-03')),
      signedBy('o1', aSigner(), checkOf('K1-04')),
      signedBy('endpoint', officer, checkOf('K1-05')),
      signedBy('o2', officer, checkOf('K1-06')),
      signedBy('o1', officer, { history: 'r:public', ...campaign }),
      signedBy('o1', endpoint, { history: 'm:public', ...campaign }),
    ];
    const signer = { device: 'o1', publicKey: officer.publicKey };
    const taken = await program.takeReceipt(await aReceipt(program, { signer }, brought));
    expect(taken).toMatchObject({ ok: true, value: { officer: 'ПК отдела', brought: 3 } });
    const stood = ['01', '02', '03', '04', '05', '06'].filter((n) => program.historyOf(`K1-${n}#check`).length > 0);
    expect(stood).toEqual(['01', '02']);
    expect(program.facts.value.get('K1-02')).toEqual(['yes']);
    expect(program.unproven.value).toEqual({ refused: 4, aside: 1 });
    expect(stateOf(program)).toMatchObject({ delivered: 4 });
  });
});
