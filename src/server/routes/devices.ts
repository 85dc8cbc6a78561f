import type { Context } from 'hono';
import * as z from 'zod/mini';
import { mayIssueCodes, mayRevoke } from '../../core/access/access.ts';
import { answerJson } from '../answer-json.ts';
import { deviceOf } from '../device-cookie.ts';
import type { Endpoint } from '../endpoint.ts';
import { Refused } from '../problems.ts';
import { readBody } from '../read-body.ts';
import { deviceIdSchema, nonceSchema } from '../request-fields.ts';
import { issueCode, unusedForDays } from '../store/codes.ts';
import { type Device, devicesById, devicesOfPlace, revokeDevice } from '../store/devices.ts';

const listRequestSchema = z.strictObject({ nonce: nonceSchema });
const revokeRequestSchema = z.strictObject({ nonce: nonceSchema, device: deviceIdSchema });

/** DV2: so many devices of one place may live at once. */
const mostDevices = 10;

const isLive = ({ revokedAt, replacedBy }: Device): boolean => revokedAt === null && replacedBy === null;

/** DV1: `POST /devices`: the devices of the asker's own place, with their last contact; what was replaced is left out. */
export const devicesRoute = (endpoint: Endpoint) => async (context: Context) => {
  const asker = await deviceOf(context, endpoint);
  const { nonce } = await readBody(context, listRequestSchema, 4096);
  const found = await devicesOfPlace(endpoint.engine.read, asker.place);
  const devices = found
    .filter(({ replacedBy }) => replacedBy === null)
    .map(({ id, role, label, seenAt, unsent, revokedAt }) => ({ id, role, label, seenAt, unsent, revokedAt }));
  return answerJson(context, { nonce, devices });
};

/** DV2: `POST /device-code`: a code for a colleague, for one more device of the school. */
export const deviceCodeRoute = (endpoint: Endpoint) => async (context: Context) => {
  const asker = await deviceOf(context, endpoint);
  const { nonce } = await readBody(context, listRequestSchema, 4096);
  if (!mayIssueCodes(asker)) throw new Refused('not-allowed');
  const live = (await devicesOfPlace(endpoint.engine.read, asker.place)).filter(isLive);
  if (live.length >= mostDevices) throw new Refused('too-many-devices');
  const issued = { place: asker.place, role: 'school' as const, now: endpoint.now() };
  const code = await issueCode(endpoint.engine.write, issued);
  endpoint.log.info({ by: asker.id, place: asker.place }, 'a device issued a code');
  return answerJson(context, { nonce, code, unusedForDays });
};

/** DV3: `POST /device-revoke`: turns a device of the school away; a stranger's and one that is not there look alike. */
export const deviceRevokeRoute = (endpoint: Endpoint) => async (context: Context) => {
  const asker = await deviceOf(context, endpoint);
  const { nonce, device: id } = await readBody(context, revokeRequestSchema, 4096);
  const device = (await devicesById(endpoint.engine.read, [id])).get(id);
  if (!device || !mayRevoke(asker, device)) throw new Refused('not-found');
  await endpoint.engine.write((writer) => revokeDevice(writer, id, endpoint.now()));
  endpoint.log.info({ by: asker.id, device: id }, 'a device was turned away');
  return answerJson(context, { nonce, revoked: id });
};
