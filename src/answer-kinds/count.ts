/** A count as stored: a whole number, zero or more, that a number holds exactly. */
export const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
