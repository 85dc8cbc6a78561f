import { sha256 as hash } from '@noble/hashes/sha2.js';
import {
  type Envelope,
  type EnvelopeHeader,
  type EnvelopeProblem,
  readEnvelope,
  writeEnvelope,
} from '../../core/envelope/envelope.ts';
import { type Receipt, type ReceiptProblem, type Receiver, readReceipt } from '../../core/envelope/receipt.ts';
import { programVersion } from '../../core/program-version.ts';
import { fail, type Result } from '../../core/result.ts';
import { base64url, type Revision } from '../../core/submission/revision.ts';
import { isSignedBy, publicKeyOf, signText } from '../sync/device-key.ts';
import { packText, unpackText } from './packed-text.ts';

/** A file may hold 64 MB of text: the platform's encoder, not an array of numbers, makes bytes of it. */
export const sha256 = Object.assign((bytes: Uint8Array): Uint8Array => hash(bytes), {
  ofText: (text: string): string => base64url(hash(new TextEncoder().encode(text))),
});

export type CopyMaker = Pick<EnvelopeHeader, 'histories' | 'madeAt' | 'code' | 'privates'> & {
  device: string | null;
  label: string;
  /** the device's key; null: it has none */
  pair: CryptoKeyPair | null;
};

/** CF1: an envelope with everything this device may give, signed by its key, ready for a download. */
export async function writeCopy(
  { device, label, pair, ...header }: CopyMaker,
  revisions: readonly Revision[],
): Promise<Blob> {
  const by = { device, label, publicKey: pair && (await publicKeyOf(pair)) };
  const sign = async (text: string) => pair && signText(pair, text);
  return packText(await writeEnvelope({ ...header, by, program: programVersion }, revisions, { sha256, sign }));
}

/** CF2, EV2, EV3: the envelope in a file, whole or not at all. */
export async function readCopyFile(file: Blob): Promise<Result<Envelope, EnvelopeProblem>> {
  const text = await unpackText(file);
  if (text.ok) return readEnvelope(text.value, sha256);
  return fail({ code: text.problem.code === 'not-packed' ? 'not-an-envelope' : text.problem.code });
}

/** EV11: the receipt in a file; `publicKey`, `endpointKey` and `above` say who this device is (null: it has entered no code). */
export async function readReceiptFile(
  file: Blob,
  receiver: Omit<Receiver, 'sha256' | 'verify'>,
): Promise<Result<Receipt, ReceiptProblem>> {
  const text = await unpackText(file);
  if (text.ok) return readReceipt(text.value, { ...receiver, sha256, verify: isSignedBy });
  return fail({ code: text.problem.code === 'not-packed' ? 'not-a-receipt' : text.problem.code });
}
