import { fail, ok, type Result } from '../result.ts';
import { type Form, type Indicator, indicatorsOf } from './form.ts';
import { checkExpressions } from './form-expressions.ts';
import { formSchema } from './form-schema.ts';

export type FormProblem = { code: 'form-unreadable'; path: string } | { code: 'form-inconsistent'; what: string };

/** Names that stand for tables beside the answers. */
export const reservedNames: readonly string[] = ['JRN', 'YEAR', 'GIA', 'SITE', 'status'];

/**
 * FM1: a form is used only when it fits the schema.
 * FM2: ids are unique and none stands for a table, criterion weights add up to 100, or are 0 all of them, a kind has the parts it
 * needs, showIf names an indicator standing earlier, and every expression can be read and names what there is, in no circle.
 */
export function parseForm(unknownForm: unknown): Result<Form, FormProblem> {
  const parsed = formSchema.safeParse(unknownForm);
  if (!parsed.success) return fail({ code: 'form-unreadable', path: parsed.error.issues[0]?.path.join('.') ?? '' });
  const form = parsed.data;
  const what = inconsistencyOf(form);
  return what === null ? ok(form) : fail({ code: 'form-inconsistent', what });
}

function inconsistencyOf(form: Form): string | null {
  const seen = new Set<string>();
  for (const indicator of indicatorsOf(form)) {
    const { id, showIf } = indicator;
    if (seen.has(id)) return `${id} twice`;
    if (reservedNames.includes(id)) return `${id} is the name of a table`;
    if (showIf && !seen.has(showIf.indicator)) return `${id} depends on ${showIf.indicator}`;
    const part = misfitOf(indicator);
    if (part !== null) return `${id} and its ${part}`;
    seen.add(id);
  }
  const groups = form.criteria.map(({ id }) => id);
  const twice = groups.find((id, at) => groups.indexOf(id) !== at || reservedNames.includes(id));
  if (twice !== undefined) return `criterion ${twice} twice`;
  const weights = form.criteria.reduce((sum, { weight }) => sum + weight, 0);
  if (form.criteria.some(({ weight }) => weight < 0) || (Math.abs(weights - 100) > 1e-9 && weights !== 0))
    return `weights add up to ${weights}`;
  const [fault] = checkExpressions(form).faults;
  return fault ? `${fault.id} and its ${fault.field}: ${fault.code}` : null;
}

/** The part of an indicator that its kind lacks or does not have; null: it is whole. */
function misfitOf(indicator: Indicator): string | null {
  const { kind, total, options, optionOrder, optionTitles, source, calculation, steps } = indicator;
  if ((kind === 'ratio') !== (total !== undefined)) return 'total';
  const names = Object.keys(options ?? {});
  if ((kind === 'choice' || kind === 'choices') !== names.length > 0) return 'options';
  if (kind === 'choices' && names.some((name) => /\s/.test(name))) return 'options';
  if (optionOrder && [...optionOrder].sort().join('\n') !== [...names].sort().join('\n')) return 'options';
  if (names.includes('notProvided') || Object.keys(optionTitles ?? {}).some((name) => !names.includes(name)))
    return 'options';
  if (kind === 'derived' ? (source === undefined) === (calculation === undefined) : (source ?? calculation))
    return 'source';
  return steps?.some(([least], at) => at > 0 && least >= (steps[at - 1]?.[0] ?? 0)) ? 'steps' : null;
}
