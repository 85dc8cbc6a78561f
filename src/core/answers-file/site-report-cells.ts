import * as z from 'zod/mini';
import type { FieldColumn, FieldItem, SectionField } from '../form/section-form.ts';
import type { Json } from '../json.ts';
import { count, day, rowId, text } from './parse-with.ts';

type CellSchema = z.ZodMiniType<Json>;

/** Rows beside a count stand under this name. */
export const rowsName = (fieldId: string): string => `${fieldId}.rows`;

export const yesNoSchema = z.enum(['yes', 'no']);

/** What may stand for a yes or no with its page and words. */
export const yesNoPartsOf = ({ needsUrl, detail }: SectionField): CellSchema =>
  z.strictObject({
    answer: z.optional(yesNoSchema),
    ...(needsUrl ? { url: z.optional(text) } : {}),
    ...(detail ? { detail: z.optional(text) } : {}),
  }) as unknown as CellSchema;

/** What may stand beside an item; without `has` it is ticked. */
export const itemSchemaOf = ({ needsUrl, withText }: FieldItem): CellSchema =>
  z.strictObject({
    has: z.optional(z.boolean()),
    ...(needsUrl ? { url: z.optional(text) } : {}),
    ...(withText ? { text: z.optional(text) } : {}),
  }) as unknown as CellSchema;

/** What may stand in a row; its `id` keeps it the same row in a corrected file. */
export const rowSchemaOf = ({ columns }: SectionField): CellSchema =>
  z.strictObject({
    id: z.optional(rowId),
    ...Object.fromEntries((columns ?? []).map((column) => [column.id, z.optional(cellSchemaOf(column))])),
  }) as unknown as CellSchema;

function cellSchemaOf({ kind, options }: FieldColumn): CellSchema {
  if (kind === 'count') return count;
  if (kind === 'date') return day;
  return kind === 'choice' ? z.enum(Object.keys(options ?? {})) : text;
}
