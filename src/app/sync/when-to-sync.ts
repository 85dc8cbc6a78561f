export type Schedule = {
  /** a turn ended well: the next one by itself only looks for what others have brought */
  succeeded: () => void;
  /** nothing goes on by itself: a person has to act first */
  rest: () => void;
  /** a turn failed: the next try by itself, in milliseconds */
  failed: () => number;
  /** something new was saved: a turn after a quiet pause, unless a later try is planned after a failure */
  changed: () => void;
  /** now, because the network came back, the window is seen again or the person asked; the wait starts over */
  now: () => void;
};

const quietPauseInMs = 4000;
const firstWaitInMs = 5000;
const longestWaitInMs = 300_000;

/** N10: the wait doubles up to five minutes, each time between half and all of it, so that a district does not come back at once. */
export function createSchedule(run: () => void, chance: () => number): Schedule {
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const plan = (inMs: number) => {
    clearTimeout(timer);
    timer = setTimeout(run, inMs);
  };
  return {
    succeeded: () => {
      failures = 0;
      plan(longestWaitInMs);
    },
    rest: () => {
      failures = 0;
      clearTimeout(timer);
    },
    failed: () => {
      const longest = Math.min(longestWaitInMs, firstWaitInMs * 2 ** failures);
      failures += 1;
      const wait = longest * (0.5 + chance() / 2);
      plan(wait);
      return wait;
    },
    changed: () => {
      if (failures === 0) plan(quietPauseInMs);
    },
    now: () => {
      clearTimeout(timer);
      run();
    },
  };
}
