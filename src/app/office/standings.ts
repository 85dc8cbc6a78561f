import { type ReadonlySignal, signal } from '@preact/signals';
import type { Standing } from '../../core/verification/standing.ts';

export type Standings = {
  /** by history; never taken away, only replaced */
  all: ReadonlySignal<ReadonlyMap<string, Standing>>;
  /** null: everything asked for is computed */
  progress: ReadonlySignal<{ done: number; of: number } | null>;
  /** these have to be computed anew */
  doubt: (histories: Iterable<string>) => void;
  /** which are wanted, in which order, and all of them anew */
  want: (histories: readonly string[]) => void;
};

type Parts = {
  compute: (history: string) => Standing;
  /** whether its revisions are here */
  isReady: (history: string) => boolean;
  /** milliseconds of a clock that only goes on */
  clock: () => number;
};

/** So long the computing may keep keys and touches waiting. */
const sliceInMs = 40;

/** OF3: one standing a school, computed only when that school has changed, a slice at a time. */
export function createStandings({ compute, isReady, clock }: Parts): Standings {
  const all = signal<ReadonlyMap<string, Standing>>(new Map());
  const progress = signal<{ done: number; of: number } | null>(null);
  let wanted: readonly string[] = [];
  let [stale, isRunning] = [new Set<string>(), false];

  const next = () => wanted.find((history) => stale.has(history) && isReady(history));

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    await pause(); // what else changes in the same breath comes into the same slice
    while (next() !== undefined) {
      const fresh = new Map(all.value);
      const began = clock();
      for (let history = next(); history !== undefined && clock() - began < sliceInMs; history = next()) {
        stale.delete(history);
        fresh.set(history, compute(history));
      }
      all.value = fresh;
      tell();
      await pause();
    }
    isRunning = false;
    tell();
  }

  function tell(): void {
    const left = wanted.filter((history) => stale.has(history) && isReady(history)).length;
    progress.value = left === 0 ? null : { done: wanted.length - left, of: wanted.length };
  }

  return {
    all,
    progress,
    doubt: (histories) => {
      for (const history of histories) stale.add(history);
      void run();
    },
    want: (histories) => {
      wanted = histories;
      stale = new Set(histories);
      void run();
    },
  };
}

const pause = () => new Promise<void>((done) => setTimeout(done));
