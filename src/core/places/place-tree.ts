import type { Place } from './place.ts';

/** Places by id and by the place above them; both in the order of first appearance, which is the order of reports (PL4). */
export type PlaceTree = {
  readonly byId: ReadonlyMap<string, Place>;
  readonly byParent: ReadonlyMap<string | null, readonly Place[]>;
};

/** PL4: a tree of places in the order given; a place given again keeps its first position and takes the later facts. */
export function placeTreeOf(places: Iterable<Place>): PlaceTree {
  const byId = new Map<string, Place>();
  for (const place of places) byId.set(place.id, place);
  const byParent = new Map<string | null, Place[]>();
  for (const place of byId.values()) {
    const siblings = byParent.get(place.parent);
    if (siblings) siblings.push(place);
    else byParent.set(place.parent, [place]);
  }
  return { byId, byParent };
}

/** Places directly under one; null: the regions. */
export const childrenOf = (tree: PlaceTree, id: string | null): readonly Place[] => tree.byParent.get(id) ?? [];

/** The places above one, nearest first; none for a region or an unknown id. */
export function ancestorsOf(tree: PlaceTree, id: string): readonly Place[] {
  const above: Place[] = [];
  let place = tree.byId.get(tree.byId.get(id)?.parent ?? '');
  while (place) {
    above.push(place);
    place = tree.byId.get(place.parent ?? '');
  }
  return above;
}

/** A place and everything below it, each place before what is under it, siblings in order; none for an unknown id. */
export function subtreeOf(tree: PlaceTree, id: string): readonly Place[] {
  const place = tree.byId.get(id);
  return place ? [place, ...childrenOf(tree, id).flatMap((child) => subtreeOf(tree, child.id))] : [];
}

/** Whether a place is another one or lies below it. */
export const isWithin = (tree: PlaceTree, id: string, aboveId: string): boolean =>
  (id === aboveId && tree.byId.has(id)) || ancestorsOf(tree, id).some((place) => place.id === aboveId);

/** The ids of a place and of everything above it, nearest first; of an unknown one just itself. */
export const lineageIn =
  (tree: PlaceTree) =>
  (id: string): readonly string[] => [id, ...ancestorsOf(tree, id).map((place) => place.id)];
