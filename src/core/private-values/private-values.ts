import { canonicalJson, type Json } from '../json.ts';
import { propertiesOf } from '../submission/answer.ts';
import { hashText, type Revision, type Sha256 } from '../submission/revision.ts';

/**
 * A value that never stands in a revision: the revision names its hash, the value lies beside in a table that can forget.
 * `salt`: 16 random bytes as base64url, so that nobody can find a telephone number by trying them all.
 */
export type PrivateValue = { hash: string; salt: string; value: Json };

/** A private value on its way with the history it belongs to. */
export type CarriedValue = PrivateValue & { history: string };

/** longest value, as JSON */
const longest = 2000;
const hashPattern = /^[\w-]{43}$/;
const saltPattern = /^[\w-]{22}$/;

/** PV1: the registers whose values are private: of the region's monitoring columns 6, 7, 22 and 23, of branches too. */
export const isPrivatePath = (path: string): boolean => /^[^/]+\/monitoring\/(6|7|22|23)(@[^@/]+)?$/.test(path);

/** PV1: what stands in the revision instead of the value. */
export const privateReference = (hash: string): Json => ({ private: hash });

/** The hash a register's value names; null: it names none. */
export function hashNamedBy(value: Json): string | null {
  const { private: hash } = propertiesOf(value);
  return typeof hash === 'string' && hashPattern.test(hash) ? hash : null;
}

/** PV1: whether a revision may stand: at a private path there is a hash or nothing. */
export const isOpenSecret = ({ path, value }: Pick<Revision, 'path' | 'value'>): boolean =>
  isPrivatePath(path) &&
  value !== null &&
  !(hashNamedBy(value) !== null && Object.keys(propertiesOf(value)).length === 1);

/** PV2: hash = SHA-256 of salt and value together. */
export const sealed = (value: Json, salt: string, sha256: Sha256): PrivateValue => ({
  hash: hashText(canonicalJson([salt, value]), sha256),
  salt,
  value,
});

/** PV2: whether a value that came from outside is the one its hash names, and small enough to be one. */
export function isGenuine({ hash, salt, value }: PrivateValue, sha256: Sha256): boolean {
  if (!hashPattern.test(hash) || !saltPattern.test(salt)) return false;
  const text = canonicalJson(value);
  return text.length <= longest && sealed(value, salt, sha256).hash === hash;
}

/** The hashes a revision names at a private path: one, or none. */
export const namedIn = ({ path, value }: Pick<Revision, 'path' | 'value'>): string[] => {
  const hash = isPrivatePath(path) ? hashNamedBy(value) : null;
  return hash === null ? [] : [hash];
};

/** Where an erasure stands: `-/erase:<campaign>.<number>`; it names hashes and is signed (AC2). */
export const erasePathOf = (campaignId: string, at: number): string => `-/erase:${campaignId}.${at}`;
export const isErasure = ({ path }: Pick<Revision, 'path'>): boolean => path.startsWith('-/erase');

/** PV3: the hashes a revision erases; once said it holds for ever, whatever was said after it. */
export function erasedBy(revision: Pick<Revision, 'path' | 'value'>): string[] {
  if (!isErasure(revision)) return [];
  const { hashes } = propertiesOf(revision.value);
  return Array.isArray(hashes) ? hashes.filter((hash): hash is string => typeof hash === 'string') : [];
}

/** What an erasure holds; at most `mostErased` hashes fit into one revision. */
export const erasureOf = (hashes: readonly string[]): Json => ({ hashes: [...hashes] });
export const mostErased = 200;

/** PV4: days after a campaign's last day until its private values are erased by the endpoint. */
export const keptForDays = 30;
export const dayInMs = 86_400_000;

/** PV4: the last day private values are kept, for a campaign's last day, YYYY-MM-DD both. */
export function keptUntil(lastDay: string): string {
  let [year = 0, month = 0, day = 0] = lastDay.split('-').map(Number);
  day += keptForDays;
  for (let length = daysOf(year, month); day > length; length = daysOf(year, month)) {
    day -= length;
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return [year, month, day].map((part) => String(part).padStart(2, '0')).join('-');
}

/** of a month from 1 to 12 */
const daysOf = (year: number, month: number): number =>
  (Date.UTC(year, month, 1) - Date.UTC(year, month - 1, 1)) / dayInMs;
