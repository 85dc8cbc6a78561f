import { historyPlace } from '../access/access.ts';
import type { Revision } from '../submission/revision.ts';
import { kindsAbove, type Place, placeSchema } from './place.ts';
import { isWithin, type PlaceTree } from './place-tree.ts';

/** Where an officer writes a place of his list, in the public history of his own place. */
export const placePathOf = (placeId: string): string => `-/place:${placeId}`;

export type PlaceRefusal = 'place-unreadable' | 'place-not-yours';

type Entry = Pick<Revision, 'history' | 'path' | 'value'>;

/** The place a register of a list holds; null: this is no such register, or nothing readable stands in it. */
export function placeOfEntry({ path, value }: Pick<Revision, 'path' | 'value'>): Place | null {
  if (!isPlaceEntry({ path })) return null;
  const place = placeSchema.safeParse(value).data;
  return place && path === placePathOf(place.id) ? place : null;
}

export const isPlaceEntry = ({ path }: Pick<Revision, 'path'>): boolean => path.startsWith('-/place:');

/**
 * PL5: an officer brings schools and branches of his own place alone: what he names lies below it, was not known elsewhere or as
 * something else, and stands where its kind may stand (PL3). Null: it may be taken, or is no entry of a list.
 */
export function placeRefusal(entry: Entry, tree: PlaceTree): PlaceRefusal | null {
  if (!isPlaceEntry(entry)) return null;
  const place = placeOfEntry(entry);
  if (!place || (place.kind !== 'school' && place.kind !== 'branch')) return 'place-unreadable';
  const own = historyPlace(entry.history);
  const above = tree.byId.get(place.parent ?? '');
  const was = tree.byId.get(place.id);
  if (own.kind !== 'public' || !above || !isWithin(tree, above.id, own.place)) return 'place-not-yours';
  if (was && !isWithin(tree, was.id, own.place)) return 'place-not-yours';
  return (was && was.kind !== place.kind) || !kindsAbove[place.kind].includes(above.kind) ? 'place-unreadable' : null;
}
