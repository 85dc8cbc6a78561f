import { sql } from 'kysely';
import type { Reader, Writer } from './engine.ts';
import { readSetting, setSetting } from './settings.ts';

/** Milliseconds since 1970; `copiedAt`: when the copy was taken, null: it does not say. `places`: how many were awaited then. */
export type Restored = { at: number; copiedAt: number | null; places: number };
export type AwaitedPlace = { place: string; devices: number; seenAt: number };

/**
 * OP4: from here on every live device is awaited: it may hold what this store has lost. Its last contact stands negative until
 * it has shown that it holds nothing more, so no turn has to ask whether anybody is awaited.
 */
export async function awaitDevices(writer: Writer, at: number, copiedAt: number | null): Promise<Restored> {
  await writer
    .updateTable('devices')
    .set(({ eb }) => ({ seen_at: eb('seen_at', '*', -1) }))
    .where('seen_at', '>', 0)
    .execute();
  const restored = { at, copiedAt, places: (await awaitedPlaces(writer)).length };
  await setSetting(writer, 'restored', JSON.stringify(restored));
  return restored;
}

/** Null: this store was never put back. */
export async function readRestored(reader: Reader): Promise<Restored | null> {
  const value = await readSetting(reader, 'restored');
  return value === null ? null : (JSON.parse(value) as Restored);
}

/** Places with devices that are still awaited, in the order of the list; neither revoked nor replaced ones. */
export async function awaitedPlaces(reader: Reader): Promise<AwaitedPlace[]> {
  const rows = await reader
    .selectFrom('devices')
    .leftJoin('places', 'places.id', 'devices.place')
    .select(({ fn }) => ['devices.place', fn.countAll().as('devices'), fn.min('seen_at').as('seen_at')])
    .where('seen_at', '<', 0)
    .where('revoked_at', 'is', null)
    .where('token_hash', 'not like', 'passed-to:%')
    .groupBy(['devices.place', 'places.rank'])
    .orderBy('places.rank')
    .execute();
  return rows.map(({ place, devices, seen_at }) => ({ place, devices: Number(devices), seenAt: -Number(seen_at) }));
}

/** What comes back in a file of the device's own, which always holds everything (EV1). */
export async function endAwaiting(writer: Writer, no: number): Promise<void> {
  await writer.updateTable('devices').set({ seen_at: sql<number>`abs(seen_at)` }).where('no', '=', no).execute();
}
