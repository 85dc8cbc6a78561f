import { checkRevision } from './check-revision.ts';
import { base64url, type Revision, type Sha256, toTuple, utf8 } from './revision.ts';

/**
 * RV8: answers given before a code are re-issued under the place, oldest first: the same value, moment and author, parents
 * mapped, the nonce made from the old id and the place. So a crash, a repetition or an officer's import of the same local
 * answers gives the same ids. Nothing of the place is named as parent: another answer there becomes a visible conflict.
 */
export const reissue = (local: readonly Revision[], place: string, sha256: Sha256): Revision[] => [
  ...reissuedById(local, place, sha256).values(),
];

/** The same, by the id each had before. */
export function reissuedById(local: readonly Revision[], place: string, sha256: Sha256): Map<string, Revision> {
  const issued = new Map<string, Revision>();
  const oldestFirst = [...local].sort((a, b) => a.gen - b.gen || (a.id < b.id ? -1 : 1));
  for (const { id, signature: _, ...content } of oldestFirst) {
    const parents = content.parents.map((parent) => issued.get(parent)?.id ?? parent).sort();
    const nonce = base64url(sha256(utf8(id + place)).slice(0, 16));
    const checked = checkRevision(toTuple({ ...content, history: place, parents, nonce }), sha256);
    if (!checked.ok) continue; // cannot be: a kept revision has passed the same check
    issued.set(id, checked.value);
  }
  return issued;
}
