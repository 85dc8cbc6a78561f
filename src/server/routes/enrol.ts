import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { isWholeCode } from '../../core/access/enrolment-code.ts';
import { isNormalized } from '../../core/submission/normalize-text.ts';
import { answerJson } from '../answer-json.ts';
import { giveToken } from '../device-cookie.ts';
import type { Endpoint } from '../endpoint.ts';
import { isPublicKey } from '../endpoint-key.ts';
import { enrol } from '../enrol.ts';
import { Refused } from '../problems.ts';
import { readBody } from '../read-body.ts';
import { standingOf } from '../standing.ts';

const enrolRequestSchema = z.strictObject({
  proto: z.literal(1),
  nonce: z.string().check(z.maxLength(64)),
  code: z.string().check(z.refine(isWholeCode)),
  publicKey: z.string().check(z.maxLength(100), z.refine(isPublicKey)),
  label: z.string().check(
    z.minLength(1),
    z.maxLength(80),
    z.refine((label) => isNormalized(label.normalize('NFC'))),
  ),
});

/** `POST /enrol`: a paper code becomes a device; the answer says which place it belongs to. */
export const enrolRoute = (endpoint: Endpoint) => async (context: Context) => {
  const { code, publicKey, label, nonce } = await readBody(context, enrolRequestSchema, 4096);
  const address = getConnInfo(context).remote.address ?? '';
  const enrolled = await enrol(endpoint, { code, publicKey, label: label.normalize('NFC'), address });
  if (!enrolled.ok) throw new Refused(enrolled.problem.code);
  giveToken(context, enrolled.value.token);
  return answerJson(context, { proto: 1, nonce, ...(await standingOf(endpoint, enrolled.value.device)) });
};
