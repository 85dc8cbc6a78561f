import { checkRevision } from './check-revision.ts';
import { type Revision, type Sha256, toTuple } from './revision.ts';
import { signatureOf } from './signature-of.ts';

/**
 * A revision as one line of a file, without the line break: id, content, its place in a write (journals only), signer and
 * signature when there are any. The id is the hash of the content, so a damaged line cannot pass for a whole one.
 */
export function revisionLine(revision: Revision, place: number | null = null): string {
  const { id, signature } = revision;
  const ending = signature ? [place, signature.by, signature.value] : place === null ? [] : [place];
  return JSON.stringify([id, toTuple(revision), ...ending]);
}

/** RV4 for a line; null: torn, altered, or no revision at all. */
export function readRevisionLine(line: string, sha256: Sha256): { revision: Revision; place: number | null } | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return null; // a torn line is expected after a power cut; it was never shown as saved
  }
  if (!Array.isArray(parsed)) return null;
  const [id, tuple, place, by, value] = parsed;
  const checked = checkRevision(tuple, sha256);
  if (!checked.ok || checked.value.id !== id) return null;
  const signature = signatureOf(by, value);
  const revision = signature ? { ...checked.value, signature } : checked.value;
  return { revision, place: typeof place === 'number' ? place : null };
}
