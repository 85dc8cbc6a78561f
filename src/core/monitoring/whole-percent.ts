/** RG1: n of N in whole percents, a half goes up; counted in whole numbers, so nothing is lost on the way. Null: N is 0. */
export const wholePercent = (n: number, of: number): number | null =>
  of > 0 ? Math.floor((200 * n + of) / (2 * of)) : null;

/**
 * RG2: the whole percents of parts that together are everything: they add up to 100. What rounding down leaves goes to the largest
 * remainders; of equal ones to the smaller part first, then by order. Nothing at all: zeros.
 */
export function wholePercents(parts: readonly number[]): number[] {
  const sum = parts.reduce((total, part) => total + part, 0);
  if (sum === 0) return parts.map(() => 0);
  const floors = parts.map((part) => Math.floor((100 * part) / sum));
  const left = 100 - floors.reduce((total, part) => total + part, 0);
  const raised = new Set(
    parts
      .map((part, at) => ({ part, at, remainder: (100 * part) % sum }))
      .sort((a, b) => b.remainder - a.remainder || a.part - b.part || a.at - b.at)
      .slice(0, left)
      .map(({ at }) => at),
  );
  return floors.map((part, at) => (raised.has(at) ? part + 1 : part));
}
