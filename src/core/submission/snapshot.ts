import type { Json } from '../json.ts';
import { isBesideAnswers } from '../verification/verification-paths.ts';
import { headsOf, type Registers } from './registers.ts';
import { type Revision, type Sha256, utf8 } from './revision.ts';

/** So many characters of an id tell a head apart within one place. */
const idStart = 12;
/** ids in one text of a value, which may be 4,000 characters long */
const idsInText = 300;

/** MS1: whether a register is part of a submission of these forms or of the passport it is judged by; the place's others, and what an officer judges (VF1), stay out. */
export const isSubmitted = (path: string, campaignId: string, formIds: readonly string[]): boolean =>
  (formIds.some((formId) => path.startsWith(`${campaignId}/${formId}/`)) && !isBesideAnswers(path)) ||
  path.startsWith('-/passport/') ||
  path.startsWith('-/branch:');

/** Ids of all heads of one submission. */
export function headIdsOf(registers: Registers, campaignId: string, formIds: readonly string[]): string[] {
  return [...registers].flatMap(([path, heads]) =>
    isSubmitted(path, campaignId, formIds) ? heads.map((head) => head.id) : [],
  );
}

/** SB2: the beginnings of sorted ids, as a value holds them: few long texts. */
export function packIds(ids: readonly string[]): string[] {
  const starts = ids.map((id) => id.slice(0, idStart)).sort();
  const texts: string[] = [];
  for (let at = 0; at < starts.length; at += idsInText) texts.push(starts.slice(at, at + idsInText).join(''));
  return texts;
}

/** The same read back; null: there is no such list. */
export function unpackIds(packed: Json | undefined): ReadonlySet<string> | null {
  if (!Array.isArray(packed)) return null;
  const starts = packed.flatMap((text) => (typeof text === 'string' ? (text.match(/.{12}/g) ?? []) : []));
  return new Set(starts);
}

/** Whether a revision is one of the heads of a submission. */
export const isAmong = (heads: ReadonlySet<string>, { id }: Revision): boolean => heads.has(id.slice(0, idStart));

/** SB2: the registers of a submission that have changed since `heads` were submitted. */
export const changedSince = (
  registers: Registers,
  heads: ReadonlySet<string>,
  campaignId: string,
  formIds: readonly string[],
): string[] =>
  [...registers].flatMap(([path, view]) =>
    isSubmitted(path, campaignId, formIds) && view.some((head) => !isAmong(heads, head)) ? [path] : [],
  );

/** SB2: what was submitted, out of all revisions of the place: later ones do not change it. Registers outside the submission stay as they are. */
export function registersAsSubmitted(
  revisions: readonly Revision[],
  heads: ReadonlySet<string>,
  campaignId: string,
  formIds: readonly string[],
): Registers {
  const byPath = new Map<string, Revision[]>();
  for (const revision of revisions) {
    if (isSubmitted(revision.path, campaignId, formIds) && !isAmong(heads, revision)) continue;
    byPath.set(revision.path, [...(byPath.get(revision.path) ?? []), revision]);
  }
  return new Map([...byPath].map(([path, own]) => [path, headsOf(own)]));
}

/** RP2: SHA-256 over the sorted head ids, in hexadecimal: the same answers' history gives the same hash on every device. */
export function submissionHash(headIds: readonly string[], sha256: Sha256): string {
  const bytes = sha256(utf8([...headIds].sort().join('\n')));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The beginning of a hash as it is printed and read aloud: 7F3A-90C1-5D2E. */
export const shortHash = (hash: string): string =>
  hash
    .slice(0, 12)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1-');

/** How many revisions a place's people have made; entries of devices come with codes and are not counted. */
export const countRevisions = (revisions: readonly Revision[]): number =>
  revisions.filter(({ path }) => !path.startsWith('-/device:')).length;
