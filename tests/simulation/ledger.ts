import type { Revision } from '../../src/core/submission/revision.ts';

/** An event of the run: its value is written once only, so it names the event whatever the ids are. */
export const eventOf = ({ history, id, value }: Revision): string => `${history} ${id} ${String(value)}`;

/** What people really did, noted beside the product: what was written, what stood on screen, what was durable or destroyed. */
export class Ledger {
  #written = 0;
  /** value → the values its author had on screen */
  readonly #seen = new Map<string, readonly string[]>();
  /** value → register and moment it was written at */
  readonly #where = new Map<string, string>();
  readonly #durable = new Map<string, Revision>();
  readonly #destroyed = new Set<string>();

  /** A value nobody has written before; `onScreen` is what its author saw. */
  write(path: string, at: string, onScreen: readonly Revision[]): string {
    this.#written += 1;
    const value = `ответ ${this.#written}`;
    this.#where.set(value, `${path} ${at}`);
    this.#seen.set(
      value,
      onScreen.map((one) => String(one.value)),
    );
    return value;
  }

  isWritten({ path, at, value }: Revision): boolean {
    return this.#where.get(String(value)) === `${path} ${at}`;
  }

  /** All that the authors of these values had on screen, and of those, and so on; with the values themselves. */
  knownTo(values: readonly string[]): Set<string> {
    const known = new Set<string>();
    const open = [...values];
    for (let value = open.pop(); value !== undefined; value = open.pop()) {
      if (known.has(value)) continue;
      known.add(value);
      open.push(...(this.#seen.get(value) ?? []));
    }
    return known;
  }

  durable(revisions: readonly Revision[]): void {
    for (const revision of revisions) {
      this.#durable.set(eventOf(revision), revision);
      this.#destroyed.delete(eventOf(revision)); // a backup had it still
    }
  }

  /** Physically gone, unless somebody still holds it. Returns how many are. */
  destroyed(revisions: readonly Revision[], isHeld: (revision: Revision) => boolean): number {
    const gone = revisions.filter((revision) => !isHeld(revision));
    for (const revision of gone) this.#destroyed.add(eventOf(revision));
    return gone.length;
  }

  /** Everything a device held durably and nothing has destroyed. */
  surviving(): Revision[] {
    return [...this.#durable].flatMap(([event, revision]) => (this.#destroyed.has(event) ? [] : [revision]));
  }
}
