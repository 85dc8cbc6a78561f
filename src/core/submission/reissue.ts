import { checkRevision } from './check-revision.ts';
import { base64url, type Revision, type Sha256, toTuple, utf8 } from './revision.ts';

/**
 * RV8: answers given before a code are re-issued under the place, oldest first: the same value, moment and author, parents
 * mapped, the nonce made from the old id and the place. So a crash, a repetition or an officer's import of the same local
 * answers gives the same ids. Nothing of the place is named as parent: another answer there becomes a visible conflict.
 */
export function reissue(local: readonly Revision[], place: string, sha256: Sha256): Revision[] {
  const newIdByOld = new Map<string, string>();
  const issued: Revision[] = [];
  const oldestFirst = [...local].sort((a, b) => a.gen - b.gen || (a.id < b.id ? -1 : 1));
  for (const { id, signature: _, ...content } of oldestFirst) {
    const parents = content.parents.map((parent) => newIdByOld.get(parent) ?? parent).sort();
    const nonce = base64url(sha256(utf8(id + place)).slice(0, 16));
    const checked = checkRevision(toTuple({ ...content, history: place, parents, nonce }), sha256);
    if (!checked.ok) continue; // cannot be: a kept revision has passed the same check
    newIdByOld.set(id, checked.value.id);
    issued.push(checked.value);
  }
  return issued;
}
