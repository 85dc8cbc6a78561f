import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { answerJson } from '../answer-json.ts';
import { deviceOf, giveToken } from '../device-cookie.ts';
import { createToken } from '../device-token.ts';
import type { Endpoint } from '../endpoint.ts';
import { isPublicKey, isSignedBy } from '../endpoint-key.ts';
import { replaceDevice } from '../enrol.ts';
import { Refused } from '../problems.ts';
import { readBody } from '../read-body.ts';
import { deviceIdSchema, nonceSchema } from '../request-fields.ts';
import { standingOf } from '../standing.ts';
import { type Device, devicesById, devicesOfPlace, renewToken } from '../store/devices.ts';

const challengeRequestSchema = z.strictObject({ nonce: nonceSchema });
const sessionRequestSchema = z.strictObject({
  nonce: nonceSchema,
  device: deviceIdSchema,
  challenge: z.string().check(z.maxLength(120)),
  signature: z.string().check(z.maxLength(100)),
});
const keyRequestSchema = z.strictObject({
  nonce: nonceSchema,
  publicKey: z.string().check(z.maxLength(100), z.refine(isPublicKey)),
});
const challengeLivesForMs = 120_000;
/** HX12: of one place; no school has so many to lose on one day */
const mostDevicesADay = 50;

/** `POST /challenge`: a text to be signed within two minutes; nothing of it is kept here. */
export const challengeRoute = (endpoint: Endpoint) => {
  const seal = sealer(endpoint);
  return async (context: Context) => {
    const { nonce } = await readBody(context, challengeRequestSchema, 4096);
    const text = `${endpoint.now()}.${randomBytes(12).toString('base64url')}`;
    return answerJson(context, { nonce, challenge: `${text}.${seal(text)}` });
  };
};

/** EN6: `POST /session`: a device whose cookie was cleared shows that it still holds its key, and gets a new cookie. */
export const sessionRoute = (endpoint: Endpoint) => {
  const seal = sealer(endpoint);
  return async (context: Context) => {
    const { nonce, device: id, challenge, signature } = await readBody(context, sessionRequestSchema, 4096);
    const [at = '', chance = '', sealed = ''] = challenge.split('.');
    const expected = Buffer.from(seal(`${at}.${chance}`));
    const given = Buffer.from(sealed);
    const isOurs = expected.length === given.length && timingSafeEqual(expected, given);
    if (!isOurs || endpoint.now() - Number(at) > challengeLivesForMs) throw new Refused('challenge-old');
    const device = (await devicesById(endpoint.engine.read, [id])).get(id);
    if (!device || !isSignedBy(device.publicKey, challenge, signature)) throw new Refused('no-device');
    if (device.revokedAt !== null) throw new Refused('revoked');
    const token = createToken(endpoint.now());
    await endpoint.engine.write((writer) => renewToken(writer, id, token));
    giveToken(context, token);
    return answerJson(context, { nonce, ...(await standingOf(endpoint, device)) });
  };
};

/** EN6: `POST /device-key`: a device whose key was lost with its storage registers a new one with its cookie; HX12: not without end. */
export const deviceKeyRoute = (endpoint: Endpoint) => async (context: Context) => {
  const device = await deviceOf(context, endpoint);
  const { nonce, publicKey } = await readBody(context, keyRequestSchema, 4096);
  const ofPlace = await devicesOfPlace(endpoint.engine.read, device.place);
  const isToday = ({ enrolledAt }: Device) => endpoint.now() - enrolledAt < 86_400_000;
  if (ofPlace.filter(isToday).length >= mostDevicesADay) throw new Refused('too-often');
  const id = await replaceDevice(endpoint, device, publicKey, device.token);
  return answerJson(context, { nonce, ...(await standingOf(endpoint, { ...device, id })) });
};

/** Seals challenges with the endpoint's own key, so any process of one endpoint knows another's. */
const sealer = ({ key }: Endpoint) => {
  const secret = createHmac('sha256', 'challenge').update(key.secret).digest();
  return (text: string): string => createHmac('sha256', secret).update(text).digest('base64url');
};
