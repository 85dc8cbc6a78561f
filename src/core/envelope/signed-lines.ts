import * as z from 'zod/mini';
import { fail, ok, type Result } from '../result.ts';
import { hashText, type Revision, type Sha256 } from '../submission/revision.ts';
import { readRevisionLine, revisionLine } from '../submission/revision-line.ts';

/** EV3: the most such a file may hold, packed and unpacked; counted while it is inflated, whatever the file says of itself. */
export const largestPackedInBytes = 32 * 1024 * 1024;
export const largestUnpackedInBytes = 64 * 1024 * 1024;

/** Gives the signature over a hash by the maker's key, as SG1; null: there is no key to sign with. */
export type SignHash = (hash: string) => Promise<string | null>;
/** Whether a signature over a text was made with the private half of this public key. */
export type VerifySignature = (publicKey: string, text: string, signature: string) => boolean | Promise<boolean>;

export type SignedLines = {
  /** not looked into yet */
  header: unknown;
  revisions: Revision[];
  /** base64url(SHA-256) of everything before the trailer; it names the file */
  hash: string;
  signature: string | null;
};

/** `other-format`: not this kind of file at all; `broken`: cut, altered, or with a line that is not sound. */
export type LinesProblem = { code: 'other-format' | 'newer' | 'broken' };

/** 64 bytes in base64url: the last character carries two bits only, so one signature has one text. */
const signaturePattern = /^[\w-]{85}[AQgw]$/;
const trailerSchema = z.object({
  count: z.number(),
  sha256: z.string(),
  signature: z.nullable(z.string().check(z.regex(signaturePattern))),
});

/** EV1: a header, one line a revision, and a trailer with their count, the hash of everything before it and its signature. */
export async function writeSignedLines(
  header: { format: string },
  revisions: readonly Revision[],
  { sha256, sign }: { sha256: Sha256; sign: SignHash },
): Promise<string> {
  const content = `${[JSON.stringify(header), ...revisions.map((one) => revisionLine(one))].join('\n')}\n`;
  const hash = hashText(content, sha256);
  return content + trailerLine({ count: revisions.length, sha256: hash, signature: await sign(hash) });
}

/** EV2: the whole text or nothing of it: format, count and hash must be right and every line sound, each revision once. */
export function readSignedLines(
  text: string,
  { name, version }: { name: string; version: number },
  sha256: Sha256,
): Result<SignedLines, LinesProblem> {
  const headerEnd = text.indexOf('\n');
  const header = parseJson(text.slice(0, Math.max(0, headerEnd)));
  const [, format, number] = /^([a-z-]+)\/([1-9]\d{0,5})$/.exec(formatOf(header)) ?? [];
  if (format !== name) return fail({ code: 'other-format' });
  if (Number(number) > version) return fail({ code: 'newer' });
  const trailerStart = text.lastIndexOf('\n', text.length - 2) + 1;
  const trailer = trailerSchema.safeParse(parseJson(text.slice(trailerStart))).data;
  // written anew it must be the same text: nothing in it may be altered, not even a space
  if (!trailer || trailerLine(trailer) !== text.slice(trailerStart)) return fail({ code: 'broken' });
  const { count, sha256: hash, signature } = trailer;
  if (hashText(text.slice(0, trailerStart), sha256) !== hash) return fail({ code: 'broken' });
  const revisions = readRevisions(text.slice(headerEnd + 1, trailerStart), sha256);
  if (revisions?.length !== count) return fail({ code: 'broken' });
  return ok({ header, revisions, hash, signature });
}

const trailerLine = ({ count, sha256, signature }: z.infer<typeof trailerSchema>): string =>
  `${JSON.stringify({ count, sha256, signature })}\n`;

/** Null: a line is not sound, or stands there twice. */
function readRevisions(text: string, sha256: Sha256): Revision[] | null {
  const revisionById = new Map<string, Revision>();
  for (const line of text.split('\n').slice(0, -1)) {
    const read = readRevisionLine(line, sha256);
    if (read === null || read.place !== null || revisionById.has(read.revision.id)) return null;
    revisionById.set(read.revision.id, read.revision);
  }
  return [...revisionById.values()];
}

const formatOf = (header: unknown): string =>
  typeof header === 'object' && header !== null && 'format' in header ? String(header.format) : '';

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null; // not JSON: not a line of ours
  }
}
