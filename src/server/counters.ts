/** upper bounds in seconds: from a turn with nothing new to a device on a line that hardly works */
export const durationBounds = [0.005, 0.02, 0.1, 0.5, 2, 10, 60];

/** What one process has served since it began; numbers only, nothing of what was sent. */
export type Counters = {
  /** by route and status */
  requests: Map<string, { route: string; status: number; count: number }>;
  /** by route: how many took at most each bound, and the last entry all of them */
  durations: Map<string, { within: number[]; sumInSeconds: number }>;
  turns: number;
  diverged: number;
  stored: number;
  refused: number;
};

export const createCounters = (): Counters => ({
  requests: new Map(),
  durations: new Map(),
  turns: 0,
  diverged: 0,
  stored: 0,
  refused: 0,
});

export function countRequest(counters: Counters, route: string, status: number, seconds: number): void {
  const key = `${route} ${status}`;
  const known = counters.requests.get(key) ?? { route, status, count: 0 };
  counters.requests.set(key, { ...known, count: known.count + 1 });
  const duration = counters.durations.get(route) ?? {
    within: [...durationBounds, Infinity].map(() => 0),
    sumInSeconds: 0,
  };
  for (const [at, bound] of [...durationBounds, Infinity].entries())
    if (seconds <= bound) duration.within[at] = (duration.within[at] ?? 0) + 1;
  duration.sumInSeconds += seconds;
  counters.durations.set(route, duration);
}
