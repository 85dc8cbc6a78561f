import * as z from 'zod/mini';
import type { Json } from '../../core/json.ts';
import type { PrivateValue } from '../../core/private-values/private-values.ts';

const givenSchema = z.object({
  history: z.string(),
  kept: z.array(z.string()),
  erased: z.array(z.string()),
  values: z.array(z.object({ hash: z.string(), salt: z.string(), value: z.json() })),
});
const answerSchema = z.object({
  nonce: z.string(),
  histories: z.array(z.union([givenSchema, z.object({ history: z.string(), denied: z.string() })])),
});

/** Of one history. */
export type Given = { history: string; kept: string[]; erased: string[]; values: PrivateValue[] };
export type Denied = { history: string; denied: string };

/** PV2: only an answer that is whole and echoes the nonce counts. Null: it is none. */
export function readPrivateAnswer(body: unknown, nonce: string): (Given | Denied)[] | null {
  const parsed = answerSchema.safeParse(body).data;
  if (parsed?.nonce !== nonce) return null;
  return parsed.histories.map((one) =>
    'denied' in one ? one : { ...one, values: one.values.map((value) => ({ ...value, value: value.value as Json })) },
  );
}
