import { fail, ok, type Result } from '../result.ts';
import { isNormalized, longestText } from './normalize-text.ts';
import { type Revision, type RevisionContent, type RevisionTuple, revisionIdOf, type Sha256 } from './revision.ts';

export type RevisionProblem = { code: 'revision-unreadable' } | { code: 'revision-text' } | { code: 'revision-value' };

/** The most heads one revision may answer. */
export const mostParents = 32;

const pathPattern = /^[^/\s]+(\/[^/\s]+)+$|^-\/\S+$/;
const idPattern = /^[\w-]{43}$/;
const noncePattern = /^[\w-]{22}$/;

/**
 * RV4: one validator for new revisions, disk, file and network, before hashing: shape, lengths, well-formed NFC text,
 * finite numbers within ±(2⁵³ − 1), depth at most 6, at most 32 parents, sorted. The id is computed, never taken from outside.
 */
export function checkRevision(tuple: unknown, sha256: Sha256): Result<Revision, RevisionProblem> {
  if (!isTuple(tuple)) return fail({ code: 'revision-unreadable' });
  const [, history, path, value, parents, gen, at, who, label, nonce] = tuple;
  if (![history, path, at, who, label].every(isNormalized)) return fail({ code: 'revision-text' });
  if (!isStorable(value, 0)) return fail({ code: 'revision-value' });
  if (parents.some((parent, place) => place > 0 && parent <= (parents[place - 1] ?? '')))
    return fail({ code: 'revision-unreadable' });
  const content: RevisionContent = { history, path, value, parents, gen, at, who, label, nonce };
  return ok({ id: revisionIdOf(content, sha256), ...content });
}

/** By hand and not with a schema: an endpoint does this for every revision there is, and a start of the program twice. */
function isTuple(tuple: unknown): tuple is RevisionTuple {
  if (!Array.isArray(tuple) || tuple.length !== 10) return false;
  const [format, history, path, , parents, gen, at, who, label, nonce] = tuple as unknown[];
  return (
    format === 1 &&
    isText(history, 80) &&
    history !== '' &&
    isText(path, 200) &&
    pathPattern.test(path) &&
    Array.isArray(parents) &&
    parents.length <= mostParents &&
    parents.every((parent) => isText(parent, 43) && idPattern.test(parent)) &&
    Number.isSafeInteger(gen) &&
    (gen as number) >= 1 &&
    isText(at, 40) &&
    isText(who, 80) &&
    isText(label, 80) &&
    isText(nonce, 22) &&
    noncePattern.test(nonce)
  );
}

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest;

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
