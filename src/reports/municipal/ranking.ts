export type Ranked<One> = One & { place: number };

/** MR8: by figure, the highest first; equal figures share a place, the next follows without a gap; ties keep their order. */
export function rankingOf<One extends { percent: number }>(items: readonly One[]): Ranked<One>[] {
  const figures = [...new Set(items.map((one) => one.percent))].sort((a, b) => b - a);
  return items.map((one) => ({ ...one, place: figures.indexOf(one.percent) + 1 })).sort((a, b) => a.place - b.place);
}
