import { changesPublishedForm } from '../form/form-name.ts';
import { propertiesOf } from '../submission/answer.ts';
import type { Revision } from '../submission/revision.ts';
import { type Actor, endpointId, historyPlace, type Lineage, mayJudge, needsSignature, type Role } from './access.ts';

/** A device as one of its entries tells. */
export type Signer = Actor & { publicKey: string; isRevoked: boolean };

/** What a device knows when it weighs a judgement. */
export type Known = {
  /** learnt with the code; null: none was entered yet */
  endpointKey: string | null;
  /** what the entries of devices say, by the device's id; each entry signed by the endpoint */
  signers: ReadonlyMap<string, readonly Signer[]>;
  lineage: Lineage;
  /** whether all that stands above a place is known */
  knowsAbove: (placeId: string) => boolean;
};

/** The road a revision came by: the endpoint has checked it when it took it, a file nobody has. */
export type Road = 'endpoint' | 'file';

/** `aside`: whose word it is cannot be told yet; `if-signed-by`: it stands if its signature was made with this key. */
export type Weight =
  | { kind: 'stands' }
  | { kind: 'aside' }
  | { kind: 'refused' }
  | { kind: 'if-signed-by'; publicKey: string };

const roles: readonly Role[] = ['school', 'signer', 'branch', 'officer'];

export const isDeviceEntry = ({ path }: Pick<Revision, 'path'>): boolean => path.startsWith('-/device:');

/** Every word of the endpoint about devices: an entry stands in the history of the device's place (a branch's: in its school's). */
export function signersOf(entries: Iterable<Revision>): Map<string, Signer[]> {
  const signers = new Map<string, Signer[]>();
  for (const { path, value, history } of entries) {
    const { publicKey, role: named, revokedFrom = null } = propertiesOf(value);
    const role = roles.find((one) => one === named);
    if (!role || typeof publicKey !== 'string') continue;
    const id = path.slice('-/device:'.length);
    const signer = { role, place: historyPlace(history).place, publicKey, isRevoked: revokedFrom !== null };
    signers.set(id, [...(signers.get(id) ?? []), signer]);
  }
  return signers;
}

/**
 * JG1: what judges or grants stands on a device only with a signature of the endpoint, or of a device that held an officer's role
 * above the place, whatever road it came by. JG2: while the endpoint's key, the signer's entry or what stands above the place is
 * unknown it waits aside, so the order of coming changes nothing. JG3: of a revoked device only what the endpoint itself has
 * taken stands; when a file was signed only its maker's clock tells. FP2: nothing changes a published form.
 */
export function weighJudgement(revision: Revision, road: Road, known: Known): Weight {
  if (!needsSignature(revision)) return { kind: 'stands' };
  const { signature, history } = revision;
  const { place } = historyPlace(history);
  if (!signature || history.startsWith('local:') || changesPublishedForm(revision)) return { kind: 'refused' };
  if (known.endpointKey === null) return { kind: 'aside' };
  if (signature.by === endpointId) return { kind: 'if-signed-by', publicKey: known.endpointKey };
  if (isDeviceEntry(revision)) return { kind: 'refused' };
  const words = known.signers.get(signature.by);
  if (!words) return { kind: 'aside' };
  const judge = words.find((signer) => mayJudge(history, signer, known.lineage));
  if (!judge)
    return { kind: words.some(({ role }) => role === 'officer') && !known.knowsAbove(place) ? 'aside' : 'refused' };
  if (road === 'file' && words.some(({ isRevoked }) => isRevoked)) return { kind: 'aside' };
  return { kind: 'if-signed-by', publicKey: judge.publicKey };
}
