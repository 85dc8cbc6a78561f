import { endpointId } from '../access/access.ts';
import type { Revision } from '../submission/revision.ts';
import type { VerifySignature } from './signed-lines.ts';

/** An officer's device as its entry shows it: the endpoint signed that its key is an officer's of `place`. */
export type OfficerEntry = { device: string; place: string; publicKey: string; label: string };

type Means = {
  /** the endpoint's public key, which signed the entries */
  endpointKey: string;
  verify: VerifySignature;
  /** public histories of the places above this device; null: it has entered no code and knows none */
  above: readonly string[] | null;
};

/** EV13: the officers whose entries stand among these revisions, signed by the endpoint, of a place above, never revoked. */
export async function officersIn(
  revisions: readonly Revision[],
  { endpointKey, verify, above }: Means,
): Promise<ReadonlyMap<string, OfficerEntry>> {
  const officers = new Map<string, OfficerEntry>();
  const revoked = new Set<string>();
  for (const { id, path, history, value, signature } of revisions) {
    const device = /^-\/device:(.+)$/.exec(path)?.[1];
    const place = /^(.+):public$/.exec(history)?.[1];
    if (!device || !place || signature?.by !== endpointId || (above && !above.includes(history))) continue;
    if (!(await verify(endpointKey, id, signature.value))) continue;
    const { role, publicKey, label, revokedFrom } = { ...(value as Record<string, unknown>) };
    if ((revokedFrom ?? null) !== null) revoked.add(device);
    if (role === 'officer' && typeof publicKey === 'string')
      officers.set(device, { device, place, publicKey, label: typeof label === 'string' ? label : '' });
  }
  for (const device of revoked) officers.delete(device);
  return officers;
}
