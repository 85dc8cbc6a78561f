import * as z from 'zod/mini';
import type { Envelope } from '../../core/envelope/envelope.ts';
import { reissue } from '../../core/submission/reissue.ts';
import type { Revision } from '../../core/submission/revision.ts';
import { sha256 } from '../store/copy-file.ts';
import type { CallEndpoint } from '../sync/call-endpoint.ts';

const countSchema = z.number().check(z.int(), z.minimum(0));
const takenSchema = z.object({
  envelope: z.string(),
  enrolled: z.boolean(),
  histories: z.array(
    z.object({
      history: z.string(),
      place: z.string(),
      new: countSchema,
      known: countSchema,
      refused: z.array(z.object({ id: z.string(), why: z.string() })),
    }),
  ),
  receipt: z.string(),
});
const problemSchema = z.object({ problem: z.object({ code: z.string(), why: z.optional(z.string()) }) });

type HandedIn =
  | ({ kind: 'taken' } & z.infer<typeof takenSchema>)
  /** the endpoint took nothing and says why */
  | { kind: 'not-taken'; code: string; why: string | null }
  /** nobody answered who could have taken it */
  | { kind: 'no-network' };

/** EV16: hands the file to the endpoint as it came; only an answer that names its hash counts. */
export async function handIn(
  call: CallEndpoint,
  { bytes, hash }: { bytes: Uint8Array; hash: string },
  place: string | null,
): Promise<HandedIn> {
  const answer = await call(place === null ? '/envelope' : `/envelope?place=${place}`, bytes);
  if (answer.kind === 'refused') return { kind: 'not-taken', code: answer.code, why: null };
  if (answer.kind !== 'answer') return { kind: 'no-network' };
  const taken = takenSchema.safeParse(answer.body).data;
  if (taken?.envelope === hash) return { kind: 'taken', ...taken };
  const refused = problemSchema.safeParse(answer.body).data?.problem;
  return refused ? { kind: 'not-taken', code: refused.code, why: refused.why ?? null } : { kind: 'no-network' };
}

/** What the endpoint has taken, under the histories it filed it in. */
export function takenRevisions(
  { revisions }: Pick<Envelope, 'revisions'>,
  histories: z.infer<typeof takenSchema>['histories'],
): Revision[] {
  const local = revisions.filter(({ history }) => history.startsWith('local:'));
  return histories.flatMap(({ history, refused }) => {
    const not = new Set(refused.map(({ id }) => id));
    const filed = [...revisions.filter((one) => one.history === history), ...reissue(local, history, sha256)];
    return filed.filter(({ id }) => !not.has(id));
  });
}
