/** The share of the first step, from the highest down, that a figure reaches; below all of them nothing. */
export const byStep = (figure: number, steps: readonly (readonly [number, number])[]): number =>
  steps.find(([least]) => figure >= least)?.[1] ?? 0;
