import type { AnswerContext } from '../../answer-kinds/answer-kind.ts';
import { type Form, type Indicator, indicatorsOf } from '../form/form.ts';
import type { Json } from '../json.ts';
import { readAnswer } from '../submission/answer.ts';
import type { Facts } from '../submission/facts.ts';
import type { Totals } from '../submission/passport.ts';
import type { IndicatorLine } from './assessment.ts';
import type { Block } from './block.ts';
import { type Evaluated, evaluateAnswer, evaluateJudged, lowestOf } from './evaluate-answer.ts';

/** How unanswered indicators are taken: as they are, at their worst, or at their best (SC9). */
export type Fill = 'as-is' | 'worst' | 'best';

export type Line = IndicatorLine;

export type ScoringInput = {
  form: Form;
  facts: Facts;
  totals: Totals;
  blocks: Record<'JRN' | 'YEAR' | 'GIA', Block>;
  asOf: string;
  /** values an officer put in place of the school's, by indicator */
  judged: ReadonlyMap<string, Json>;
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
  const judged = input.judged.get(indicator.id);
  const values = judged === undefined ? (input.facts.get(indicator.id) ?? []) : [judged];
  const evaluate = judged === undefined ? evaluateAnswer : evaluateJudged;
  const evaluated = values.map((value) => evaluate(indicator, value, context));
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

/** SC5: a derived indicator earns by its table: fill by the form's steps, year closing and exams their share. VF9: an officer's figure, `no` or `na` stands in its place. */
function derivedLine(indicator: Indicator, { blocks, judged }: ScoringInput): Line {
  const block = judgedBlock(
    blocks[(indicator.source ?? 'JRN.mean').split('.')[0] as keyof typeof blocks],
    judged.get(indicator.id),
  );
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

function judgedBlock(block: Block, judged: Json | undefined): Block {
  if (judged === undefined) return block;
  const whole: Block = { ...block, done: true, applies: true, state: 'value' };
  if (typeof judged === 'number') return { ...whole, figure: judged };
  if (readAnswer(judged).state === 'na') return { ...whole, figure: null, applies: false };
  return { ...whole, figure: 0, state: judged === 'notProvided' ? 'notProvided' : 'value' };
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
