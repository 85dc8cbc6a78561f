import { dateText } from '../texts/numbers.ts';

/** A revision's own clock as people read it: «06.07.2026, 14:32». */
export const momentText = (at: string): string => `${dateText(at.slice(0, 10))}, ${at.slice(11, 16)}`;
