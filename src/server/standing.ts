import { isHistory, ownHistoryOf, publicHistoryOf } from '../core/access/access.ts';
import type { Endpoint } from './endpoint.ts';
import type { Device } from './store/devices.ts';

/** What a device is told of itself: its place, the histories it keeps, and the key that signs what is granted. */
export async function standingOf(
  { places, key }: Endpoint,
  { id, role, place }: Pick<Device, 'id' | 'role' | 'place'>,
) {
  const { byId, lineage } = await places();
  const known = byId.get(place);
  return {
    device: id,
    role,
    place: { id: place, kind: known?.kind ?? 'school', name: known?.name ?? '', shortName: known?.shortName ?? '' },
    own: ownHistoryOf({ role, place }, lineage),
    // a school and a branch have no public history of their own
    histories: lineage(place)
      .map(publicHistoryOf)
      .filter((history) => isHistory(history, (one) => byId.get(one))),
    endpointKey: key.publicKey,
  };
}
