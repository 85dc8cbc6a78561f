import type { Context } from 'hono';
import * as z from 'zod/mini';
import { isHistory, mayRead } from '../../core/access/access.ts';
import type { Json } from '../../core/json.ts';
import { isGenuine, type PrivateValue } from '../../core/private-values/private-values.ts';
import { answerJson } from '../answer-json.ts';
import { deviceOf } from '../device-cookie.ts';
import type { Endpoint } from '../endpoint.ts';
import { readBody } from '../read-body.ts';
import { nonceSchema } from '../request-fields.ts';
import type { Device } from '../store/devices.ts';
import { sha256 } from '../store/histories.ts';
import { erasedAmong, keepPrivate, readPrivate } from '../store/private-values.ts';

const hashSchema = z.string().check(z.regex(/^[\w-]{43}$/));
const valueSchema = z.strictObject({
  hash: hashSchema,
  salt: z.string().check(z.regex(/^[\w-]{22}$/)),
  value: z.json(),
});
const askedSchema = z.strictObject({
  history: z.string().check(z.maxLength(80)),
  values: z.array(valueSchema).check(z.maxLength(200)),
  wants: z.array(hashSchema).check(z.maxLength(1000)),
});
const requestSchema = z.strictObject({ nonce: nonceSchema, histories: z.array(askedSchema).check(z.maxLength(400)) });

type Asked = z.infer<typeof askedSchema>;
type Denied = { history: string; denied: string };
type Given = { history: string; kept: string[]; erased: string[]; values: PrivateValue[] };

const mostInBytes = 512 * 1024;

/**
 * PV2: `POST /private`: values go beside the revisions that name them, to whoever may read the history. A value is kept only
 * under a hash some revision names; an erased one never is. PV5: whoever was given values is written down, never the values.
 */
export const privateRoute = (endpoint: Endpoint) => async (context: Context) => {
  const device = await deviceOf(context, endpoint);
  const { nonce, histories } = await readBody(context, requestSchema, mostInBytes);
  const { byId, lineage } = await endpoint.places();
  const given: (Given | Denied)[] = [];
  for (const asked of histories) {
    const { history } = asked;
    const mayAsk = mayRead(device, history, lineage) && isHistory(history, (id) => byId.get(id));
    given.push(mayAsk ? await serveOne(endpoint, device, asked) : { history, denied: 'not-your-history' });
  }
  return answerJson(context, { nonce, histories: given });
};

async function serveOne(endpoint: Endpoint, device: Device, { history, values, wants }: Asked): Promise<Given> {
  const { engine, log } = endpoint;
  const named = [...values.map(({ hash }) => hash), ...wants];
  const erased = await erasedAmong(engine.read, history, named);
  const genuine = values.filter((value) => !erased.has(value.hash) && isGenuine(value as PrivateValue, sha256));
  const kept =
    genuine.length === 0
      ? []
      : await engine.write(async (writer) => {
          const taken: string[] = [];
          // erased meanwhile, it must not come back: asked again inside the transaction that writes
          const gone = await erasedAmong(
            writer,
            history,
            genuine.map(({ hash }) => hash),
          );
          for (const { hash, salt, value } of genuine)
            if (!gone.has(hash) && (await keepPrivate(writer, history, { hash, salt, value: value as Json })))
              taken.push(hash);
          return taken;
        });
  const found =
    wants.length === 0
      ? []
      : await readPrivate(
          engine.read,
          history,
          wants.filter((hash) => !erased.has(hash)),
        );
  if (found.length > 0)
    log.warn(
      { history, device: device.id, place: device.place, role: device.role, count: found.length },
      'private values given',
    );
  return { history, kept, erased: [...erased], values: found };
}
