import { headsOf, type RegisterView } from './registers.ts';
import type { Revision } from './revision.ts';

/** All revisions of one history by register; adding touches only the registers concerned. */
export class RevisionIndex {
  readonly #byId = new Map<string, Revision>();
  readonly #byPath = new Map<string, Revision[]>();
  readonly #heads = new Map<string, RegisterView>();

  get size(): number {
    return this.#byId.size;
  }

  has(id: string): boolean {
    return this.#byId.has(id);
  }

  /** The one added first; undefined while there is none. */
  first(): Revision | undefined {
    const [revision] = this.#byId.values();
    return revision;
  }

  all(): Revision[] {
    return [...this.#byId.values()];
  }

  /** RV7: adding is a union: known revisions change nothing, order does not matter. Returns the paths that changed. */
  add(revisions: Iterable<Revision>): Set<string> {
    const touched = new Set<string>();
    for (const revision of revisions) {
      if (this.#byId.has(revision.id)) continue;
      this.#byId.set(revision.id, revision);
      const own = this.#byPath.get(revision.path);
      if (own) own.push(revision);
      else this.#byPath.set(revision.path, [revision]);
      touched.add(revision.path);
    }
    for (const path of touched) this.#heads.set(path, headsOf(this.#byPath.get(path) ?? []));
    return touched;
  }

  /** Heads of every register written so far. */
  registers(): ReadonlyMap<string, RegisterView> {
    return new Map(this.#heads);
  }

  heads(path: string): RegisterView {
    return this.#heads.get(path) ?? [];
  }

  /** Revisions of one register, oldest generation first. */
  historyOf(path: string): Revision[] {
    return [...(this.#byPath.get(path) ?? [])].sort((a, b) => a.gen - b.gen || (a.id < b.id ? -1 : 1));
  }
}
