import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { endpointId } from '../core/access/access.ts';
import type { Revision, Signature } from '../core/submission/revision.ts';
import type { Engine } from './store/engine.ts';
import { keepSetting, readSetting } from './store/settings.ts';

export type EndpointKey = {
  /** uncompressed point as base64url, as devices keep it */
  publicKey: string;
  /** known to the processes of this endpoint only */
  secret: string;
  /** SG1: ECDSA P-256 with SHA-256 over the UTF-8 of the id, r and s as 64 bytes */
  signatureOf: (revision: Pick<Revision, 'id'>) => Signature;
};

/** The endpoint's key; made at the first start and kept in the store, so a restored store keeps its key. */
export async function openEndpointKey(engine: Engine): Promise<EndpointKey> {
  const kept = (await readSetting(engine.read, 'endpoint-key')) ?? (await createKey(engine));
  const privateKey = createPrivateKey({ key: JSON.parse(kept), format: 'jwk' });
  return {
    publicKey: publicKeyText(createPublicKey(privateKey)),
    secret: kept,
    signatureOf: ({ id }) => ({
      by: endpointId,
      value: sign('sha256', Buffer.from(id), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url'),
    }),
  };
}

/** SG1: whether this signature over a text was made with the private half of a public key; false for anything malformed. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = keyOf(publicKey);
  if (!key) return false;
  return verify('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }, Buffer.from(signature, 'base64url'));
}

/** Whether a text is a public key of the curve. */
export const isPublicKey = (text: string): boolean => keyOf(text) !== null;

function keyOf(publicKey: string): KeyObject | null {
  const point = Buffer.from(publicKey, 'base64url');
  if (point.length !== 65 || point[0] !== 4) return null;
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')];
  try {
    return createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  } catch {
    return null; // not a point of the curve: what comes from outside may be anything
  }
}

function publicKeyText(key: KeyObject): string {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  return Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]).toString(
    'base64url',
  );
}

function createKey(engine: Engine): Promise<string> {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const made = JSON.stringify(privateKey.export({ format: 'jwk' }));
  return engine.write((writer) => keepSetting(writer, 'endpoint-key', made)); // another process may have been first
}
