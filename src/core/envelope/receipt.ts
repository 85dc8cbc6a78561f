import * as z from 'zod/mini';
import { fail, ok, type Result } from '../result.ts';
import type { Revision, Sha256 } from '../submission/revision.ts';
import { type OfficerEntry, officersIn } from './officer-receipt.ts';
import {
  readSignedLines,
  type SignedLines,
  type SignHash,
  type VerifySignature,
  writeSignedLines,
} from './signed-lines.ts';

const format = { name: 'gotovo-receipt', version: 1 };
const countSchema = z.number().check(z.int(), z.minimum(0));

/** What a device is told of itself, the same as enrolling over the network answers. */
const standingSchema = z.object({
  device: z.string(),
  role: z.enum(['school', 'signer', 'branch', 'officer']),
  place: z.object({ id: z.string(), kind: z.string(), name: z.string(), shortName: z.string() }),
  own: z.string(),
  histories: z.array(z.string()),
  endpointKey: z.string(),
});

const headerSchema = z.object({
  /** hash of the envelope it answers */
  envelope: z.string(),
  /** the key that signed that envelope; null: nobody's, an officer decided */
  to: z.object({ device: z.nullable(z.string()), label: z.string(), publicKey: z.nullable(z.string()) }),
  /** by the endpoint's clock, ISO 8601; for people only */
  at: z.string(),
  /** what became of each history: chain head and sequence as they stood then */
  histories: z.array(
    z.object({
      history: z.string(),
      place: z.string(),
      new: countSchema,
      known: countSchema,
      refused: countSchema,
      seq: countSchema,
      chain: z.string(),
    }),
  ),
  /** ids the endpoint has now, under the place's history: *delivered by file* */
  accepted: z.array(z.string()),
  refused: z.array(z.object({ id: z.string(), why: z.string() })),
  /** PV7: hashes of the contacts that came with it: kept apart from the answers, and those erased for ever; left out: none came */
  privates: z.optional(z.object({ kept: z.array(z.string()), erased: z.array(z.string()) })),
  /** null: the envelope's maker is no device of this endpoint */
  standing: z.nullable(standingSchema),
  /** the endpoint's public key; it signed the receipt, or the entry of the officer's device that did */
  endpointKey: z.string(),
  /** EV13: the officer's device that made it where there was no network; left out: the endpoint itself */
  signer: z.optional(z.object({ device: z.string(), publicKey: z.string() })),
});

export type ReceiptHeader = z.infer<typeof headerSchema>;
/** `revisions`: what the device lacks of its own and the public histories, its entry among them. */
export type Receipt = ReceiptHeader &
  Omit<SignedLines, 'header'> & {
    /** whose device made it; null: the endpoint */
    officer: OfficerEntry | null;
  };
export type ReceiptProblem = {
  code:
    | 'not-a-receipt'
    | 'broken'
    | 'newer'
    | 'too-large'
    | 'not-signed'
    | 'not-an-officer'
    | 'another-endpoint'
    | 'another-device';
};

/** EV10, EV13: the text of a receipt, signed by the endpoint or by an officer's device. */
export const writeReceipt = (
  header: ReceiptHeader,
  revisions: readonly Revision[],
  means: { sha256: Sha256; sign: SignHash },
): Promise<string> => writeSignedLines({ format: `${format.name}/${format.version}`, ...header }, revisions, means);

export type Receiver = {
  sha256: Sha256;
  verify: VerifySignature;
  /** the device's own public key */
  publicKey: string | null;
  /** the key of the endpoint it is enrolled at; null: not enrolled, the receipt brings it */
  endpointKey: string | null;
  /** public histories of the places above; null: not enrolled, none is known */
  above: readonly string[] | null;
};

/**
 * EV11: a receipt counts when it is whole, signed by the endpoint this device belongs to, and answers an envelope signed by
 * this device's key. EV13: one an officer's device signed counts too; what it brings is weighed where it is taken (JG1). The texts
 * of the problems tell what to do; nothing of a refused receipt is used.
 */
export async function readReceipt(
  text: string,
  { sha256, verify, publicKey, endpointKey, above }: Receiver,
): Promise<Result<Receipt, ReceiptProblem>> {
  const read = readSignedLines(text, format, sha256);
  if (!read.ok) return fail({ code: read.problem.code === 'other-format' ? 'not-a-receipt' : read.problem.code });
  const { header, ...lines } = read.value;
  const parsed = headerSchema.safeParse(header).data;
  if (!parsed) return fail({ code: 'broken' });
  const { signer, standing } = parsed;
  if (endpointKey !== null && parsed.endpointKey !== endpointKey) return fail({ code: 'another-endpoint' });
  const key = signer?.publicKey ?? parsed.endpointKey;
  const isSigned = lines.signature !== null && (await verify(key, lines.hash, lines.signature));
  if (!isSigned || (standing && (signer || standing.endpointKey !== parsed.endpointKey)))
    return fail({ code: 'not-signed' });
  if (parsed.to.publicKey === null || parsed.to.publicKey !== publicKey) return fail({ code: 'another-device' });
  if (!signer) return ok({ ...parsed, ...lines, officer: null });
  const officers = await officersIn(lines.revisions, { endpointKey: parsed.endpointKey, verify, above });
  const officer = officers.get(signer.device);
  if (officer?.publicKey !== signer.publicKey) return fail({ code: 'not-an-officer' });
  return ok({ ...parsed, ...lines, officer });
}
