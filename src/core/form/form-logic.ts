import { type Expression, namesIn } from '../expression/expression.ts';
import { parseExpression } from '../expression/parse-expression.ts';
import { type Form, type Indicator, indicatorsOf } from './form.ts';

/** An expression of a form as it is evaluated; `names`: the questions it reads. */
export type Parsed = { expression: Expression; names: readonly string[] };

/** What a form says by expressions, parsed. One that cannot be read stands here as none: FM2 refuses such a form. */
export type FormLogic = {
  /** indicators, each after those its condition or calculation reads */
  order: readonly Indicator[];
  relevant: ReadonlyMap<string, Parsed>;
  constraint: ReadonlyMap<string, Parsed>;
  calculation: ReadonlyMap<string, Parsed>;
  checks: readonly (Parsed & { id: string; message: string; level: 'error' | 'warning' })[];
};

const known = new WeakMap<Form, FormLogic>();

/** EX5: the expressions of a form, parsed once for each form. */
export function formLogicOf(form: Form): FormLogic {
  const before = known.get(form);
  if (before) return before;
  const logic = parseLogic(form);
  known.set(form, logic);
  return logic;
}

function parseLogic(form: Form): FormLogic {
  const indicators = indicatorsOf(form);
  const parsedBy = (field: 'relevant' | 'constraint' | 'calculation') =>
    new Map(
      indicators.flatMap((indicator) => {
        const parsed = parsedOf(indicator[field]);
        return parsed ? [[indicator.id, parsed] as const] : [];
      }),
    );
  const [relevant, constraint, calculation] = [parsedBy('relevant'), parsedBy('constraint'), parsedBy('calculation')];
  return {
    order: orderOf(indicators, (id) => [...(relevant.get(id)?.names ?? []), ...(calculation.get(id)?.names ?? [])]),
    relevant,
    constraint,
    calculation,
    checks: (form.checks ?? []).flatMap(({ id, expression, message, level }) => {
      const parsed = parsedOf(expression);
      return parsed ? [{ ...parsed, id, message, level }] : [];
    }),
  };
}

function parsedOf(text: string | undefined): Parsed | null {
  if (text === undefined) return null;
  const parsed = parseExpression(text);
  return parsed.ok ? { expression: parsed.value, names: namesIn(parsed.value) } : null;
}

/** Every indicator after those it needs, else as in the form; a circle is entered where it is met first. */
function orderOf(indicators: readonly Indicator[], needsOf: (id: string) => readonly string[]): readonly Indicator[] {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const order: Indicator[] = [];
  const met = new Set<string>();
  const waiting = [...indicators].reverse().map((indicator) => ({ indicator, isEntered: false }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { indicator, isEntered } = next;
    if (isEntered) order.push(indicator);
    else if (!met.has(indicator.id)) {
      met.add(indicator.id);
      waiting.push({ indicator, isEntered: true });
      const needed = needsOf(indicator.id).flatMap((id) => byId.get(id) ?? []);
      if (indicator.showIf)
        needed.push(
          ...(byId.has(indicator.showIf.indicator) ? [byId.get(indicator.showIf.indicator) as Indicator] : []),
        );
      for (const one of needed.reverse()) if (!met.has(one.id)) waiting.push({ indicator: one, isEntered: false });
    }
  }
  return order;
}
