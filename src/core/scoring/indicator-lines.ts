import type { AnswerContext } from '../../answer-kinds/answer-kind.ts';
import { type Form, type Indicator, indicatorsOf } from '../form/form.ts';
import type { Facts } from '../submission/facts.ts';
import type { Totals } from '../submission/passport.ts';
import type { IndicatorLine } from './assessment.ts';
import type { Block } from './block.ts';
import { type Evaluated, evaluateAnswer, lowestOf } from './evaluate-answer.ts';

/** How unanswered indicators are taken: as they are, at their worst, or at their best (SC9). */
export type Fill = 'as-is' | 'worst' | 'best';

export type Line = IndicatorLine & { answered: boolean };

export type ScoringInput = {
  form: Form;
  facts: Facts;
  totals: Totals;
  blocks: Record<'JRN' | 'YEAR' | 'GIA', Block>;
  asOf: string;
};

/** Every indicator's line, by id, in the order of the form. */
export function indicatorLines(input: ScoringInput, fill: Fill): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  for (const indicator of indicatorsOf(input.form)) {
    const line = indicator.kind === 'derived' ? derivedLine(indicator, input) : typedLine(indicator, input);
    const shown = isShown(indicator, lines);
    lines.set(indicator.id, shown ? filled(line, fill, indicator) : hidden(line));
  }
  return lines;
}

/** SC4: an indicator is asked only when the answer it depends on, standing earlier in the form, is one of those named. */
function isShown(indicator: Indicator, lines: ReadonlyMap<string, Line>): boolean {
  if (!indicator.showIf) return true;
  const value = lines.get(indicator.showIf.indicator)?.value;
  return typeof value === 'string' && indicator.showIf.in.includes(value);
}

function typedLine(indicator: Indicator, input: ScoringInput): Line {
  const context: AnswerContext = {
    total: indicator.total ? input.totals[indicator.total] : null,
    buildings: input.totals.buildings,
    asOf: input.asOf,
  };
  const values = input.facts.get(indicator.id) ?? [];
  const evaluated = values.map((value) => evaluateAnswer(indicator, value, context));
  const counted: Evaluated = lowestOf(evaluated) ?? evaluateAnswer(indicator, null, context);
  return {
    indicatorId: indicator.id,
    state: values.length > 1 ? 'conflict' : counted.state,
    value: counted.value,
    values,
    problem: counted.problem,
    share: counted.share,
    points: indicator.points,
    of: indicator.kind === 'number' ? context.buildings : context.total,
    answered: values.length > 1 ? evaluated.every((one) => one.answered) : counted.answered,
  };
}

/** SC5: a derived indicator earns by its table: fill by the form's steps, year closing and exams their share. */
function derivedLine(indicator: Indicator, { blocks }: ScoringInput): Line {
  const block = blocks[(indicator.source ?? 'JRN.mean').split('.')[0] as keyof typeof blocks];
  const figure = block.figure;
  const earned = figure === null ? 0 : indicator.steps ? byStep(figure, indicator.steps) : figure;
  return {
    indicatorId: indicator.id,
    state: block.applies ? block.state : 'na',
    value: figure,
    values: figure === null ? [] : [figure],
    problem: null,
    share: block.applies ? earned : null,
    points: indicator.points,
    of: figure,
    answered: block.done,
  };
}

const byStep = (figure: number, steps: readonly (readonly [number, number])[]): number =>
  steps.find(([least]) => figure >= least)?.[1] ?? 0;

const hidden = (line: Line): Line => ({ ...line, state: 'hidden', share: null, answered: true });

function filled(line: Line, fill: Fill, indicator: Indicator): Line {
  if (fill === 'as-is' || line.answered) return line;
  const best = indicator.kind === 'yes-no' || indicator.kind === 'yes-partial-no' ? 'yes' : line.value;
  const informs = indicator.options !== undefined && Object.values(indicator.options).every((share) => share === null);
  if (informs) return { ...line, share: null };
  return fill === 'best' ? { ...line, value: best, share: 1 } : { ...line, value: 'no', share: 0 };
}
