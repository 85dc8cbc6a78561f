import { dateText } from '../texts/numbers.ts';
import { localInstant } from './time.ts';

/** A revision's own clock as people read it: «06.07.2026, 14:32». */
export const momentText = (at: string): string => `${dateText(at.slice(0, 10))}, ${at.slice(11, 16)}`;

/** An instant on this device's clock, without the year: «06.07, 14:34». */
export function shortMoment(instant: string): string {
  const local = localInstant(new Date(instant));
  return `${local.slice(8, 10)}.${local.slice(5, 7)}, ${local.slice(11, 16)}`;
}
