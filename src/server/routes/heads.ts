import type { Context } from 'hono';
import * as z from 'zod/mini';
import { historiesOf, mayRead } from '../../core/access/access.ts';
import { subtreeOf } from '../../core/places/place-tree.ts';
import { answerJson } from '../answer-json.ts';
import { deviceOf } from '../device-cookie.ts';
import type { Endpoint } from '../endpoint.ts';
import { readBody } from '../read-body.ts';
import { nonceSchema } from '../request-fields.ts';
import { lastNumbersOf } from '../store/histories.ts';

const headsRequestSchema = z.strictObject({
  under: z.string().check(z.maxLength(80)),
  nonce: nonceSchema,
});

/** a database takes a limited number of values in one statement */
const mostAtOnce = 500;

/** `POST /heads`: last numbers of every history the asker may read under a place, straight from the counter rows. */
export const headsRoute = (endpoint: Endpoint) => async (context: Context) => {
  const device = await deviceOf(context, endpoint);
  const { under, nonce } = await readBody(context, headsRequestSchema, 4096);
  const { tree, lineage } = await endpoint.places();
  const readable = subtreeOf(tree, under)
    .flatMap(historiesOf)
    .filter((history) => mayRead(device, history, lineage));
  const heads: [string, number][] = [];
  for (let at = 0; at < readable.length; at += mostAtOnce)
    heads.push(...(await lastNumbersOf(endpoint.engine.read, readable.slice(at, at + mostAtOnce))));
  return answerJson(context, { nonce, heads });
};
