import * as z from 'zod/mini';
import { dayNumberOf } from '../../answer-kinds/day.ts';
import type { Json } from '../json.ts';
import { fail, ok, type Result } from '../result.ts';
import { longestText, normalizeText } from '../submission/normalize-text.ts';
import type { AnswersProblem } from './answers-problem.ts';

/** A number within bounds, both included. */
export const between = (least: number, most: number) =>
  z
    .number()
    .check(z.refine((typed) => typed >= least && typed <= most, { params: { code: 'out-of-range', least, most } }));
/** A whole number from 0, as the program's fields take it. */
export const count = z.number().check(
  z.refine((typed) => Number.isInteger(typed) && typed >= 0 && typed <= 999_999_999, {
    params: { code: 'wrong-type', expected: 'count' },
  }),
);
/** Free text, stored as typing it would store it: NFC, without spaces around. */
export const textUpTo = (longest: number) =>
  z.string().check(
    z.maxLength(longest),
    z.overwrite((typed) => normalizeText(typed).trim()),
  );
export const text = textUpTo(longestText);
/** A day that exists, YYYY-MM-DD. */
export const day = z
  .string()
  .check(z.refine((typed) => dayNumberOf(typed) !== null, { params: { code: 'not-a-date' } }));
/** The id of a row people add: the program's own are eight random characters. */
export const rowId = z.string().check(z.regex(/^[A-Za-z0-9][\w-]{0,39}$/));

const expectedByType: Readonly<Record<string, 'text' | 'number' | 'boolean' | 'list'>> = {
  string: 'text',
  number: 'number',
  boolean: 'boolean',
  array: 'list',
};

/** The path of a part of a value: `schools` and 0 → `schools[0]`, `readiness` and `K1-04` → `readiness.K1-04`. */
export function pathTo(path: string, ...parts: readonly PropertyKey[]): string {
  return parts.reduce<string>((whole, part) => {
    if (typeof part === 'number') return `${whole}[${part}]`;
    return whole === '' ? String(part) : `${whole}.${String(part)}`;
  }, path);
}

/** AF4: a value by its schema, with one problem for every part that does not fit. An absent part, null and blank text are one. */
export function parseWith<Value>(
  schema: z.ZodMiniType<Value>,
  raw: unknown,
  path: string,
): Result<Value, AnswersProblem[]> {
  const given = withoutEmpty(raw);
  const parsed = schema.safeParse(given);
  return parsed.success
    ? ok(parsed.data)
    : fail(parsed.error.issues.flatMap((issue) => problemsOf(issue, given, path)));
}

export const isObject = (raw: unknown): raw is Readonly<Record<string, unknown>> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

const isEmpty = (raw: unknown): boolean => raw === null || (typeof raw === 'string' && isBlank(raw));
const isBlank = (typed: string): boolean => normalizeText(typed).trim() === '';

/** Null and blank text say nothing: the value without such properties, undefined when it is nothing itself. */
export function withoutEmpty(raw: unknown, depth = 0): unknown {
  if (depth > 6) return raw;
  if (Array.isArray(raw)) return raw.map((part) => withoutEmpty(part, depth + 1));
  if (!isObject(raw)) return isEmpty(raw) ? undefined : raw;
  const kept = Object.entries(raw).filter(([, part]) => !isEmpty(part));
  return Object.fromEntries(kept.map(([name, part]) => [name, withoutEmpty(part, depth + 1)]));
}

function problemsOf(issue: z.core.$ZodIssue, raw: unknown, root: string): AnswersProblem[] {
  const path = pathTo(root, ...issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((name) => ({ code: 'unknown-field', name, path: pathTo(path, name) }));
  const value = issue.path.reduce<unknown>((whole, part) => (whole as Record<PropertyKey, unknown>)[part], raw);
  return [{ path, ...(value === undefined ? { code: 'missing' } : problemOf(issue, value as Json)) }];
}

type Facts = AnswersProblem extends infer Problem
  ? Problem extends AnswersProblem
    ? Omit<Problem, 'path'>
    : never
  : never;

function problemOf(issue: z.core.$ZodIssue, value: Json): Facts {
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'wrong-type', expected: expectedByType[issue.expected] ?? 'object' };
    case 'invalid_value':
      return { code: 'unknown-option', value, allowed: issue.values.map(String) };
    case 'too_small':
      return { code: 'missing' };
    case 'too_big':
      return { code: 'too-long', most: Number(issue.maximum) };
    case 'custom':
      return {
        ...(issue.params as Facts),
        ...(['out-of-range', 'unknown-option'].includes(String(issue.params?.code)) ? { value } : {}),
      };
    default:
      return { code: 'not-an-id' };
  }
}
