import type { Registers } from './registers.ts';
import { type Revision, type Sha256, utf8 } from './revision.ts';

/** Ids of all heads of one submission and of the passport it is judged by; the place's other registers stay out. */
export function headIdsOf(registers: Registers, campaignId: string, formId: string): string[] {
  const belongs = (path: string) =>
    path.startsWith(`${campaignId}/${formId}/`) || path.startsWith('-/passport/') || path.startsWith('-/branch:');
  return [...registers].flatMap(([path, heads]) => (belongs(path) ? heads.map((head) => head.id) : []));
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
