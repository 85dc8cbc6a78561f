import { canonicalJson, type Json } from '../json.ts';

/** One change of one register, never changed and never deleted (docs/rules.md RV1–RV4). */
export type Revision = {
  /** base64url(SHA-256) of the canonical content: 43 characters */
  id: string;
  /** place id, or `local:<random>` before a code is entered */
  history: string;
  /** the register, e.g. `2016-17/readiness/K3-01` or `-/passport/pupils` */
  path: string;
  value: Json;
  /** ids of the heads its author had on screen, sorted */
  parents: readonly string[];
  /** 1 + the greatest gen among the parents */
  gen: number;
  /** the device's own clock, ISO 8601 with offset; shown to people, decides nothing */
  at: string;
  /** role label, e.g. `завуч` */
  who: string;
  /** the device's name given by people */
  label: string;
  /** 16 random bytes, base64url: two people giving one answer are two events */
  nonce: string;
  /** beside the content and not in the id; only revisions that judge or grant have one (AC2) */
  signature?: Signature;
};

/** ECDSA P-256 over the UTF-8 of the revision's id, r and s as 64 bytes in base64url, and the device whose key made it. */
export type Signature = { by: string; value: string };

export type RevisionContent = Omit<Revision, 'id' | 'signature'>;
/** SHA-256 of bytes; `ofText` where the platform hashes a text straight into base64url, several times quicker. */
export type Sha256 = ((bytes: Uint8Array) => Uint8Array) & { readonly ofText?: (text: string) => string };

/** The canonical array a revision is hashed, stored and sent as; the leading 1 is the format. */
export type RevisionTuple = readonly [
  1,
  string,
  string,
  Json,
  readonly string[],
  number,
  string,
  string,
  string,
  string,
];

export const toTuple = (r: RevisionContent): RevisionTuple => [
  1,
  r.history,
  r.path,
  r.value,
  r.parents,
  r.gen,
  r.at,
  r.who,
  r.label,
  r.nonce,
];

/** RV2: the id is the hash of the content alone, so the same revision has the same id everywhere. */
export function revisionIdOf(content: RevisionContent, sha256: Sha256): string {
  return hashText(canonicalJson(toTuple(content) as unknown as Json), sha256);
}

/** SHA-256 of a well-formed text in UTF-8, as base64url. */
export const hashText = (text: string, sha256: Sha256): string =>
  sha256.ofText ? sha256.ofText(text) : base64url(sha256(utf8(text)));

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Bytes as base64url without padding. */
export function base64url(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const left = bytes.length - at;
    text += alphabet.charAt(a >> 2) + alphabet.charAt(((a & 3) << 4) | (b >> 4));
    if (left > 1) text += alphabet.charAt(((b & 15) << 2) | (c >> 6));
    if (left > 2) text += alphabet.charAt(c & 63);
  }
  return text;
}

/** UTF-8 bytes of a well-formed string; pure code has no TextEncoder. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63));
  }
  return Uint8Array.from(bytes);
}
