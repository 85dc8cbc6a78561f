import * as z from 'zod/mini';
import type { Call, CallEndpoint } from '../sync/call-endpoint.ts';

const answerSchema = z.object({
  nonce: z.string(),
  heads: z.array(z.tuple([z.string(), z.number().check(z.int(), z.minimum(0))])),
});

/** The last number of every history under a place that was ever written; else how the request ended. */
export async function askHeads(
  call: CallEndpoint,
  under: string,
  nonce: string,
): Promise<Map<string, number> | Exclude<Call, { kind: 'answer' }>> {
  const answer = await call('/heads', { under, nonce });
  if (answer.kind !== 'answer') return answer;
  const read = answerSchema.safeParse(answer.body).data;
  return read?.nonce === nonce ? new Map(read.heads) : { kind: 'filter' };
}
