import type { Context } from 'hono';
import * as z from 'zod/mini';
import { isHistory, mayRead } from '../../core/access/access.ts';
import type { PrivateValue } from '../../core/private-values/private-values.ts';
import { answerJson } from '../answer-json.ts';
import { deviceOf } from '../device-cookie.ts';
import type { Endpoint } from '../endpoint.ts';
import { readBody } from '../read-body.ts';
import { nonceSchema } from '../request-fields.ts';
import type { Device } from '../store/devices.ts';
import { sha256 } from '../store/histories.ts';
import { erasedAmong, keepGenuine, readPrivate } from '../store/private-values.ts';
import { writeDownGiven } from '../write-down-given.ts';

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
  const { engine } = endpoint;
  const named = [...values.map(({ hash }) => hash), ...wants];
  const erased = await erasedAmong(engine.read, history, named);
  const offered = values.filter(({ hash }) => !erased.has(hash)) as PrivateValue[];
  const { kept } =
    offered.length === 0 ? { kept: [] } : await engine.write((writer) => keepGenuine(writer, history, offered, sha256));
  const wanted = wants.filter((hash) => !erased.has(hash));
  const found = wanted.length === 0 ? [] : await readPrivate(engine.read, history, wanted);
  // what an officer's device took from a file it has seen, too
  const seen = found.length + (device.role === 'officer' ? kept.length : 0);
  if (seen > 0)
    await writeDownGiven(endpoint, { device: device.id, place: device.place, role: device.role }, history, seen);
  return { history, kept, erased: [...erased], values: found };
}
