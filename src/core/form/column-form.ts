import * as z from 'zod/mini';
import { fail, ok, type Result } from '../result.ts';

/** A part of what stands in one cell: of a person, a contact, or a row of a list. */
const cellPartSchema = z.strictObject({ id: z.string(), title: z.string(), kind: z.enum(['text', 'count']) });

const columnSchema = z.strictObject({
  /** its number, as the source's table prints it */
  id: z.string().check(z.regex(/^\d{1,2}$/)),
  title: z.string(),
  group: z.string(),
  explain: z.string(),
  kind: z.enum(['row-number', 'place', 'system', 'person', 'contact', 'count', 'choice', 'rows', 'text']),
  /** what becomes of the branches' values in the school's row (MN2) */
  branch: z.enum(['own', 'sum', 'worst', 'paper', 'school', 'merged', 'notes']),
  least: z.optional(z.number()),
  /** the column it may not exceed */
  upTo: z.optional(z.string()),
  options: z.optional(z.record(z.string(), z.string())),
  fields: z.optional(z.array(z.enum(['fullName', 'position', 'phone', 'email', 'messenger']))),
  /** of `rows`, or beside a count: what is listed */
  rows: z.optional(z.array(cellPartSchema)),
  rowsTitle: z.optional(z.string()),
  /** its values stand apart from revisions and can be erased */
  private: z.optional(z.boolean()),
  /** needed unless the school has no system */
  requiredUnlessNone: z.optional(z.boolean()),
  /** where the same figure is known from already; offered, then confirmed by a person */
  offer: z.optional(z.strictObject({ from: z.enum(['passport', 'buildings', 'indicator']), name: z.string() })),
});

/** A form that is one row a school, with rows of its branches under it: columns in the order they are filled in. */
const columnFormSchema = z.strictObject({
  format: z.literal('gotovo-columns/1'),
  id: z.string(),
  version: z.number(),
  title: z.string(),
  /** MM-DD, of every year */
  asOf: z.string(),
  due: z.string(),
  columns: z.array(columnSchema),
});

export type ColumnForm = z.infer<typeof columnFormSchema>;
export type FormColumn = ColumnForm['columns'][number];

export type ColumnFormProblem = { code: 'form-unreadable'; path: string } | { code: 'form-inconsistent'; what: string };

/** FM5: a form of columns fits its schema, numbers them 1, 2, 3 … in whatever order, and what they name is there. */
export function parseColumnForm(unknownForm: unknown): Result<ColumnForm, ColumnFormProblem> {
  const parsed = columnFormSchema.safeParse(unknownForm);
  if (!parsed.success) return fail({ code: 'form-unreadable', path: parsed.error.issues[0]?.path.join('.') ?? '' });
  const form = parsed.data;
  const ids = form.columns.map(({ id }) => Number(id)).sort((a, b) => a - b);
  const wrong = ids.find((id, at) => id !== at + 1);
  if (wrong !== undefined) return fail({ code: 'form-inconsistent', what: `column ${wrong}` });
  const lost = form.columns.find(({ upTo }) => upTo !== undefined && !ids.includes(Number(upTo)));
  if (lost) return fail({ code: 'form-inconsistent', what: `column ${lost.id} and its upTo` });
  const bare = form.columns.find(
    ({ kind, options, fields, rows }) =>
      (kind === 'choice' && !options) ||
      ((kind === 'person' || kind === 'contact') && !fields) ||
      (kind === 'rows' && !rows),
  );
  return bare ? fail({ code: 'form-inconsistent', what: `column ${bare.id} and its parts` }) : ok(form);
}

/** Columns in the order they are printed. */
export const inPrintOrder = ({ columns }: ColumnForm): readonly FormColumn[] =>
  [...columns].sort((a, b) => Number(a.id) - Number(b.id));

/** Columns somebody fills in. */
export const filledColumns = ({ columns }: ColumnForm): readonly FormColumn[] =>
  columns.filter(({ kind }) => kind !== 'row-number' && kind !== 'place');
