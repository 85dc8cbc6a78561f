import { headsOf, type RegisterView } from './registers.ts';
import type { Revision } from './revision.ts';

/** All revisions of one history by register; adding touches only the registers concerned. */
export class RevisionIndex {
  readonly #byId = new Map<string, Revision>();
  readonly #byPath = new Map<string, Revision[]>();
  readonly #heads = new Map<string, RegisterView>();
  /** what came together, in order of coming; what stood in the store at start-up came first and together */
  readonly #arrivals: Revision[][] = [];

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
    const arrived: Revision[] = [];
    for (const revision of revisions) {
      if (this.#byId.has(revision.id)) continue;
      arrived.push(revision);
      this.#byId.set(revision.id, revision);
      const own = this.#byPath.get(revision.path);
      if (own) own.push(revision);
      else this.#byPath.set(revision.path, [revision]);
      touched.add(revision.path);
    }
    if (arrived.length > 0) this.#arrivals.push(arrived);
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

  /**
   * CH1: the last changes, superseded ones included, newest first: by the order they came in, and, of those that came
   * together, by the instant their clocks told (offsets differ, so never by its text), an answer never before what it answers.
   */
  latest(count: number): Revision[] {
    const found: Revision[] = [];
    for (let at = this.#arrivals.length - 1; at >= 0 && found.length < count; at -= 1)
      found.push(...newestFirst(this.#arrivals[at] ?? []));
    return found.slice(0, count);
  }
}

function newestFirst(revisions: readonly Revision[]): Revision[] {
  const instants = new Map<string, number>();
  for (const { id, at, parents } of [...revisions].sort((a, b) => a.gen - b.gen)) {
    const told = Date.parse(at); // a clock that tells nothing readable is older than any other
    const answered = parents.map((parent) => instants.get(parent) ?? 0);
    instants.set(id, Math.max(Number.isNaN(told) ? 0 : told, ...answered));
  }
  const instantOf = ({ id }: Revision) => instants.get(id) ?? 0;
  return [...revisions].sort((a, b) => instantOf(b) - instantOf(a) || b.gen - a.gen || (a.id < b.id ? 1 : -1));
}
