import type { Json } from '../json.ts';
import { propertiesOf } from '../submission/answer.ts';
import type { Registers } from '../submission/registers.ts';
import type { Sha256 } from '../submission/revision.ts';
import { submissionHash } from '../submission/snapshot.ts';

/** What a municipality has passed on to the region: the hash of every school's rows as they stood then. */
export type PassedOn = { schools: ReadonlyMap<string, string>; at: string; note: string };

/** PN1: where it stands, in the municipality's office history; whatever stands there is signed (AC2). */
export const passedOnPathOf = (campaignId: string): string => `${campaignId}/passed-on`;

/** PN1: the rows of one school as they stand now: a hash of the heads of its cells and of its branches. */
export function rowsHash(registers: Registers, campaignId: string, formId: string, sha256: Sha256): string {
  const ids = [...registers].flatMap(([path, heads]) =>
    path.startsWith(`${campaignId}/${formId}/`) || path.startsWith('-/branch:') ? heads.map(({ id }) => id) : [],
  );
  return submissionHash(ids, sha256).slice(0, 16);
}

/** PN1: what the register holds. */
export const passedOnValueOf = ({ schools, at, note }: PassedOn): Json => ({
  schools: [...schools].map(([place, hash]) => ({ place, hash })),
  at,
  note,
});

/** PN1: the same read back; null: nothing was passed on, or nothing readable stands there. */
export function readPassedOn(value: Json): PassedOn | null {
  const { schools, at, note } = propertiesOf(value);
  if (!Array.isArray(schools) || typeof at !== 'string') return null;
  const read = schools.flatMap((one): [string, string][] => {
    const { place, hash } = propertiesOf(one as Json);
    return typeof place === 'string' && typeof hash === 'string' ? [[place, hash]] : [];
  });
  return { schools: new Map(read), at, note: typeof note === 'string' ? note : '' };
}

/** PN2: the schools whose rows are not what was passed on, in the order given: changed since, or not in it. */
export const changedAfter = ({ schools }: PassedOn, now: ReadonlyMap<string, string>): string[] =>
  [...now].flatMap(([place, hash]) => (schools.get(place) === hash ? [] : [place]));
