/** Takes `count` from what this one may still have; false: it is too much, and nothing was taken. */
export type Allowance = (who: string, count: number, now: number) => boolean;

/** HX12: a number for everyone that is full again with every hour, or other period; kept by the process, for it protects the process. */
export function createAllowance(most: number, periodInMs = 3_600_000): Allowance {
  let period = 0;
  const takenBy = new Map<string, number>();
  return (who, count, now) => {
    const current = Math.floor(now / periodInMs);
    if (current !== period) takenBy.clear();
    period = current;
    const taken = (takenBy.get(who) ?? 0) + count;
    if (taken > most) return false;
    takenBy.set(who, taken);
    return true;
  };
}

/** HX12: what devices may bring and ask. */
export type Allowances = { requests: Allowance; revisions: Allowance; revisionsOfPlace: Allowance };

/** HX12: a school brings some thousands of revisions a year; what a device has noted without a network for years fits too. */
export const createAllowances = (): Allowances => ({
  requests: createAllowance(20_000),
  revisions: createAllowance(50_000),
  revisionsOfPlace: createAllowance(200_000, 86_400_000),
});
