import type { ColumnForm } from '../../core/form/column-form.ts';
import type { Json } from '../../core/json.ts';
import type { Collected } from '../../core/monitoring/plan-collection.ts';

/** What a report of the region's monitoring reads; nothing else enters it. */
export type RegionInput = {
  form: ColumnForm;
  collected: Collected;
  /** the same of the campaign before; null: there is none, or nobody sent anything in it */
  previous: Collected | null;
  /** YYYY-MM-DD */
  reportDate: string;
};

/** Finds what a register only names by its hash: of a school, by the register's path; null: it is not at hand. */
export type PrivateOf = (placeId: string, path: string) => Json;
