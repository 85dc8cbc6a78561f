import type * as z from 'zod/mini';
import type { formSchema, totalSchema } from './form-schema.ts';

export type Form = z.infer<typeof formSchema>;
export type Criterion = Form['criteria'][number];
export type Indicator = Criterion['indicators'][number];
export type TotalName = z.infer<typeof totalSchema>;

/** Whether anything of the form is filled in by tables: months, year closing, exams or the site. */
export const hasTables = ({
  journalFill,
  yearClosing,
  exams,
  site,
}: Pick<Form, 'journalFill' | 'yearClosing' | 'exams' | 'site'>): boolean =>
  [journalFill.months, yearClosing.rows, exams.kinds, site.checks].some((rows) => rows.length > 0);

/** Figures of the passport a form asks for. */
export type PassportFigure = TotalName | 'grad9' | 'grad11';
const passportFigures: readonly PassportFigure[] = [
  'pupils',
  'teachers',
  'staffWithAccess',
  'classes',
  'buildings',
  'grad9',
  'grad11',
];

/** FP7: a form with tables asks for the whole passport, another one for the figures its indicators are "of". */
export function figuresAsked(form: Form): readonly PassportFigure[] {
  if (hasTables(form)) return passportFigures;
  const totals = indicatorsOf(form).flatMap(({ kind, total }) => (kind === 'number' ? ['buildings'] : (total ?? [])));
  return passportFigures.filter((figure) => totals.includes(figure));
}

/** Every indicator of the form in print order. */
export const indicatorsOf = (form: Form): readonly Indicator[] => form.criteria.flatMap((c) => c.indicators);

const criterionByIndicator = new WeakMap<object, ReadonlyMap<string, string>>();

/** The criterion an indicator stands in, by any key of its answers: `K3-01`, `K3-01#evidence`; null: the form does not ask it. */
export function criterionIdOf({ criteria }: Pick<Form, 'criteria'>, key: string): string | null {
  const known =
    criterionByIndicator.get(criteria) ??
    new Map(criteria.flatMap(({ id, indicators }) => indicators.map((indicator) => [indicator.id, id] as const)));
  criterionByIndicator.set(criteria, known);
  return known.get(key.split('#')[0] ?? key) ?? null;
}

/** SC18: whether a form gives scores: some criterion of it has weight. */
export const isScored = (form: Pick<Form, 'criteria'>): boolean => form.criteria.some(({ weight }) => weight > 0);
