/** SC6: two decimals, half away from zero, for values from 0; what is printed is what is compared. */
export const round2 = (value: number): number => Math.floor(value * 100 + 0.5 + 1e-9) / 100;
