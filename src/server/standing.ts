import { ownHistoryOf, publicHistoryOf } from '../core/access/access.ts';
import type { Endpoint } from './endpoint.ts';
import type { Device } from './store/devices.ts';

/** What a device is told of itself: its place, the histories it keeps, and the key that signs what is granted. */
export async function standingOf(
  { places, key }: Endpoint,
  { id, role, place }: Pick<Device, 'id' | 'role' | 'place'>,
) {
  const { byId, lineage } = await places();
  const known = byId.get(place);
  const above = lineage(place).map(publicHistoryOf);
  return {
    device: id,
    role,
    place: { id: place, kind: known?.kind ?? 'school', name: known?.name ?? '', shortName: known?.shortName ?? '' },
    own: ownHistoryOf({ role, place }, lineage),
    histories: known?.kind === 'school' || known?.kind === 'branch' ? above.slice(1) : above,
    endpointKey: key.publicKey,
  };
}
