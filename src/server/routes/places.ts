import type { Context } from 'hono';
import * as z from 'zod/mini';
import { ancestorsOf, subtreeOf } from '../../core/places/place-tree.ts';
import { answerJson } from '../answer-json.ts';
import { deviceOf } from '../device-cookie.ts';
import type { Endpoint } from '../endpoint.ts';
import { Refused } from '../problems.ts';
import { readBody } from '../read-body.ts';
import { type Device, devicesOfPlaces } from '../store/devices.ts';

const placesRequestSchema = z.strictObject({ nonce: z.string().check(z.maxLength(64)) });

/**
 * EV18: `POST /places`: what an officer's device must know to take files without a network: the places above, its own and all
 * below, and the keys of their devices; OF4: of those below also when each was last heard from, what it had still to send, and
 * whether it is awaited (OP4).
 */
export const placesRoute = (endpoint: Endpoint) => async (context: Context) => {
  const officer = await deviceOf(context, endpoint);
  const { nonce } = await readBody(context, placesRequestSchema, 4096);
  if (officer.role !== 'officer') throw new Refused('not-allowed');
  const { tree } = await endpoint.places();
  const below = subtreeOf(tree, officer.place);
  const places = [...ancestorsOf(tree, officer.place), ...below];
  const found = await devicesOfPlaces(
    endpoint.engine.read,
    places.map(({ id }) => id),
  );
  const isBelow = new Set(below.map(({ id }) => id));
  const devices = found.map((device) => ({ ...saidOf(device), ...(isBelow.has(device.place) && contactOf(device)) }));
  return answerJson(context, { nonce, places, devices });
};

const saidOf = ({ id, place, role, label, publicKey, revokedAt }: Device) => ({
  id,
  place,
  role,
  label,
  publicKey,
  revoked: revokedAt !== null,
});

const contactOf = ({ seenAt, unsent, isAwaited, revokedAt, replacedBy }: Device) => ({
  seenAt,
  unsent,
  isAwaited: isAwaited && revokedAt === null && replacedBy === null,
});
