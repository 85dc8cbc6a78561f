import { type Actor, endpointId, needsSignature, refusalOf } from '../access/access.ts';
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

/**
 * EV14: what an officer's device may bring a school without the endpoint: facts, and what judges or grants only with the
 * signature of the endpoint or of an officer above, as on the way in (AC3).
 */
export async function vouchedOnly(
  revisions: readonly Revision[],
  officers: ReadonlyMap<string, OfficerEntry>,
  { endpointKey, verify, above }: Means,
): Promise<Revision[]> {
  const vouched: Revision[] = [];
  const placesAbove = (above ?? []).map((history) => history.replace(/:public$/, ''));
  for (const revision of revisions) {
    const { signature, id, history } = revision;
    const officer = signature && officers.get(signature.by);
    const key = signature?.by === endpointId ? endpointKey : officer?.publicKey;
    const isRight = signature && key !== undefined && (await verify(key, id, signature.value));
    const signer: Actor | null = !isRight
      ? null
      : officer
        ? { role: 'officer', place: officer.place }
        : { role: 'endpoint', place: '' };
    const own = history.split(':')[0] ?? '';
    const lineage = (place: string) => [place, ...(place === own ? placesAbove : [])];
    const bearer: Actor = { role: 'endpoint', place: '' };
    if (!needsSignature(revision) || refusalOf(revision, bearer, signer, lineage) === null) vouched.push(revision);
  }
  return vouched;
}
