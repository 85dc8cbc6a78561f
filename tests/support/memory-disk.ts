import type { Journal } from '../../src/app/store/journal.ts';
import { toFreshLines, toLines } from '../../src/app/store/journal-lines.ts';

/** A private file system in memory that journals of several tabs share; it can be full, refuse, or be wiped. */
export class MemoryDisk {
  readonly files = new Map<string, string>();
  readonly #open = new Set<string>();
  isFull = false;
  isRefused = false;
  #made = 0;

  get text(): string {
    return [...this.files.values()].join('');
  }

  /** A journal as one tab holds it; `end` is what closing the tab does. */
  openTab(): Journal & { end: () => void } {
    let own = '';
    let read: [string, string][] = [];
    const write = (text: string) => {
      if (this.isFull) throw new DOMException('full', 'QuotaExceededError');
      // a wiped file takes writes through its open handle, and nobody ever sees them again
      const before = this.files.get(own);
      if (before !== undefined) this.files.set(own, before + text);
    };
    return {
      open: async () => {
        if (this.isRefused) throw new DOMException('private window', 'SecurityError');
        read = [...this.files];
        this.#open.delete(own);
        this.#made += 1;
        own = `${this.#made}.ndjson`;
        this.files.set(own, '');
        this.#open.add(own);
        return read.map(([, text]) => text);
      },
      begin: async (revisions) => {
        write(toLines(revisions));
        for (const [name, text] of read)
          if (!this.#open.has(name) && this.files.get(name) === text) this.files.delete(name);
      },
      append: async (revisions) => write(toFreshLines(revisions)),
      end: () => this.#open.delete(own),
    };
  }
}
