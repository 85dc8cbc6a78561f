/** Takes `count` from what this one may still bring; false: it is too much, and nothing was taken. */
export type Allowance = (who: string, count: number, now: number) => boolean;

/** HX12: a number for everyone that is full again with every hour; kept by the process, for it protects the process. */
export function createAllowance(mostAnHour: number): Allowance {
  let hour = 0;
  const takenBy = new Map<string, number>();
  return (who, count, now) => {
    const current = Math.floor(now / 3_600_000);
    if (current !== hour) takenBy.clear();
    hour = current;
    const taken = (takenBy.get(who) ?? 0) + count;
    if (taken > mostAnHour) return false;
    takenBy.set(who, taken);
    return true;
  };
}
