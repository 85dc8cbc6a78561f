import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import * as z from 'zod/mini';
import { isWholeCode } from '../../core/access/enrolment-code.ts';
import { answerJson } from '../answer-json.ts';
import { createTurns } from '../create-turns.ts';
import { giveToken, tokenOf } from '../device-cookie.ts';
import { deviceLabelOf } from '../device-label.ts';
import type { Endpoint } from '../endpoint.ts';
import { isPublicKey } from '../endpoint-key.ts';
import { enrol } from '../enrol.ts';
import { Refused } from '../problems.ts';
import { readBody } from '../read-body.ts';
import { nonceSchema } from '../request-fields.ts';
import { standingOf } from '../standing.ts';

const enrolRequestSchema = z.strictObject({
  proto: z.literal(1),
  nonce: nonceSchema,
  code: z.string().check(z.refine(isWholeCode)),
  publicKey: z.string().check(z.maxLength(100), z.refine(isPublicKey)),
  label: z.string().check(
    z.maxLength(80),
    z.refine((typed) => deviceLabelOf(typed) !== ''),
  ),
});

/** `POST /enrol`: a paper code becomes a device; the answer says which place it belongs to. */
export const enrolRoute = (endpoint: Endpoint) => {
  // every check of a code takes 16 MB and one of the four threads that read files and pack answers too
  const turns = createTurns({ atOnce: 2, mostWaiting: 64 });
  return async (context: Context) => {
    const { code, publicKey, label, nonce } = await readBody(context, enrolRequestSchema, 4096);
    const address = getConnInfo(context).remote.address ?? '';
    const applicant = { code, publicKey, label: deviceLabelOf(label), address, former: tokenOf(context) };
    const enrolled = await turns(() => enrol(endpoint, applicant));
    if (!enrolled) throw new Refused('store-busy');
    if (!enrolled.ok) throw new Refused(enrolled.problem.code);
    giveToken(context, enrolled.value.token);
    return answerJson(context, { proto: 1, nonce, ...(await standingOf(endpoint, enrolled.value.device)) });
  };
};
