/** Does a work when its turn comes; null: too many are waiting already. */
export type Turns = <Outcome>(work: () => Promise<Outcome>) => Promise<Outcome | null>;

/** HX6: costly work is done few at a time, first come first served, and no endless line waits for it. */
export function createTurns({ atOnce, mostWaiting }: { atOnce: number; mostWaiting: number }): Turns {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (running < atOnce) running += 1;
    else if (waiting.length >= mostWaiting) return null;
    else await new Promise<void>((turn) => waiting.push(turn));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
