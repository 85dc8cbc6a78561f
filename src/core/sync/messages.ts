import * as z from 'zod/mini';
import type { Json } from '../json.ts';
import { isNormalized } from '../submission/normalize-text.ts';
import type { Revision, RevisionTuple } from '../submission/revision.ts';
import { toTuple } from '../submission/revision.ts';
import { signatureOf } from '../submission/signature-of.ts';

/** The version every message carries; a server keeps answering older ones for two school years. */
export const protocol = 1;

/** The most one history may bring or take in a turn. */
export const mostRevisions = 256;
export const mostBytes = 256 * 1024;
/** the most one turn may ask for */
export const mostHistories = 64;

/** A revision on the wire: the canonical array without format and history, which the message already names; signed ones end with signer and signature. */
export type WireRevision = readonly Json[];

/** whole numbers as every database keeps them */
const mostCounted = 2 ** 31 - 1;
const seqSchema = z.number().check(z.int(), z.minimum(0), z.maximum(mostCounted));
const textSchema = (longest: number) => z.string().check(z.minLength(1), z.maxLength(longest), z.refine(isNormalized));
const cursorSchema = z.strictObject({ seq: seqSchema, chain: z.string().check(z.maxLength(64)) });

/** Looked into by `checkRevision`, each alone. */
const wireSchema = z.custom<unknown[]>((value) => Array.isArray(value) && value.length <= 10);

/** SY2: what a device asks for in one turn; unknown fields are an error, `unsent` is what the device still has to send. */
export const syncRequestSchema = z.strictObject({
  proto: z.literal(protocol),
  nonce: textSchema(64),
  unsent: z.optional(seqSchema),
  histories: z
    .array(
      z.strictObject({
        history: textSchema(80),
        after: cursorSchema,
        revisions: z.array(wireSchema).check(z.maxLength(mostRevisions)),
      }),
    )
    .check(z.maxLength(mostHistories)),
});
export type SyncRequest = z.infer<typeof syncRequestSchema>;

const rowSchema = z.union([
  z.object({ seq: seqSchema, revision: z.array(z.unknown()), srvAt: z.number(), via: z.string() }),
  z.object({ from: seqSchema, own: z.tuple([seqSchema, seqSchema]), srvAt: z.number() }),
]);

const historyAnswerSchema = z.union([
  z.object({ history: z.string(), diverged: z.literal(true) }),
  z.object({ history: z.string(), denied: z.string() }),
  z.object({
    history: z.string(),
    rows: z.array(rowSchema),
    /** chain value 0, only for a device that has nothing yet */
    start: z.optional(z.string()),
    /** chain value after the last row of this page */
    chain: z.string(),
    head: seqSchema,
    refused: z.array(z.object({ index: seqSchema, why: z.string() })),
  }),
]);

/** SY3: the only shape that counts as an answer; fields added later are ignored. */
export const syncAnswerSchema = z.object({
  proto: z.literal(protocol),
  nonce: z.string(),
  histories: z.array(historyAnswerSchema),
});
export type SyncAnswer = z.infer<typeof syncAnswerSchema>;
export type HistoryAnswer = SyncAnswer['histories'][number];

export function toWire(revision: Revision): WireRevision {
  const [, , ...content] = toTuple(revision);
  return revision.signature ? [...content, revision.signature.by, revision.signature.value] : content;
}

/** The tuple to be checked by `checkRevision`, and the signature beside it, if there is one. */
export function fromWire(wire: readonly unknown[], history: string) {
  const [by, value] = wire.slice(8);
  return { tuple: [1, history, ...wire.slice(0, 8)] as unknown as RevisionTuple, signature: signatureOf(by, value) };
}
