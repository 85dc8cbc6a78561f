import { createMatcher, type Named } from '../monitoring-table/match-places.ts';
import { plainWords } from '../monitoring-table/sheet-cells.ts';
import type { Facts } from '../submission/facts.ts';

/** Two rows that may be of one branch: the school's own, and that of the branch's device. */
export type BranchTwins = {
  /** ids of both, sorted */
  ids: readonly [string, string];
  /** the register of what the school says of them */
  key: string;
  /** the row that counts, and the other does not; null: they are two branches, as the school has said */
  counted: string | null;
  /** whether the school has said which */
  isDecided: boolean;
};

type Row = Named & { row: ReadonlyMap<string, unknown> };

/** What stands in the register when they are two branches; else the id of the row that counts. */
export const twoBranches = 'two';

const keyOf = (ids: readonly [string, string]): string => `twins:${ids.join('+')}#counted`;

/**
 * CX3: two rows whose names are written alike and whose addresses do not part them are taken for one branch until the school says
 * otherwise: only one counts, the one the school chose, else the fuller one. Rows numbered in one file are known apart.
 */
export function branchTwinsOf(rows: readonly Row[], facts: Facts): BranchTwins[] {
  const out = new Set<string>();
  const twins: BranchTwins[] = [];
  for (const [at, one] of rows.entries())
    for (const other of rows.slice(at + 1)) {
      if (out.has(one.id) || out.has(other.id) || !areAlike(one, other)) continue;
      const ids = [one.id, other.id].sort() as [string, string];
      const said = facts.get(keyOf(ids)) ?? [];
      const chosen = said.length === 1 ? said[0] : undefined;
      const isDecided = chosen === twoBranches || ids.some((id) => id === chosen);
      const fuller = other.row.size > one.row.size ? other.id : one.id;
      const counted = chosen === twoBranches ? null : isDecided ? String(chosen) : fuller;
      twins.push({ ids, key: keyOf(ids), counted, isDecided });
      if (counted !== null) out.add(counted === one.id ? other.id : one.id);
    }
  return twins;
}

/** The ids of the rows that do not count. */
export const twinsLeftOut = (twins: readonly BranchTwins[]): ReadonlySet<string> =>
  new Set(twins.flatMap(({ ids, counted }) => (counted === null ? [] : ids.filter((id) => id !== counted))));

/** Only a cell tells of it, and it is called by its id. */
const isNameless = ({ id, name }: Row): boolean => name.trim() === '' || name === id;
const isNumbered = ({ id }: Row): boolean => /^\d{1,3}$/.test(id);

function areAlike(one: Row, other: Row): boolean {
  if (isNumbered(one) && isNumbered(other)) return false;
  if (isNameless(one) || isNameless(other)) return false;
  const [ours, theirs] = [wordsOfAddress(one.address), wordsOfAddress(other.address)];
  if (ours.length > 0 && theirs.length > 0 && !ours.some((word) => theirs.includes(word))) return false;
  return createMatcher([{ ...one, address: '' }])(other.name).sure !== null;
}

/** What tells one address from another: names of villages and streets, without what every address has. */
const wordsOfAddress = (address: string): string[] =>
  plainWords(address).filter(
    (word) => word.length > 2 && !/^(дом|сел[оа]|пос|поселок|деревня|дер|хутор|город|улица|переулок|район)$/.test(word),
  );
