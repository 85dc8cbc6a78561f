import type { PassportFigure } from '../form/form.ts';
import type { Json } from '../json.ts';
import { propertiesOf } from './answer.ts';
import { type Facts, firstValue } from './facts.ts';

/** The passport's figures that scoring uses; null: not typed yet. */
export type Totals = Record<PassportFigure, number | null>;

/**
 * PP1: pupils, teachers and classes are the school's own figure plus its branches'.
 * PP2: buildings are the rows where lessons are held, branches' included; none typed is unknown, not zero.
 */
export function totalsOf(facts: Facts): Totals {
  const own = (name: string): number | null => countOf(firstValue(facts, `-/passport/${name}`));
  const branches = rowsOf(facts, '-/branch:');
  const withBranches = (name: 'pupils' | 'teachers' | 'classes'): number | null => {
    const figure = own(name);
    if (figure === null) return null;
    return branches.reduce((sum, [, branch]) => sum + (countOf(branch[name] ?? null) ?? 0), figure);
  };
  const buildings = rowsOf(facts, '-/passport/building:');
  return {
    pupils: withBranches('pupils'),
    teachers: withBranches('teachers'),
    classes: withBranches('classes'),
    staffWithAccess: own('staffWithAccess'),
    grad9: own('grad9'),
    grad11: own('grad11'),
    buildings: buildings.length === 0 ? null : buildings.filter(([, row]) => row.lessonsHeld === true).length,
  };
}

/** PP3: the figures still missing of those asked for, by register key; buildings, last, are missing while no row is typed. */
export function passportMissing(totals: Totals, asked: readonly PassportFigure[]): string[] {
  const missing = asked.filter((name) => totals[name] === null);
  const figures = missing.filter((name) => name !== 'buildings').map((name) => `-/passport/${name}`);
  return missing.includes('buildings') ? [...figures, '-/passport/building:'] : figures;
}

/** Rows of a table of the place, by the path their keys begin with: [row id, row], removed ones left out, in key order. */
export function rowsOf(facts: Facts, prefix: string): [string, { readonly [key: string]: Json }][] {
  return [...facts.keys()]
    .filter((key) => key.startsWith(prefix) && !key.slice(prefix.length).includes('/'))
    .sort()
    .map((key): [string, Json] => [key.slice(prefix.length), firstValue(facts, key)])
    .filter(([, value]) => value !== null)
    .map(([id, value]) => [id, propertiesOf(value)]);
}

/** A whole number from 0; anything else is unknown. */
export const countOf = (value: Json): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : null;
