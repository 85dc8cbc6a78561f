import type { Lineage } from '../../core/access/access.ts';
import type { Place } from '../../core/places/place.ts';
import { isPlaceEntry, placeOfEntry, placeRefusal } from '../../core/places/place-entry.ts';
import { lineageIn, type PlaceTree, placeTreeOf } from '../../core/places/place-tree.ts';
import type { Revision } from '../../core/submission/revision.ts';
import { Refused } from '../problems.ts';
import type { Engine, Reader, Writer } from './engine.ts';
import { raiseCounter, readSetting } from './settings.ts';

/** Every place in the order of the municipality's list. */
async function readPlaces(reader: Reader): Promise<Place[]> {
  const rows = await reader.selectFrom('places').selectAll().orderBy('rank').execute();
  return rows.map(({ id, kind, parent, name, short_name, address }) => ({
    id,
    kind: kind as Place['kind'],
    parent,
    name,
    shortName: short_name,
    address,
  }));
}

/** Adds places or changes what is said of known ones; their order of first appearance stays. */
export async function writePlaces(writer: Writer, places: readonly Place[]): Promise<void> {
  await raiseCounter(writer, 'places');
  const last = await writer
    .selectFrom('places')
    .select(({ fn }) => fn.max('rank').as('rank'))
    .executeTakeFirst();
  let rank = last?.rank ?? 0;
  for (const { id, kind, parent, name, shortName, address } of places) {
    rank += 1;
    const said = { kind, parent, name, short_name: shortName, address };
    await writer
      .insertInto('places')
      .values({ id, rank, ...said })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(said))
      .execute();
  }
}

/**
 * PL5: the entries of a list among new rows go into the tree in the transaction that takes them. What another one has changed
 * since they were judged is judged again under the lock.
 */
export async function writePlaceEntries(writer: Writer, revisions: readonly Revision[]): Promise<void> {
  const entries = revisions.filter(isPlaceEntry);
  if (entries.length === 0) return;
  await raiseCounter(writer, 'places');
  let tree = placeTreeOf(await readPlaces(writer));
  for (const entry of entries) {
    const place = placeOfEntry(entry);
    if (!place || placeRefusal(entry, tree) !== null) throw new Refused('store-busy'); // asked again it gets its reason
    tree = placeTreeOf([...tree.byId.values(), place]);
    await writePlaces(writer, [place]);
  }
}

export type Places = { tree: PlaceTree; byId: PlaceTree['byId']; lineage: Lineage };

/** PG4: the tree as it stands now; read again only when somebody, perhaps another process, has changed it. */
export function createPlaces(engine: Engine): () => Promise<Places> {
  let version: string | null | undefined;
  let places = placesOf([]);
  return async () => {
    const now = await readSetting(engine.read, 'places');
    if (now !== version) {
      places = placesOf(await readPlaces(engine.read));
      version = now;
    }
    return places;
  };
}

function placesOf(all: readonly Place[]): Places {
  const tree = placeTreeOf(all);
  return { tree, byId: tree.byId, lineage: lineageIn(tree) };
}
