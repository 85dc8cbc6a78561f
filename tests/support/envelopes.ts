import { generateKeyPairSync, sign } from 'node:crypto';
import { type EnvelopeHeader, writeEnvelope } from '../../src/core/envelope/envelope.ts';
import type { Revision } from '../../src/core/submission/revision.ts';
import { isSignedBy } from '../../src/server/endpoint-key.ts';
import { packText } from '../../src/server/packed-text.ts';
import { sha256 } from '../../src/server/store/histories.ts';
import type { WireDevice } from './endpoint.ts';

type Signer = Pick<WireDevice, 'publicKey' | 'sign'> & { id?: string };

export const envelopeMeans = { sha256, verify: isSignedBy };

/** A key without a device, for what needs no endpoint. */
export function aSigner(): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  const [first, second] = [Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')];
  return {
    publicKey: Buffer.concat([Buffer.from([4]), first, second]).toString('base64url'),
    sign: (text) =>
      sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
  };
}

/** The text of an envelope as the program writes it; name only what matters. `signer` null: unsigned. */
export function anEnvelopeText(
  signer: Signer | null,
  revisions: readonly Revision[],
  changes: Partial<EnvelopeHeader> = {},
): Promise<string> {
  const names = [...new Set(revisions.map(({ history }) => history))];
  const header: EnvelopeHeader = {
    histories: (names.length > 0 ? names : ['local:abc']).map((history) => ({ history, place: null })),
    madeAt: '2026-09-14T09:05:07+03:00',
    by: { device: signer?.id || null, label: 'ПК завуча', publicKey: signer?.publicKey ?? null },
    program: 'test',
    ...changes,
  };
  return writeEnvelope(header, revisions, { sha256, sign: async (hash) => signer?.sign(hash) ?? null });
}

export const anEnvelope = async (...parts: Parameters<typeof anEnvelopeText>): Promise<Buffer> =>
  packText(await anEnvelopeText(...parts));
