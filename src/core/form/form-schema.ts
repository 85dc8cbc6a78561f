import * as z from 'zod/mini';

export const totalSchema = z.enum(['pupils', 'teachers', 'staffWithAccess', 'classes', 'buildings']);

/** What a criterion or an indicator may be called: a letter first, then letters, digits, `_`, `.` and `-` (the names of XLSForm). */
const nameSchema = z.string().check(z.regex(/^[\p{L}_][\p{L}\p{N}_.-]{0,59}$/u));

const indicatorSchema = z.strictObject({
  id: nameSchema,
  code: z.string(),
  kind: z.enum([
    'yes-no',
    'yes-partial-no',
    'ratio',
    'number',
    'figure',
    'date',
    'choice',
    'choices',
    'text',
    'derived',
  ]),
  points: z.number().check(z.minimum(0)),
  critical: z.boolean(),
  style: z.enum(['auto', 'named', 'except', 'percent', 'notAll', 'staff']),
  question: z.string(),
  evidence: z.string(),
  finding: z.string(),
  recommendation: z.string(),
  law: z.array(z.string()),
  positive: z.optional(z.string()),
  passClause: z.optional(z.string()),
  failClause: z.optional(z.string()),
  findingWhen: z.optional(z.literal('notProvided')),
  findingOther: z.optional(z.string()),
  recommendWith: z.optional(z.array(z.string())),
  showIf: z.optional(z.strictObject({ indicator: z.string(), in: z.array(z.string()) })),
  total: z.optional(totalSchema),
  target: z.optional(z.number()),
  perBuilding: z.optional(z.number()),
  fresh: z.optional(z.tuple([z.number(), z.number()])),
  options: z.optional(z.record(z.string(), z.nullable(z.number()))),
  steps: z.optional(z.array(z.tuple([z.number(), z.number()]))),
  /** of `derived`: the table it is read from … */
  source: z.optional(z.enum(['JRN.mean', 'YEAR.share', 'GIA.share'])),
  /** … or the expression it is computed by */
  calculation: z.optional(z.string()),
  /** an expression; it is asked only where that is true */
  relevant: z.optional(z.string()),
  /** an expression about the answer (`.`); where it is false the answer is kept and does not count */
  constraint: z.optional(z.string()),
  constraintMessage: z.optional(z.string()),
  /** may stay empty */
  optional: z.optional(z.literal(true)),
  /** of `figure`: may have a fraction */
  decimal: z.optional(z.literal(true)),
  /** the options as they are shown, for names in an object keep no order of their own; without it as they stand */
  optionOrder: z.optional(z.array(z.string())),
  /** what stands beside an option; without it the option's name */
  optionTitles: z.optional(z.record(z.string(), z.string())),
  /** a text read before the question */
  before: z.optional(z.string()),
  /** what it was called in earlier versions of the form */
  was: z.optional(z.array(z.string())),
});

/** A sentence about several answers together; an `error` is mended before submitting, a `warning` is only told. */
const checkSchema = z.strictObject({
  id: nameSchema,
  /** true: nothing is wrong */
  expression: z.string(),
  message: z.string(),
  level: z.enum(['error', 'warning']),
});

const criterionSchema = z.strictObject({
  id: nameSchema,
  code: z.string(),
  title: z.string(),
  weight: z.number(),
  indicators: z.array(indicatorSchema),
});

/** A scored form as published; checked once where the file is read (FM1). */
export const formSchema = z.strictObject({
  format: z.literal('gotovo-form/1'),
  id: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/)),
  version: z.int().check(z.minimum(1)),
  title: z.string(),
  levels: z.strictObject({
    ready: z.strictObject({ total: z.number(), criterion: z.number() }),
    readyWithRemarks: z.strictObject({ total: z.number() }),
    partlyReady: z.strictObject({ total: z.number() }),
  }),
  criteria: z.array(criterionSchema),
  journalFill: z.strictObject({
    /** months of the school year in order, "09" … "07" */
    months: z.array(z.string()),
    target: z.number(),
    low: z.number(),
    fall: z.number(),
  }),
  yearClosing: z.strictObject({
    /** MM-DD */
    due: z.string(),
    rows: z.array(
      z.strictObject({
        id: z.string(),
        code: z.string(),
        title: z.string(),
        total: z.optional(z.nullable(z.enum(['classes', 'pupils', 'graduates']))),
        source: z.optional(z.literal('GIA')),
      }),
    ),
  }),
  exams: z.strictObject({
    kinds: z.array(z.strictObject({ id: z.string(), grade: z.union([z.literal(9), z.literal(11)]) })),
    /** in print order; `only` limits a subject to these exams */
    subjects: z.array(z.strictObject({ id: z.string(), title: z.string(), only: z.optional(z.array(z.string())) })),
  }),
  site: z.strictObject({
    states: z.record(z.string(), z.number()),
    checks: z.array(
      z.strictObject({ id: z.string(), code: z.string(), question: z.string(), remarkGroup: z.string() }),
    ),
  }),
  checks: z.optional(z.array(checkSchema)),
});
