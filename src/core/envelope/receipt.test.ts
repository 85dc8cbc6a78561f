import { describe, expect, it } from 'vitest';
import { aRevision, sha256 } from '../../../tests/fixtures/a-revision.ts';
import { anEnvelopeText, aSigner, envelopeMeans } from '../../../tests/support/envelopes.ts';
import { type ReceiptHeader, readReceipt, writeReceipt } from './receipt.ts';

const [device, endpoint] = [aSigner(), aSigner()];
const accepted = aRevision({ history: 's10' });
const entry = {
  ...aRevision({ history: 's10', path: '-/device:d1' }),
  signature: { by: 'endpoint', value: 'A'.repeat(86) },
};
const place = { id: 's10', kind: 'school', name: 'МБОУ «СОШ № 10»', shortName: 'СОШ № 10' };
const standing = {
  device: 'd1',
  role: 'school' as const,
  place,
  own: 's10',
  histories: ['m:public'],
  endpointKey: endpoint.publicKey,
};
const header: ReceiptHeader = {
  envelope: 'h'.repeat(43),
  to: { device: null, label: 'ПК завуча', publicKey: device.publicKey },
  at: '2026-09-15T10:00:00.000Z',
  histories: [{ history: 's10', place: 'СОШ № 10', new: 1, known: 0, refused: 0, seq: 2, chain: 'c' }],
  accepted: [accepted.id],
  refused: [],
  standing,
  endpointKey: endpoint.publicKey,
};
const write = (changes: Partial<ReceiptHeader> = {}, signer = endpoint) =>
  writeReceipt({ ...header, ...changes }, [entry], { sha256, sign: async (hash) => signer.sign(hash) });
const receiver = {
  ...envelopeMeans,
  publicKey: device.publicKey,
  endpointKey: null as string | null,
  above: null as readonly string[] | null,
};
const problemOf = async (text: string, changes: Partial<typeof receiver> = {}) => {
  const outcome = await readReceipt(text, { ...receiver, ...changes });
  return outcome.ok ? null : outcome.problem.code;
};

describe('a receipt', () => {
  it('[EV10] gives back what was accepted, who the device is now, and what it lacked', async () => {
    for (const endpointKey of [null, endpoint.publicKey]) {
      const read = await readReceipt(await write(), { ...receiver, endpointKey });
      expect(read).toMatchObject({ ok: true, value: { ...header, revisions: [entry] } });
    }
  });

  it('[EV11] is refused by a device whose envelope it does not answer', async () => {
    expect(await problemOf(await write(), { publicKey: aSigner().publicKey })).toBe('another-device');
    const nobody = { device: null, label: '', publicKey: null };
    expect(await problemOf(await write({ to: nobody }))).toBe('another-device');
  });

  it('[EV11] is refused when another endpoint made it, or nobody known signed it', async () => {
    const other = aSigner();
    expect(await problemOf(await write(), { endpointKey: other.publicKey })).toBe('another-endpoint');
    expect(await problemOf(await write({}, other))).toBe('not-signed');
    expect(await problemOf(await write({ standing: { ...standing, endpointKey: other.publicKey } }))).toBe(
      'not-signed',
    );
  });

  it('[EV2] is refused whole wherever it was cut or altered, and when it is no receipt', async () => {
    const text = await write();
    for (let end = 0; end < text.length; end += 7)
      expect(await problemOf(text.slice(0, end))).toMatch(/^(broken|not-a-receipt)$/);
    expect(await problemOf(text.replace('"known":0', '"known":9'))).toBe('broken');
    expect(await problemOf(text.replace('receipt/1', 'receipt/2'))).toBe('newer');
    expect(await problemOf(await anEnvelopeText(device, [accepted]))).toBe('not-a-receipt');
    const unknownRole = { ...standing, role: 'king' } as unknown as typeof standing;
    expect(await problemOf(await write({ standing: unknownRole }))).toBe('broken');
  });
});

describe('a receipt of an officer’s device', () => {
  const officer = aSigner();
  const signedBy = (by: string, signer: Pick<typeof officer, 'sign'>, changes: Parameters<typeof aRevision>[0]) => {
    const revision = aRevision(changes);
    return { ...revision, signature: { by, value: signer.sign(revision.id) } };
  };
  const entryOf = (changes: Record<string, unknown> = {}, history = 'm:public', signer = endpoint) =>
    signedBy('endpoint', signer, {
      history,
      path: '-/device:o1',
      value: { publicKey: officer.publicKey, role: 'officer', label: 'ПК отдела', revokedFrom: null, ...changes },
    });
  const fact = aRevision({ history: 's10', path: '2016-17/readiness/K1-02' });
  const writeIt = (revisions: Parameters<typeof writeReceipt>[1], changes: Partial<ReceiptHeader> = {}) =>
    writeReceipt(
      { ...header, standing: null, signer: { device: 'o1', publicKey: officer.publicKey }, ...changes },
      revisions,
      { sha256, sign: async (hash) => officer.sign(hash) },
    );
  const above = ['m:public', 'r:public'];

  it('[EV13] counts with the entry the endpoint signed, and says whose it is', async () => {
    for (const place of [{ above, endpointKey: endpoint.publicKey }, { above: null }]) {
      const read = await readReceipt(await writeIt([entryOf(), fact]), { ...receiver, ...place });
      expect(read).toMatchObject({ ok: true, value: { officer: { place: 'm', label: 'ПК отдела' } } });
    }
  });

  it.each([
    ['no entry', () => [fact]],
    ['an entry nobody vouches for', () => [entryOf({}, 'm:public', officer)]],
    ['an entry of another key', () => [entryOf({ publicKey: device.publicKey })]],
    ['a school’s entry', () => [entryOf({ role: 'school' })]],
    ['the entry of an officer elsewhere', () => [entryOf({}, 'n:public')]],
    ['a revoked entry', () => [entryOf(), entryOf({ revokedFrom: '2026-09-01' })]],
  ])('[EV13] is refused with %s', async (_what, revisions) => {
    expect(await problemOf(await writeIt(revisions()), { above })).toBe('not-an-officer');
  });

  it('[EV13] never says who a device is', async () => {
    expect(await problemOf(await writeIt([entryOf()], { standing }), { above })).toBe('not-signed');
  });
});
