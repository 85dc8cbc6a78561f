import * as z from 'zod/mini';
import { type Place, placeSchema } from '../../core/places/place.ts';
import { isWithin, placeTreeOf, subtreeOf } from '../../core/places/place-tree.ts';
import type { CallEndpoint } from '../sync/call-endpoint.ts';

const deviceSchema = z.object({
  id: z.string(),
  place: z.string(),
  role: z.enum(['school', 'signer', 'branch', 'officer']),
  label: z.string(),
  publicKey: z.string(),
  revoked: z.boolean(),
  // what an endpoint of 0.1 does not tell
  /** milliseconds since 1970, by the endpoint's clock */
  seenAt: z.optional(z.number()),
  unsent: z.optional(z.number()),
  /** OP4 */
  isAwaited: z.optional(z.boolean()),
});
const answerSchema = z.object({
  nonce: z.string(),
  places: z.array(z.object(placeSchema.shape)),
  devices: z.array(deviceSchema),
});

export type KnownDevice = z.infer<typeof deviceSchema>;
/** EV18: the places and keys the endpoint told this officer's device last; `toldAt`: when, ISO. */
export type KnownPlaces = { places: Place[]; devices: KnownDevice[]; toldAt: string };

/** EV18: asks for them; null: there is no network now, or nobody who answers this. */
export async function askPlaces(call: CallEndpoint, nonce: string, toldAt: string): Promise<KnownPlaces | null> {
  const answer = await call('/places', { nonce });
  const read = answer.kind === 'answer' ? answerSchema.safeParse(answer.body).data : undefined;
  return read?.nonce === nonce ? { places: read.places, devices: read.devices, toldAt } : null;
}

/** The schools and branches an officer of `place` may name, in the order of the municipality's list. */
export const schoolsUnder = (known: KnownPlaces, place: string): readonly Place[] =>
  subtreeOf(placeTreeOf(known.places), place).filter(({ kind }) => kind === 'school' || kind === 'branch');

export const isUnder = (known: KnownPlaces, id: string, above: string): boolean =>
  isWithin(placeTreeOf(known.places), id, above);
