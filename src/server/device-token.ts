import { randomBytes } from 'node:crypto';

const dayInMs = 86_400_000;
/** also the longest a browser keeps a cookie */
export const tokenLivesForDays = 400;

/** EN5: 256 bits of chance, with the day they were made on before them. */
export const createToken = (now: number): string =>
  `${Math.floor(now / dayInMs)}.${randomBytes(32).toString('base64url')}`;

/** EN5: whether a token the endpoint knows is too old to be taken; those of the first version name no day, the device's own counts. */
export function isTooOld(token: string, enrolledAt: number, now: number): boolean {
  const day = /^(\d{1,7})\./.exec(token)?.[1];
  return now / dayInMs - (day === undefined ? enrolledAt / dayInMs : Number(day)) > tokenLivesForDays;
}
