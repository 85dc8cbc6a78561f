import * as z from 'zod/mini';
import type { Json } from '../json.ts';
import { fail, ok, type Result } from '../result.ts';
import { isNormalized, longestText } from './normalize-text.ts';
import { type Revision, type RevisionContent, revisionIdOf, type Sha256 } from './revision.ts';

export type RevisionProblem = { code: 'revision-unreadable' } | { code: 'revision-text' } | { code: 'revision-value' };

/** The most heads one revision may answer. */
export const mostParents = 32;

const text = (longest: number) => z.string().check(z.maxLength(longest));
const idSchema = z.string().check(z.regex(/^[\w-]{43}$/));

const tupleSchema = z.tuple([
  z.literal(1),
  text(80).check(z.minLength(1)),
  text(200).check(z.regex(/^[^/\s]+(\/[^/\s]+)+$|^-\/\S+$/)),
  z.unknown(),
  z.array(idSchema).check(z.maxLength(mostParents)),
  z.number().check(z.int(), z.minimum(1)),
  text(40),
  text(80),
  text(80),
  z.string().check(z.regex(/^[\w-]{22}$/)),
]);

/**
 * RV4: one validator for new revisions, disk, file and network, before hashing: shape, lengths, well-formed NFC text,
 * finite numbers within ±(2⁵³ − 1), depth at most 6, at most 32 parents, sorted. The id is computed, never taken from outside.
 */
export function checkRevision(tuple: unknown, sha256: Sha256): Result<Revision, RevisionProblem> {
  const parsed = tupleSchema.safeParse(tuple);
  if (!parsed.success) return fail({ code: 'revision-unreadable' });
  const [, history, path, value, parents, gen, at, who, label, nonce] = parsed.data;
  if (![history, path, at, who, label].every(isNormalized)) return fail({ code: 'revision-text' });
  if (!isStorable(value, 0)) return fail({ code: 'revision-value' });
  if (parents.some((parent, place) => place > 0 && parent <= (parents[place - 1] ?? '')))
    return fail({ code: 'revision-unreadable' });
  const content: RevisionContent = { history, path, value: value as Json, parents, gen, at, who, label, nonce };
  return ok({ id: revisionIdOf(content, sha256), ...content });
}

function isStorable(value: unknown, depth: number): boolean {
  if (depth > 6) return false;
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  if (typeof value === 'string') return value.length <= longestText && isNormalized(value);
  if (Array.isArray(value)) return value.length <= 200 && value.every((part) => isStorable(part, depth + 1));
  if (typeof value !== 'object') return false;
  return Object.entries(value).every(
    ([key, part]) => key.length <= 80 && isNormalized(key) && isStorable(part, depth + 1),
  );
}
