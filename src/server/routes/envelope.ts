import type { Context } from 'hono';
import { largestPackedInBytes } from '../../core/envelope/signed-lines.ts';
import { placeIdSchema } from '../../core/places/place.ts';
import { answerJson } from '../answer-json.ts';
import { bringEnvelope } from '../bring-envelope.ts';
import { deviceOf } from '../device-cookie.ts';
import type { Endpoint } from '../endpoint.ts';
import { Refused } from '../problems.ts';
import { readFileBody } from '../read-body.ts';

/**
 * EV16: `POST /envelope[?place=ID]`: an officer's device hands in a school's file as it came; the answer carries the endpoint's
 * receipt, or why nothing was taken. It names the file by its hash, which only someone who has read it can say.
 */
export const envelopeRoute = (endpoint: Endpoint) => async (context: Context) => {
  const officer = await deviceOf(context, endpoint);
  if (officer.role !== 'officer') throw new Refused('not-allowed');
  const place = context.req.query('place') ?? null;
  if (place !== null && !placeIdSchema.safeParse(place).success) throw new Refused('body-unreadable');
  const bytes = await readFileBody(context, largestPackedInBytes);
  const brought = await bringEnvelope(endpoint, officer, bytes, place);
  if (!brought.ok) {
    const { problem } = brought;
    if (problem.code === 'not-allowed') throw new Refused('not-allowed');
    return answerJson(context, { problem });
  }
  const { envelope, device, enrolled, taken, receipt } = brought.value;
  const { byId } = await endpoint.places();
  endpoint.log.info({ by: officer.id, enrolled: enrolled ? device?.id : undefined }, 'an officer handed in a file');
  return answerJson(context, {
    envelope: envelope.hash,
    enrolled,
    histories: taken.map(({ history, accepted, refused, ...counts }) => ({
      history,
      place: byId.get(history.split(':')[0] ?? '')?.shortName ?? '',
      new: counts.new,
      known: accepted.length - counts.new,
      refused,
    })),
    receipt,
  });
};
