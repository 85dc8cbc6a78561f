import { type Actor, endpointId, refusalOf } from '../core/access/access.ts';
import { placeOfEntry, placeRefusal } from '../core/places/place-entry.ts';
import { placeTreeOf } from '../core/places/place-tree.ts';
import type { Revision } from '../core/submission/revision.ts';
import type { Endpoint } from './endpoint.ts';
import { isSignedBy } from './endpoint-key.ts';
import type { Device } from './store/devices.ts';
import type { Places } from './store/places.ts';

export type Bearing = {
  endpoint: Pick<Endpoint, 'key'>;
  /** who brings the revisions, over the network or in a file he signed */
  bearer: Actor;
  tree: Pick<Places, 'lineage' | 'tree'>;
  /** the devices whose signatures stand beside them, by id */
  signers: ReadonlyMap<string, Device>;
};

/** SG2: a signature counts only when it fits the revision and belongs to a device that is not revoked, or to the endpoint. */
export function refusalBy({ endpoint, bearer, tree, signers }: Bearing): (revision: Revision) => string | null {
  let places = tree.tree;
  return (revision) => {
    const { signature } = revision;
    const signer = signature ? signers.get(signature.by) : undefined;
    const publicKey = signature?.by === endpointId ? endpoint.key.publicKey : signer?.publicKey;
    const isRight =
      signature !== undefined && publicKey !== undefined && isSignedBy(publicKey, revision.id, signature.value);
    const actor = !isRight
      ? null
      : signature.by === endpointId
        ? { role: 'endpoint' as const, place: '' }
        : signer && signer.revokedAt === null
          ? signer
          : null;
    const why = refusalOf(revision, bearer, actor, tree.lineage) ?? placeRefusal(revision, places);
    const place = why === null ? placeOfEntry(revision) : null;
    if (place) places = placeTreeOf([...places.byId.values(), place]); // a branch may follow its school
    return why;
  };
}
