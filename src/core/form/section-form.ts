import * as z from 'zod/mini';
import { fail, ok, type Result } from '../result.ts';

const columnSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z]+$/)),
  title: z.string(),
  kind: z.enum(['text', 'count', 'choice', 'url', 'date']),
  options: z.optional(z.record(z.string(), z.string())),
  /** without it the row says nothing */
  needed: z.optional(z.literal(true)),
  /** a count that is a year and is never summed */
  isYear: z.optional(z.literal(true)),
});

const itemSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]*$/)),
  title: z.string(),
  /** under which heading it stands in its list */
  group: z.optional(z.string()),
  /** of a publication: ticked, it needs an address */
  needsUrl: z.optional(z.literal(true)),
  /** «другое»: said in words */
  withText: z.optional(z.literal(true)),
});

const fieldSchema = z.strictObject({
  id: z.string().check(z.regex(/^P\d\.\d$/)),
  title: z.string(),
  explain: z.optional(z.string()),
  kind: z.enum(['yes-no', 'checklist', 'rows', 'count']),
  /** may stay empty */
  optional: z.optional(z.literal(true)),
  /** of yes-no: a yes needs the address of the page */
  needsUrl: z.optional(z.literal(true)),
  /** of yes-no: what is told beside it in words */
  detail: z.optional(z.string()),
  items: z.optional(z.array(itemSchema)),
  /** of rows, or beside a count: what stands in one row */
  columns: z.optional(z.array(columnSchema)),
  /** what the rows are, and one of them */
  rowsTitle: z.optional(z.string()),
  rowTitle: z.optional(z.string()),
  /** what is counted */
  unit: z.optional(z.string()),
  /** at most so many rows */
  most: z.optional(z.number()),
  /** so many different things this column must name at least: obligatory topics */
  obligatory: z.optional(z.strictObject({ column: z.string(), least: z.number() })),
  /** the columns that make a row the same as another */
  once: z.optional(z.array(z.string())),
  /** the network counts a site with at least one row that holds this */
  countsWith: z.optional(z.strictObject({ column: z.string(), value: z.string() })),
  countsTitle: z.optional(z.string()),
  /** in which list of the network report its rows stand */
  list: z.optional(z.enum(['events', 'practices', 'publications'])),
});

/** A form in sections, each a few fields: yes or no, a list to tick, rows, a count. */
const sectionFormSchema = z.strictObject({
  format: z.literal('gotovo-sections/1'),
  id: z.string(),
  version: z.number(),
  title: z.string(),
  sections: z.array(z.strictObject({ id: z.string(), title: z.string(), fields: z.array(fieldSchema) })),
});

export type SectionForm = z.infer<typeof sectionFormSchema>;
export type SectionField = SectionForm['sections'][number]['fields'][number];
export type FieldColumn = z.infer<typeof columnSchema>;
export type FieldItem = z.infer<typeof itemSchema>;

export type SectionFormProblem =
  | { code: 'form-unreadable'; path: string }
  | { code: 'form-inconsistent'; what: string };

/** SR1: a form of sections fits its schema, every id stands in it once and under its section, and a field has the parts its kind asks for. */
export function parseSectionForm(unknownForm: unknown): Result<SectionForm, SectionFormProblem> {
  const parsed = sectionFormSchema.safeParse(unknownForm);
  if (!parsed.success) return fail({ code: 'form-unreadable', path: parsed.error.issues[0]?.path.join('.') ?? '' });
  const form = parsed.data;
  const seen = new Set<string>();
  for (const section of form.sections)
    for (const field of section.fields) {
      if (seen.has(field.id)) return fail({ code: 'form-inconsistent', what: `${field.id} twice` });
      if (!field.id.startsWith(`${section.id}.`))
        return fail({ code: 'form-inconsistent', what: `${field.id} astray` });
      if (!isWhole(field)) return fail({ code: 'form-inconsistent', what: `${field.id} and its parts` });
      seen.add(field.id);
    }
  return ok(form);
}

function isWhole({ kind, items, columns, once = [], countsWith, obligatory }: SectionField): boolean {
  if (kind === 'checklist' && !items?.length) return false;
  if (kind === 'rows' && !columns?.length) return false;
  if ((columns ?? []).some((column) => column.kind === 'choice' && !column.options)) return false;
  const ids = (columns ?? []).map(({ id }) => id);
  const itemIds = (items ?? []).map(({ id }) => id);
  if (new Set(ids).size < ids.length || new Set(itemIds).size < itemIds.length) return false;
  const named = [...once, ...(countsWith ? [countsWith.column] : []), ...(obligatory ? [obligatory.column] : [])];
  return named.every((id) => ids.includes(id));
}

/** Every field in the order it is asked. */
export const fieldsOf = ({ sections }: SectionForm): readonly SectionField[] =>
  sections.flatMap(({ fields }) => fields);
