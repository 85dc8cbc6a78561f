import { ownOf } from '../own-of.ts';
import { longestText, toNumber, toText, toTruth, type Value } from './values.ts';

type Arity = { least: number; most: number };
type Fn = Arity & { run: (args: readonly Value[], today: string) => Value };

const mostArguments = 50;

const fixed = (count: number, run: Fn['run']): Fn => ({ least: count, most: count, run });
const ofSome = (run: Fn['run']): Fn => ({ least: 1, most: mostArguments, run });
const text = (args: readonly Value[], at: number): string => toText(args[at] ?? '');
const number = (args: readonly Value[], at: number): number => toNumber(args[at] ?? '');
const itemsOf = (list: string): string[] => list.split(/\s+/).filter((item) => item !== '');

/** Numbers of all the arguments: of an empty one it is NaN, and so is what comes of them all (ODK: empty is never 0). */
const fold = (args: readonly Value[], join: (left: number, right: number) => number): number =>
  args.map(toNumber).reduce((left, right) => join(left, right));

/** EX3: the functions known, with how many arguments they take; each as in the ODK XForms specification. `if` is evaluated apart. */
const functions: Readonly<Record<string, Fn>> = {
  true: fixed(0, () => true),
  false: fixed(0, () => false),
  not: fixed(1, ([value = '']) => !toTruth(value)),
  boolean: fixed(1, ([value = '']) => toTruth(value)),
  if: fixed(3, ([condition = '', then = '', otherwise = '']) => (toTruth(condition) ? then : otherwise)),
  coalesce: { least: 2, most: mostArguments, run: (args) => args.find((value) => toText(value) !== '') ?? '' },
  number: fixed(1, (args) => number(args, 0)),
  int: fixed(1, (args) => Math.trunc(number(args, 0))),
  round: { least: 1, most: 2, run: (args) => round(number(args, 0), args.length > 1 ? number(args, 1) : 0) },
  abs: fixed(1, (args) => Math.abs(number(args, 0))),
  min: ofSome((args) => fold(args, Math.min)),
  max: ofSome((args) => fold(args, Math.max)),
  sum: ofSome((args) => fold(args, (left, right) => left + right)),
  string: fixed(1, (args) => text(args, 0)),
  concat: ofSome((args) => args.map(toText).join('').slice(0, longestText)),
  'string-length': fixed(1, (args) => [...text(args, 0)].length),
  contains: fixed(2, (args) => text(args, 0).includes(text(args, 1))),
  'starts-with': fixed(2, (args) => text(args, 0).startsWith(text(args, 1))),
  'ends-with': fixed(2, (args) => text(args, 0).endsWith(text(args, 1))),
  selected: fixed(2, (args) => itemsOf(text(args, 0)).includes(text(args, 1).trim())),
  'count-selected': fixed(1, (args) => itemsOf(text(args, 0)).length),
  today: fixed(0, (_args, today) => today),
  date: fixed(1, ([value = '']) => dayOf(toNumber(value))),
  'decimal-date-time': fixed(1, (args) => number(args, 0)),
};

/** EX3: how many arguments a function takes; undefined: it is not known. */
export const arityOf = (name: string): Arity | undefined => ownOf(functions, name);

/** EX3: what a known function gives. */
export const runFunction = (name: string, args: readonly Value[], today: string): Value =>
  ownOf(functions, name)?.run(args, today) ?? '';

/** XPath 1.0: half goes up; ODK: to so many places after the point, before it when negative. */
function round(value: number, places: number): number {
  const digits = Math.min(15, Math.max(-15, Math.trunc(places)));
  if (!Number.isFinite(value) || Number.isNaN(digits) || String(value).includes('e')) return Math.round(value);
  return Number(`${Math.round(Number(`${value}e${digits}`))}e${-digits}`);
}

/** The day so many days after 1970-01-01, YYYY-MM-DD; empty: there is no such day. */
function dayOf(days: number): string {
  if (!Number.isFinite(days) || Math.abs(days) > 2_932_896) return '';
  const whole = Math.floor(days) + 719_468;
  const era = Math.floor(whole / 146_097);
  const ofEra = whole - era * 146_097;
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * ofYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const day = ofYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
