import type * as z from 'zod/mini';
import type { formSchema, totalSchema } from './form-schema.ts';

export type Form = z.infer<typeof formSchema>;
export type Criterion = Form['criteria'][number];
export type Indicator = Criterion['indicators'][number];
export type TotalName = z.infer<typeof totalSchema>;

/** Every indicator of the form in print order. */
export const indicatorsOf = (form: Form): readonly Indicator[] => form.criteria.flatMap((c) => c.indicators);

/** SC18: whether a form gives scores: some criterion of it has weight. */
export const isScored = (form: Pick<Form, 'criteria'>): boolean => form.criteria.some(({ weight }) => weight > 0);
