import { hash, randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { Actor, Role } from '../../core/access/access.ts';
import type { Reader, Writer } from './engine.ts';
import { inPieces, prepareQuery } from './prepare-query.ts';
import type { Tables } from './tables.ts';

export type Device = Actor & {
  no: number;
  id: string;
  label: string;
  publicKey: string;
  enrolledAt: number;
  seenAt: number;
  /** OP4: since the store was put back it has not yet shown that it holds nothing more */
  isAwaited: boolean;
  unsent: number;
  revokedAt: number | null;
  /** EN6: the device that goes on in its place with its cookie; null: it holds its own */
  replacedBy: string | null;
};

/** Tokens are kept as their hash only: whoever reads the store cannot sign in with it. */
const tokenHashOf = (token: string): string => hash('sha256', token, 'base64url');

const deviceByTokenHash = prepareQuery((db, tokenHash: string) =>
  db.selectFrom('devices').selectAll().where('token_hash', '=', tokenHash),
);

const devicesAmong = prepareQuery((db, ids: readonly string[]) =>
  db.selectFrom('devices').selectAll().where('id', 'in', ids),
);

export async function deviceByToken(reader: Reader, token: string): Promise<Device | null> {
  const [row] = await deviceByTokenHash(reader, tokenHashOf(token));
  return row ? toDevice(row) : null;
}

export async function devicesById(reader: Reader, ids: readonly string[]): Promise<Map<string, Device>> {
  const found = new Map<string, Device>();
  for (const piece of inPieces(ids))
    for (const row of await devicesAmong(reader, piece)) found.set(row.id, toDevice(row));
  return found;
}

/** Every device ever enrolled at these places, one query a piece of them. */
export async function devicesOfPlaces(reader: Reader, places: readonly string[]): Promise<Device[]> {
  const found: Device[] = [];
  for (const piece of inPieces(places)) {
    const rows = await reader.selectFrom('devices').selectAll().where('place', 'in', piece).orderBy('no').execute();
    found.push(...rows.map(toDevice));
  }
  return found;
}

export async function devicesOfPlace(reader: Reader, place: string): Promise<Device[]> {
  const rows = await reader.selectFrom('devices').selectAll().where('place', '=', place).orderBy('no').execute();
  return rows.map(toDevice);
}

/** Every device that was enrolled with this key, the first one first: one browser may have served two schools. */
export async function devicesByKey(reader: Reader, publicKey: string): Promise<Device[]> {
  const rows = await reader
    .selectFrom('devices')
    .selectAll()
    .where('public_key', '=', publicKey)
    .orderBy('no')
    .execute();
  return rows.map(toDevice);
}

export async function addDevice(
  writer: Writer,
  { id, role, place, label, publicKey }: Pick<Device, 'id' | 'role' | 'place' | 'label' | 'publicKey'>,
  token: string,
  now: number,
): Promise<number> {
  const { no } = await writer
    .insertInto('devices')
    .values({
      id,
      place,
      role,
      label,
      public_key: publicKey,
      token_hash: tokenHashOf(token),
      enrolled_at: now,
      seen_at: now,
      unsent: 0,
      revoked_at: null,
    })
    .returning('no')
    .executeTakeFirstOrThrow();
  return no;
}

/** A new token for a device whose cookie was lost; the old one stops working. */
export async function renewToken(writer: Writer, id: string, token: string): Promise<void> {
  await writer
    .updateTable('devices')
    .set({ token_hash: tokenHashOf(token) })
    .where('id', '=', id)
    .execute();
}

/** EN5: a token stops working for good; one nobody has changes nothing. */
export async function endToken(writer: Writer, token: string): Promise<void> {
  await writer
    .updateTable('devices')
    .set({ token_hash: tokenHashOf(randomBytes(32).toString('base64url')) })
    .where('token_hash', '=', tokenHashOf(token))
    .execute();
}

/** Stands where the hash of a token would; no hash begins like this. */
const passedTo = 'passed-to:';

/** EN6: the cookie of a device goes to its successor, which stands in the place of its hash, until the device gets a new one. */
export async function passTokenTo(writer: Writer, id: string, successor: string): Promise<void> {
  await writer
    .updateTable('devices')
    .set({ token_hash: passedTo + successor })
    .where('id', '=', id)
    .execute();
}

const setContact = prepareQuery((db, no: number, seenAt: number, unsent: number) =>
  db.updateTable('devices').set({ seen_at: seenAt, unsent }).where('no', '=', no),
);

/** OP4: the contact of a device that is still awaited stands negative. */
export async function noteContact(
  writer: Writer,
  no: number,
  { now, unsent, isAwaited }: { now: number; unsent: number; isAwaited: boolean },
): Promise<void> {
  await setContact(writer, no, isAwaited ? -now : now, unsent);
}

/**
 * False: there is no such device. Revoking twice keeps the first moment. OP6: what it goes on for is revoked with it: whoever
 * found the key that device lost could otherwise come in by it.
 */
export async function revokeDevice(writer: Writer, id: string, now: number): Promise<boolean> {
  const known = await devicesById(writer, [id]);
  const replaced = writer
    .selectFrom('devices')
    .select('id')
    .where('token_hash', '=', passedTo + id);
  for (const former of await replaced.execute()) await revokeDevice(writer, former.id, now);
  await writer
    .updateTable('devices')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
  return known.has(id);
}

const toDevice = (row: Selectable<Tables['devices']>): Device => ({
  no: row.no,
  id: row.id,
  role: row.role as Role,
  place: row.place,
  label: row.label,
  publicKey: row.public_key,
  enrolledAt: Number(row.enrolled_at),
  seenAt: Math.abs(Number(row.seen_at)),
  isAwaited: Number(row.seen_at) < 0,
  unsent: row.unsent,
  revokedAt: row.revoked_at === null ? null : Number(row.revoked_at),
  replacedBy: row.token_hash.startsWith(passedTo) ? row.token_hash.slice(passedTo.length) : null,
});
