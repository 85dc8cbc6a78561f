import * as z from 'zod/mini';
import type { FormColumn } from '../form/column-form.ts';
import type { Json } from '../json.ts';
import { noneTookPart } from '../monitoring/column-rows.ts';
import { count, text } from './parse-with.ts';
import { system } from './read-passport.ts';

type CellSchema = z.ZodMiniType<Json>;

/** MN6: what may stand in a cell of this column; of a list, in place of rows, that nobody took part. */
export function cellSchemaOf({ kind, least, options, fields }: FormColumn): CellSchema {
  switch (kind) {
    case 'system':
      return system;
    case 'count':
      return (least === undefined ? count : count.check(atLeast(least))) as CellSchema;
    case 'choice':
      return numberOf(Object.keys(options ?? {}));
    case 'person':
    case 'contact':
      return z.strictObject(Object.fromEntries((fields ?? []).map((name) => [name, z.optional(text)]))) as CellSchema;
    case 'text':
      return text;
    case 'rows':
      return z.literal(noneTookPart) as CellSchema;
    default:
      return z.never() as unknown as CellSchema;
  }
}

/** What may stand in one row of the column's list. */
export const rowSchemaOf = ({ rows }: FormColumn): CellSchema =>
  z.strictObject(
    Object.fromEntries((rows ?? []).map(({ id, kind }) => [id, z.optional(kind === 'count' ? count : text)])),
  ) as CellSchema;

const atLeast = (least: number) =>
  z.refine<number>((typed) => typed >= least, { params: { code: 'out-of-range', least, most: 999_999_999 } });

/** A numbered answer. */
const numberOf = (allowed: readonly string[]): CellSchema =>
  z
    .number()
    .check(z.refine((typed) => allowed.includes(String(typed)), { params: { code: 'unknown-option', allowed } }));
