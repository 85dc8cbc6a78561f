import type { Json } from '../json.ts';
import type { Revision } from '../submission/revision.ts';

/** What an officer found of one indicator. `isStale`: the school has answered anew since. */
export type Check = {
  state: 'confirmed' | 'disputed';
  value: Json | null;
  reason: string | null;
  isStale: boolean;
  revision: Revision;
};

/** An indicator given back to the school. */
export type Return = { reason: string; isAnswered: boolean; revision: Revision };
