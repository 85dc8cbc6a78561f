import * as z from 'zod/mini';
import type { CarriedValue } from '../private-values/private-values.ts';
import { fail, ok, type Result } from '../result.ts';
import { isNormalized } from '../submission/normalize-text.ts';
import type { Revision, Sha256 } from '../submission/revision.ts';
import {
  readSignedLines,
  type SignedLines,
  type SignHash,
  type VerifySignature,
  writeSignedLines,
} from './signed-lines.ts';

const format = { name: 'gotovo-envelope', version: 1 };

/** What people read on a screen or a terminal: no control characters. */
const textSchema = (longest: number) => z.string().check(z.maxLength(longest), z.refine(isNormalized));

/** far more than a school with all its branches gives in a campaign */
const mostPrivates = 2000;

const headerSchema = z.object({
  /** whose revisions these are, and how the device calls the place; null: it has entered no code */
  histories: z
    .array(z.object({ history: textSchema(80), place: z.nullable(textSchema(200)) }))
    .check(z.minLength(1), z.maxLength(64)),
  /** the device's own clock, ISO 8601 with offset; shown to people, decides nothing */
  madeAt: textSchema(40),
  /** who made it, as it says itself; `device` null: not enrolled, `publicKey` null: it has no key and cannot sign */
  by: z.object({
    device: z.nullable(textSchema(80)),
    label: textSchema(80),
    publicKey: z.nullable(z.string().check(z.maxLength(100))),
  }),
  /** EV4: the 20 digits somebody typed, only of a device that is not enrolled */
  code: z.optional(textSchema(40)),
  /** version of the program that made it */
  program: textSchema(40),
  /** PV7: contacts of staff, where the person asked for them; an older program does not see them */
  privates: z.optional(
    z
      .array(z.object({ history: textSchema(80), hash: z.string(), salt: z.string(), value: z.json() }))
      .check(z.maxLength(mostPrivates)),
  ),
});

export type EnvelopeHeader = Omit<z.infer<typeof headerSchema>, 'privates'> & { privates?: readonly CarriedValue[] };
export type Envelope = EnvelopeHeader & Omit<SignedLines, 'header'>;
/** `not-an-envelope`: another kind of file; `broken`: cut or altered; `newer`: of a newer program; `too-large`: over the caps. */
export type EnvelopeProblem = { code: 'not-an-envelope' | 'broken' | 'newer' | 'too-large' };

/** EV1: the text of an envelope: everything the device may give of these histories, in the order given. */
export function writeEnvelope(
  { histories, madeAt, by, code, program, privates = [] }: EnvelopeHeader,
  revisions: readonly Revision[],
  means: { sha256: Sha256; sign: SignHash },
): Promise<string> {
  const typed = code === undefined || by.device !== null ? {} : { code };
  const contacts = privates.length === 0 ? {} : { privates };
  const header = { format: `${format.name}/${format.version}`, madeAt, by, ...typed, program, histories, ...contacts };
  return writeSignedLines(header, revisions, means);
}

/** EV2: an envelope is read whole or not at all; every revision belongs to a history named in its header. */
export function readEnvelope(text: string, sha256: Sha256): Result<Envelope, EnvelopeProblem> {
  const read = readSignedLines(text, format, sha256);
  if (!read.ok) return fail({ code: read.problem.code === 'other-format' ? 'not-an-envelope' : read.problem.code });
  const { header, ...lines } = read.value;
  const parsed = headerSchema.safeParse(header).data;
  if (!parsed || (parsed.code !== undefined && parsed.by.device !== null)) return fail({ code: 'broken' });
  const named = new Set(parsed.histories.map(({ history }) => history));
  const { privates, ...rest } = parsed as EnvelopeHeader;
  return [...lines.revisions, ...(privates ?? [])].every(({ history }) => named.has(history))
    ? ok({ ...rest, ...(privates && { privates }), ...lines })
    : fail({ code: 'broken' });
}

/** PV3: the same envelope without the contacts in it; its signature fits no more, all else stays. */
export const withoutPrivates = (
  { privates: _gone, signature, revisions, ...header }: Envelope,
  sha256: Sha256,
): Promise<string> => writeEnvelope(header, revisions, { sha256, sign: async () => signature });

/** Whether the envelope was signed with the key its header names; that says nothing yet of whose key it is. */
export async function isSignatureRight(
  { by, hash, signature }: Pick<Envelope, 'by' | 'hash' | 'signature'>,
  verify: VerifySignature,
): Promise<boolean> {
  return by.publicKey !== null && signature !== null && (await verify(by.publicKey, hash, signature));
}
