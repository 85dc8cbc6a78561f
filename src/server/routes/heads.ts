import type { Context } from 'hono';
import * as z from 'zod/mini';
import { mayRead } from '../../core/access/access.ts';
import { answerJson } from '../answer-json.ts';
import { deviceOf } from '../device-cookie.ts';
import type { Endpoint } from '../endpoint.ts';
import { readBody } from '../read-body.ts';

const headsRequestSchema = z.strictObject({
  under: z.string().check(z.maxLength(80)),
  nonce: z.string().check(z.maxLength(64)),
});

/** `POST /heads`: last numbers of every history the asker may read under a place, straight from the counter rows. */
export const headsRoute = (endpoint: Endpoint) => async (context: Context) => {
  const device = await deviceOf(context, endpoint);
  const { under, nonce } = await readBody(context, headsRequestSchema, 4096);
  const { lineage } = await endpoint.places();
  const rows = await endpoint.engine.read.selectFrom('histories').select(['history', 'last']).execute();
  const heads = rows
    .filter(({ history }) => lineage(history.split(':')[0] ?? '').includes(under) && mayRead(device, history, lineage))
    .map(({ history, last }): [string, number] => [history, last]);
  return answerJson(context, { nonce, heads });
};
