import { propertiesOf } from '../../core/submission/answer.ts';
import type { Revision } from '../../core/submission/revision.ts';
import { roleTexts } from '../../texts/program.ts';
import type { KnownPlaces } from '../school-files/known-places.ts';
import type { Contact } from './office.ts';

type Seen = {
  known: KnownPlaces | null;
  /** the revisions of its status */
  said: readonly Revision[];
  /** how a revision came to the endpoint; null: it is not known to have come */
  viaOf: (id: string) => string | null;
};

/** OF4: what the endpoint last told of a school's devices, its branches' among them, and how its status came. */
export function contactOf(placeId: string, { known, said, viaOf }: Seen): Contact {
  const places = new Set([placeId]);
  for (const { id, parent } of known?.places ?? []) if (parent === placeId) places.add(id);
  const devices = (known?.devices ?? []).filter(({ place, revoked }) => places.has(place) && !revoked);
  const seen = devices.flatMap(({ seenAt }) => seenAt ?? []);
  return {
    lastSeen: seen.length === 0 ? null : new Date(Math.max(...seen)).toISOString(),
    unsent: devices.reduce((sum, { unsent = 0 }) => sum + unsent, 0),
    awaited: devices.some(({ isAwaited = false }) => isAwaited),
    road: roadOf(said, viaOf),
    devices: devices.length,
  };
}

/** OF4: what an officer himself submitted was typed in from paper; of the rest the endpoint knows the road, or it came in a file taken here. */
function roadOf(said: readonly Revision[], viaOf: Seen['viaOf']): Contact['road'] {
  const submitted = said.filter(({ value }) => propertiesOf(value).state === 'submitted');
  const [last] = submitted.sort((a, b) => b.gen - a.gen);
  if (!last) return null;
  if (last.who === roleTexts.officer) return 'paper';
  return viaOf(last.id) === 'http' ? 'network' : 'file';
}
