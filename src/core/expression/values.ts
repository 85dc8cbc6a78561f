import { dayNumberOf } from '../../answer-kinds/day.ts';

/** What an expression comes to. */
export type Value = string | number | boolean;

/** EX2: a text made by an expression ends here, so that texts made of texts do not grow without end. */
export const longestText = 4000;

const numberPattern = /^[ \t\r\n]*(-?(?:\d+(?:\.\d*)?|\.\d+))[ \t\r\n]*$/;
const dayPattern = /^\d{4}-\d\d-\d\d(?=$|T\d\d:\d\d)/;

/**
 * EX4 (XPath 1.0, 4.4; ODK `number`): true is 1, a text of digits its number, a day the days since 1970-01-01; empty and any
 * other text is NaN.
 */
export function toNumber(value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const digits = numberPattern.exec(value)?.[1];
  if (digits !== undefined) return Number(digits);
  const day = dayPattern.exec(value.trim())?.[0];
  return day === undefined ? Number.NaN : (dayNumberOf(day) ?? Number.NaN);
}

/** EX4 (XPath 1.0, 4.2): numbers in decimal form, whole ones without a point. */
export function toText(value: Value): string {
  if (typeof value !== 'number') return String(value).slice(0, longestText);
  if (Object.is(value, -0)) return '0';
  const text = String(value);
  if (!text.includes('e')) return text;
  return Math.abs(value) >= 1 ? BigInt(value).toString() : value.toFixed(20).replace(/\.?0+$/, '');
}

/** EX4 (XPath 1.0, 4.3): a number other than 0 and NaN, a text that is not empty. */
export function toTruth(value: Value): boolean {
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value);
  return typeof value === 'boolean' ? value : value !== '';
}

/** EX4 (XPath 1.0, 3.4): equal as truths when one is a truth, else as numbers when one is a number, else as texts. */
export function isEqual(left: Value, right: Value): boolean {
  if (typeof left === 'boolean' || typeof right === 'boolean') return toTruth(left) === toTruth(right);
  if (typeof left === 'number' || typeof right === 'number') return toNumber(left) === toNumber(right);
  return left === right;
}
