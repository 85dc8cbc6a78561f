import type { Revision } from './submission/revision.ts';

/** Where revisions are kept. One contract test runs on every implementation (tests/contracts). */
export type RevisionStore = {
  /** ST1: adds what is not there yet, all or nothing; resolves only when durable. Throws when it cannot. */
  append: (revisions: readonly Revision[]) => Promise<void>;
  /** Every revision held, in no promised order. */
  readAll: () => Promise<Revision[]>;
};
