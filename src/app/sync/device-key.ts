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

/** SG1 on a device: whether this signature over a text was made with the private half of a public key; false for anything malformed. */
export async function isSignedBy(publicKey: string, text: string, signature: string): Promise<boolean> {
  try {
    const curve = { name: 'ECDSA', namedCurve: 'P-256' };
    const key = await crypto.subtle.importKey('raw', bytesOf(publicKey), curve, false, ['verify']);
    return await crypto.subtle.verify(algorithm, key, bytesOf(signature), new TextEncoder().encode(text));
  } catch {
    return false; // not a point of the curve, or not base64url: what comes from outside may be anything
  }
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
