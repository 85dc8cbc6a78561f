import { canonicalJson, type Json } from '../json.ts';
import { checkRevision, mostParents } from './check-revision.ts';
import { normalizeText } from './normalize-text.ts';
import { type Revision, type Sha256, toTuple } from './revision.ts';

export type NewRevision = {
  history: string;
  path: string;
  value: Json;
  /** the heads its author had on screen */
  seen: readonly Revision[];
  at: string;
  who: string;
  label: string;
  nonce: string;
};

/**
 * RV1: a new revision answers exactly the heads its author saw, and stands one generation above them; text is normalized.
 * It passes the same check as everything read back, so nothing is ever written that could not be read. Of more heads than a
 * revision may name it answers the first; the others stay a conflict, to be settled by the next one.
 */
export function createRevision({ seen, ...content }: NewRevision, sha256: Sha256): Revision {
  const answered = seen.slice(0, mostParents);
  const tuple = toTuple({
    ...content,
    value: normalizeValue(content.value),
    parents: [...new Set(answered.map((revision) => revision.id))].sort(),
    gen: 1 + answered.reduce((most, revision) => Math.max(most, revision.gen), 0),
  });
  const checked = checkRevision(tuple, sha256);
  if (!checked.ok) throw new TypeError(`a revision that could not be read back: ${checked.problem.code}`);
  return checked.value;
}

/** RV3 for every text inside a value. */
export function normalizeValue(value: Json): Json {
  if (typeof value === 'string') return normalizeText(value);
  if (Array.isArray(value)) return value.map(normalizeValue);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, normalizeValue(part as Json)]));
}

/** An answer that stands there alone is not written again; one of two different ones is, for it settles them. */
export const standsAlready = (heads: readonly Revision[], value: Json): boolean =>
  heads.length === 0
    ? value === null
    : heads.length === 1 && canonicalJson(heads[0]?.value ?? null) === canonicalJson(normalizeValue(value));
