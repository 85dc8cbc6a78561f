import type { Context } from 'hono';
import * as z from 'zod/mini';
import { ancestorsOf, subtreeOf } from '../../core/places/place-tree.ts';
import { answerJson } from '../answer-json.ts';
import { deviceOf } from '../device-cookie.ts';
import type { Endpoint } from '../endpoint.ts';
import { Refused } from '../problems.ts';
import { readBody } from '../read-body.ts';
import { devicesOfPlaces } from '../store/devices.ts';

const placesRequestSchema = z.strictObject({ nonce: z.string().check(z.maxLength(64)) });

/**
 * EV18: `POST /places`: what an officer's device must know to take files without a network: the places above, its own and all
 * below, and the keys of their devices.
 */
export const placesRoute = (endpoint: Endpoint) => async (context: Context) => {
  const officer = await deviceOf(context, endpoint);
  const { nonce } = await readBody(context, placesRequestSchema, 4096);
  if (officer.role !== 'officer') throw new Refused('not-allowed');
  const { tree } = await endpoint.places();
  const places = [...ancestorsOf(tree, officer.place), ...subtreeOf(tree, officer.place)];
  const found = await devicesOfPlaces(
    endpoint.engine.read,
    places.map(({ id }) => id),
  );
  const devices = found.map(({ id, place, role, label, publicKey, revokedAt }) => ({
    id,
    place,
    role,
    label,
    publicKey,
    revoked: revokedAt !== null,
  }));
  return answerJson(context, { nonce, places, devices });
};
