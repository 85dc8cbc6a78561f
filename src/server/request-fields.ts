import * as z from 'zod/mini';

/** Comes back in the answer, so that a device sees it is the answer to its own request. */
export const nonceSchema = z.string().check(z.maxLength(64));

/** HX4: a device's id in its one shape; no database has to look for anything else. */
export const deviceIdSchema = z.string().check(z.regex(/^[\w-]{1,40}$/));
