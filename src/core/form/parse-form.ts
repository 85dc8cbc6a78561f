import { fail, ok, type Result } from '../result.ts';
import { type Form, indicatorsOf } from './form.ts';
import { formSchema } from './form-schema.ts';

export type FormProblem = { code: 'form-unreadable'; path: string } | { code: 'form-inconsistent'; what: string };

/** Names that stand for tables beside the answers. */
const takenNames: readonly string[] = ['JRN', 'YEAR', 'GIA', 'SITE', 'status'];

/**
 * FM1: a form is used only when it fits the schema.
 * FM2: ids are unique and not those of the tables, criterion weights add up to 100 (to 0 in a form that is not scored), and showIf
 * names an indicator standing earlier.
 */
export function parseForm(unknownForm: unknown): Result<Form, FormProblem> {
  const parsed = formSchema.safeParse(unknownForm);
  if (!parsed.success) return fail({ code: 'form-unreadable', path: parsed.error.issues[0]?.path.join('.') ?? '' });
  const form = parsed.data;
  const seen = new Set<string>();
  for (const indicator of indicatorsOf(form)) {
    if (seen.has(indicator.id)) return fail({ code: 'form-inconsistent', what: `${indicator.id} twice` });
    if (takenNames.includes(indicator.id)) return fail({ code: 'form-inconsistent', what: `${indicator.id} is taken` });
    if (indicator.showIf && !seen.has(indicator.showIf.indicator))
      return fail({ code: 'form-inconsistent', what: `${indicator.id} depends on ${indicator.showIf.indicator}` });
    if ((indicator.kind === 'ratio') !== (indicator.total !== undefined))
      return fail({ code: 'form-inconsistent', what: `${indicator.id} and its total` });
    seen.add(indicator.id);
  }
  const weights = form.criteria.reduce((sum, criterion) => sum + criterion.weight, 0);
  return Math.abs(weights - 100) < 1e-9 || weights === 0
    ? ok(form)
    : fail({ code: 'form-inconsistent', what: `weights add up to ${weights}` });
}
