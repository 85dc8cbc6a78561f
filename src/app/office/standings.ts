import { type ReadonlySignal, signal } from '@preact/signals';
import type { Standing } from '../../core/verification/standing.ts';

/** What is computed of every history, a standing where nothing else is said. */
export type Standings<Made = Standing> = {
  /** by history; never taken away, only replaced */
  all: ReadonlySignal<ReadonlyMap<string, Made>>;
  /** null: everything asked for is computed */
  progress: ReadonlySignal<{ done: number; of: number } | null>;
  /** these have to be computed anew */
  doubt: (histories: Iterable<string>) => void;
  /** which are wanted, in which order, and all of them anew */
  want: (histories: readonly string[]) => void;
};

type Parts<Made> = {
  compute: (history: string) => Made;
  /** whether its revisions are here */
  isReady: (history: string) => boolean;
  /** milliseconds of a clock that only goes on */
  clock: () => number;
};

/** So long the computing may keep keys and touches waiting. */
const sliceInMs = 40;
const betweenShowsInMs = 200;

/** OF3: one standing a school, computed only when that school has changed, a slice at a time. */
export function createStandings<Made = Standing>({ compute, isReady, clock }: Parts<Made>): Standings<Made> {
  const all = signal<ReadonlyMap<string, Made>>(new Map());
  const progress = signal<{ done: number; of: number } | null>(null);
  const computed = new Map<string, Made>();
  let shownAt = Number.NEGATIVE_INFINITY;
  let showing: ReturnType<typeof setTimeout> | undefined;
  let wanted: readonly string[] = [];
  let [stale, isRunning] = [new Set<string>(), false];

  const next = () => wanted.find((history) => stale.has(history) && isReady(history));

  async function run(): Promise<void> {
    if (isRunning) return;
    isRunning = true;
    await pause(); // what else changes in the same breath comes into the same slice
    while (next() !== undefined) {
      const began = clock();
      for (let history = next(); history !== undefined && clock() - began < sliceInMs; history = next()) {
        stale.delete(history);
        computed.set(history, compute(history));
      }
      show();
      tell();
      await pause();
    }
    isRunning = false;
    tell();
  }

  /** A whole municipality that is being computed is not drawn anew for every school of it. */
  function show(): void {
    if (showing !== undefined) return;
    const wait = Math.max(0, shownAt + betweenShowsInMs - clock());
    const now = () => {
      showing = undefined;
      shownAt = clock();
      all.value = new Map(computed);
    };
    if (wait === 0) now();
    else showing = setTimeout(now, wait);
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
