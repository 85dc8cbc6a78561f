import { createMatcher, type Match } from '../monitoring-table/match-places.ts';
import { plainWords } from '../monitoring-table/sheet-cells.ts';
import type { Place } from '../places/place.ts';
import { isWithin, placeTreeOf } from '../places/place-tree.ts';
import type { ListRow } from './brought-list.ts';

/** What a person said of lines, by `lineKeyOf`: the school it is; null: none of the network. */
type LineDecisions = ReadonlyMap<string, string | null>;

/** What a line of the list turned out to be; every line is exactly one of these. */
export type LineStanding =
  /** it is this school; `differs`: what is written otherwise than in the network */
  | { kind: 'met'; row: ListRow; school: Place; decided: boolean; differs: readonly Difference[] }
  /** the school stands in the list above already, in this row */
  | { kind: 'twice'; row: ListRow; school: Place; decided: boolean; first: number }
  /** a person is to say which school it is, or that it is none */
  | { kind: 'doubtful'; row: ListRow; candidates: readonly Place[] }
  /** no school of the network */
  | { kind: 'foreign'; row: ListRow; decided: boolean };

type Difference = 'name' | 'address' | 'municipality';

export type Reconciliation = {
  /** in the order of the list */
  lines: readonly LineStanding[];
  /** schools of the network that no line is sure to be, in the order of the network */
  missing: readonly Place[];
};

/** RC4: a line by what it says; spelling of case, quotation marks and punctuation does not matter. */
export const lineKeyOf = ({ name, address, municipality }: ListRow): string =>
  [name, address, municipality].map((text) => plainWords(text).join(' ')).join('|');

export type Reconciler = {
  /** OF3: looks a line up among the schools, which takes its time, once: a long list is met a slice at a time and reconciled after */
  meet: (row: ListRow) => Match;
  reconcile: (rows: readonly ListRow[], decisions: LineDecisions) => Reconciliation;
};

/**
 * RC2, RC3: what each line of a list is among the schools of the network. Lines are met by name and address as tables are (XT2),
 * within the municipality they name where it is known; a decision is followed before anything is guessed. `places`: the region's tree.
 */
export function createReconciler(places: readonly Place[], network: readonly Place[]): Reconciler {
  const tree = placeTreeOf(places);
  const byId = new Map(network.map((school) => [school.id, school]));
  const matchSchool = createMatcher(network);
  const matchMunicipality = onceByText(createMatcher(places.filter(({ kind }) => kind === 'municipality')));

  const known = new Map<string, Match>();
  function meet(row: ListRow): Match {
    const words = JSON.stringify([row.name, row.address, row.municipality]);
    const found = known.get(words) ?? meetAnew(row);
    known.set(words, found);
    return found;
  }

  function meetAnew({ name, address, municipality }: ListRow): Match {
    const text = [name, address].filter(Boolean).join(', ');
    const above = municipality === '' ? null : matchMunicipality(municipality).sure;
    if (above === null) return matchSchool(text);
    const near = matchSchool(text, (id) => isWithin(tree, id, above));
    return near.candidates.length > 0 ? near : { ...matchSchool(text), sure: null };
  }

  function differencesOf(row: ListRow, school: Place): Difference[] {
    const above = row.municipality === '' ? null : matchMunicipality(row.municipality).sure;
    return [
      ...([school.name, school.shortName].some((name) => isSameText(row.name, name)) ? [] : ['name' as const]),
      ...(row.address === '' || isSameText(row.address, school.address) ? [] : ['address' as const]),
      ...(above === null || isWithin(tree, school.id, above) ? [] : ['municipality' as const]),
    ];
  }

  function reconcile(rows: readonly ListRow[], decisions: LineDecisions): Reconciliation {
    const firstRows = new Map<string, number>();
    const lines = rows.map((row): LineStanding => {
      const decision = decisions.get(lineKeyOf(row));
      // a school that has left the network since is asked about anew
      const follows = decision === null || (decision !== undefined && byId.has(decision));
      if (follows && decision === null) return { kind: 'foreign', row, decided: true };
      const { sure, candidates } = follows ? { sure: decision ?? null, candidates: [] } : meet(row);
      const school = byId.get(sure ?? '');
      if (!school) {
        const offered = candidates.flatMap((id) => byId.get(id) ?? []);
        return offered.length > 0
          ? { kind: 'doubtful', row, candidates: offered }
          : { kind: 'foreign', row, decided: false };
      }
      const first = firstRows.get(school.id);
      if (first !== undefined) return { kind: 'twice', row, school, decided: follows, first };
      firstRows.set(school.id, row.row);
      return { kind: 'met', row, school, decided: follows, differs: differencesOf(row, school) };
    });
    return { lines, missing: network.filter(({ id }) => !firstRows.has(id)) };
  }
  return { meet, reconcile };
}

function onceByText<Made>(make: (text: string) => Made): (text: string) => Made {
  const made = new Map<string, Made>();
  return (text) => {
    const one = made.get(text) ?? make(text);
    made.set(text, one);
    return one;
  };
}

const isSameText = (one: string, other: string): boolean => plainWords(one).join(' ') === plainWords(other).join(' ');

/** RC5: how many of the schools of each municipality a list has, and the lines still to be decided. `above` null: directly under the region. */
export function agreementOf({ missing }: Reconciliation, network: readonly Place[]) {
  const lacking = new Set(missing.map(({ id }) => id));
  const byMunicipality = new Map<string | null, { found: number; of: number }>();
  for (const { id, parent } of network) {
    const counted = byMunicipality.get(parent) ?? { found: 0, of: 0 };
    byMunicipality.set(parent, { found: counted.found + (lacking.has(id) ? 0 : 1), of: counted.of + 1 });
  }
  return byMunicipality;
}
