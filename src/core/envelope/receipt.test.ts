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
const receiver = { ...envelopeMeans, publicKey: device.publicKey, endpointKey: null as string | null };
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
