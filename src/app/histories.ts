import type { Revision } from '../core/submission/revision.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';

/** Every revision on this device: the school's own history, those it reads, and what was answered before a code. */
export class Histories {
  readonly #indexes = new Map<string, RevisionIndex>();
  readonly #ids = new Set<string>();
  /** of histories below an officer, as the endpoint gave them: they stand once on this device and can be had again (OF2) */
  readonly #pulled = new Set<string>();
  readonly #madeIn = new Set<string>();
  #tell: ((changed: ReadonlySet<string>) => void) | null = null;

  get size(): number {
    return this.#ids.size;
  }

  get names(): string[] {
    return [...this.#indexes.keys()];
  }

  /** The history this device has been writing into: a school's before one from the time before a code; null: nothing yet. */
  ownOnDevice(): string | null {
    const written = this.names.filter((name) => this.of(name).size > 0 && !/:(public|office)$/.test(name));
    return written.find((name) => !name.startsWith('local:')) ?? written[0] ?? null;
  }

  has(id: string): boolean {
    return this.#ids.has(id);
  }

  /** One history; an unknown one is empty. */
  of(history: string): RevisionIndex {
    const known = this.#indexes.get(history);
    if (known) return known;
    const made = new RevisionIndex();
    this.#indexes.set(history, made);
    return made;
  }

  all(): Revision[] {
    return [...this.#indexes.values()].flatMap((index) => index.all());
  }

  /** What stands in both copies: all but what was pulled from below. */
  made(history?: string): Revision[] {
    const all = history === undefined ? this.all() : this.of(history).all();
    return this.#pulled.size === 0 ? all : all.filter(({ id }) => !this.#pulled.has(id));
  }

  /** The histories with anything of that. */
  madeIn(): string[] {
    return [...this.#madeIn];
  }

  /** Calls with the names of histories whenever something new stands in them. */
  onChange(tell: (changed: ReadonlySet<string>) => void): void {
    this.#tell = tell;
  }

  /** OF2: what the endpoint gave of histories below an officer. */
  addPulled(revisions: readonly Revision[]): Set<string> {
    for (const { id } of revisions) if (!this.#ids.has(id)) this.#pulled.add(id);
    return this.add(revisions);
  }

  /** RV7 for all of them; the histories that changed. */
  add(revisions: readonly Revision[]): Set<string> {
    const changed = new Set<string>();
    const byHistory = new Map<string, Revision[]>();
    for (const revision of revisions) {
      if (this.#ids.has(revision.id)) continue;
      this.#ids.add(revision.id);
      if (!this.#pulled.has(revision.id)) this.#madeIn.add(revision.history);
      byHistory.set(revision.history, [...(byHistory.get(revision.history) ?? []), revision]);
    }
    for (const [history, arrived] of byHistory) if (this.of(history).add(arrived).size > 0) changed.add(history);
    if (changed.size > 0) this.#tell?.(changed);
    return changed;
  }
}
