import type { FormColumn } from '../form/column-form.ts';
import type { PlaceTree } from '../places/place-tree.ts';
import type { createMatcher } from './match-places.ts';
import type { Sheet } from './sheet-cells.ts';
import type { TableLedger } from './table-ledger.ts';
import type { KnownSchools, TableSchool } from './table-reading.ts';

/** What rows are read with. */
export type RowReader = {
  tree: PlaceTree;
  columns: readonly FormColumn[];
  branchesOf: KnownSchools['branchesOf'];
  matchSchool: ReturnType<typeof createMatcher>;
  matchMunicipality: ReturnType<typeof createMatcher>;
  ledger: TableLedger;
  /** schools met so far, by id of their places */
  met: Map<string, TableSchool>;
};

export type Table = {
  sheet: Sheet;
  /** where our columns stand */
  columns: ReadonlyMap<string, number>;
  /** the municipality whose rows these are, and the school the last row was of; `left`: one that is not taken */
  state: { municipality: string | null; school: TableSchool | 'left' | null; name?: string };
};
