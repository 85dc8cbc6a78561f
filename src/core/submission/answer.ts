import type { Json } from '../json.ts';

/** AN1: the forms a stored answer can have; empty, `na` and `notProvided` are three different things everywhere. */
export type Answer =
  | { state: 'empty' }
  | { state: 'notProvided' }
  | { state: 'na'; reason: string }
  | { state: 'typed'; text: string }
  | { state: 'value'; value: Json };

/** AN1: reads a register's value as an answer; `{typed}` is input its kind could not read, kept as typed. */
export function readAnswer(value: Json): Answer {
  if (value === null) return { state: 'empty' };
  if (value === 'notProvided') return { state: 'notProvided' };
  if (typeof value === 'object' && !Array.isArray(value)) {
    const parts = value as { readonly [key: string]: Json };
    if (typeof parts.na === 'string') return { state: 'na', reason: parts.na };
    if (typeof parts.typed === 'string') return { state: 'typed', text: parts.typed };
  }
  return { state: 'value', value };
}

/** The value as an object's properties; anything else has none. */
export function propertiesOf(value: Json): { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as { readonly [key: string]: Json })
    : {};
}
