import type { RevisionStore } from '../../src/core/revision-store.ts';
import type { Revision } from '../../src/core/submission/revision.ts';

/** The smallest store that keeps the contract; nothing outlives it. */
export class MemoryStore implements RevisionStore {
  readonly #revisions = new Map<string, Revision>();

  async append(revisions: readonly Revision[]): Promise<void> {
    if (revisions.some(({ id }) => typeof id !== 'string')) throw new TypeError('a revision without an id');
    for (const revision of revisions) this.#revisions.set(revision.id, revision);
  }

  async readAll(): Promise<Revision[]> {
    return [...this.#revisions.values()];
  }
}
