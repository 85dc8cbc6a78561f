/** So many of so many; `percent`: whole, null where there is nobody. */
export type Share = { n: number; of: number; percent: number | null };

/** NR4: a share in whole percents, half up: 33 of 90 is 37 %. */
export const shareOf = (n: number, of: number): Share => ({
  n,
  of,
  // in whole numbers: no half is lost on the way
  percent: of === 0 ? null : Math.floor((200 * n + of) / (2 * of)),
});

/** NR5: whole percents of parts that make up a whole add up to 100: what is missing goes to the greatest remainders, of equal ones to the smaller part. */
export function partsOfHundred(counts: readonly number[]): readonly number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 0);
  const whole = counts.map((count) => Math.floor((100 * count) / total));
  const missing = 100 - whole.reduce((sum, percent) => sum + percent, 0);
  const remainder = (at: number): number => (100 * (counts[at] ?? 0)) % total;
  const first = counts
    .map((_, at) => at)
    .sort((a, b) => remainder(b) - remainder(a) || (counts[a] ?? 0) - (counts[b] ?? 0) || a - b)
    .slice(0, missing);
  return whole.map((percent, at) => percent + (first.includes(at) ? 1 : 0));
}
