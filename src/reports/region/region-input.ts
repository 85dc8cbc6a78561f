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

/** PV8: finds what a register only names by its hash; null: it is not at hand, or was not asked for. */
export type PrivateOf = (hash: string) => Json;
