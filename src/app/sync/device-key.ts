import { base64url } from '../../core/submission/revision.ts';

const algorithm = { name: 'ECDSA', hash: 'SHA-256' };

/** The public half as the endpoint keeps it: the uncompressed point as base64url. */
export async function publicKeyOf(pair: CryptoKeyPair): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey)));
}

/** SG1 on a device. */
export async function signText(pair: CryptoKeyPair, text: string): Promise<string> {
  return base64url(
    new Uint8Array(await crypto.subtle.sign(algorithm, pair.privateKey, new TextEncoder().encode(text))),
  );
}
