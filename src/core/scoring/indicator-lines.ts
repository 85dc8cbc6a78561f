import type { AnswerContext } from '../../answer-kinds/answer-kind.ts';
import { byStep } from '../../answer-kinds/by-step.ts';
import { isTrue, settledTruth } from '../expression/evaluate.ts';
import { type Form, type Indicator, indicatorsOf } from '../form/form.ts';
import { formLogicOf } from '../form/form-logic.ts';
import type { Json } from '../json.ts';
import { readAnswer } from '../submission/answer.ts';
import type { Facts } from '../submission/facts.ts';
import type { Totals } from '../submission/passport.ts';
import type { IndicatorLine } from './assessment.ts';
import type { Block } from './block.ts';
import { calculatedLine, textOfLine } from './calculated-line.ts';
import { type Evaluated, evaluateAnswer, evaluateJudged, lowestOf } from './evaluate-answer.ts';
import { onlyInforms } from './only-informs.ts';

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

/** Every indicator's line by id, in the order of the form; `open`: those whose share may still change. */
export type Laid = { lines: ReadonlyMap<string, Line>; open: ReadonlySet<string> };

/** EX5: the lines as they are: answers and calculations first, each after what it reads, then the conditions answers must meet. */
export function layLines(input: ScoringInput): Laid {
  const { form, asOf } = input;
  const logic = formLogicOf(form);
  const texts = new Map<string, string>();
  const given = { valueOf: (name: string) => texts.get(name) ?? '', today: asOf };
  const laid = new Map<string, Line>();
  for (const indicator of logic.order) {
    const { id } = indicator;
    const calculation = logic.calculation.get(id);
    const line =
      indicator.kind !== 'derived'
        ? typedLine(indicator, input, null)
        : calculation
          ? calculatedLine(indicator, calculation, { given, lines: laid, judged: input.judged.get(id) })
          : derivedLine(indicator, input);
    const relevant = logic.relevant.get(id);
    const isShown = isShownBy(indicator, laid) && (relevant === undefined || isTrue(relevant.expression, given));
    laid.set(id, isShown ? line : hidden(line));
    texts.set(id, isShown ? textOfLine(line) : '');
  }
  const isMet = (id: string) => {
    const constraint = logic.constraint.get(id);
    return constraint ? (self: string) => isTrue(constraint.expression, { ...given, self }) : null;
  };
  const lines = new Map<string, Line>();
  for (const indicator of indicatorsOf(form)) {
    const line = laid.get(indicator.id);
    if (!line) continue;
    const meets = line.state === 'hidden' ? null : isMet(indicator.id);
    lines.set(indicator.id, meets ? typedLine(indicator, input, meets) : line);
  }
  return { lines, open: openOf(form, lines, given) };
}

/** SC4: an indicator is asked only when the answer it depends on, standing earlier in the form, is one of those named. */
function isShownBy({ showIf }: Indicator, lines: ReadonlyMap<string, Line>): boolean {
  if (!showIf) return true;
  const value = lines.get(showIf.indicator)?.value;
  return typeof value === 'string' && showIf.in.includes(value);
}

/** SC9: what may still change: the unanswered, what is optional and empty, what is computed or asked by way of such. */
function openOf(
  form: Form,
  lines: ReadonlyMap<string, Line>,
  given: { valueOf: (name: string) => string; today: string },
): ReadonlySet<string> {
  const logic = formLogicOf(form);
  const open = new Set<string>();
  const isOpen = (name: string) => open.has(name);
  for (const indicator of logic.order) {
    const { id, showIf } = indicator;
    const line = lines.get(id);
    if (!line) continue;
    const relevant = logic.relevant.get(id);
    const asked = relevant ? settledTruth(relevant.expression, given, isOpen) : true;
    if (asked === false) continue;
    const mayTurn = asked === null || (showIf !== undefined && open.has(showIf.indicator));
    const isComputed = logic.calculation.get(id)?.names.some(isOpen) ?? false;
    const isEmpty = line.state === 'empty' && indicator.kind !== 'derived';
    if (mayTurn || isComputed || !line.answered || isEmpty) open.add(id);
  }
  return open;
}

/**
 * SC9: the lines with everything open at its worst or at its best: asked and earning nothing, or everything; leaving an indicator
 * out of both sums is never worse than the one nor better than the other.
 */
export function filledLines({ lines, open }: Laid, form: Form, fill: 'worst' | 'best'): ReadonlyMap<string, Line> {
  const filled = new Map(lines);
  for (const indicator of indicatorsOf(form)) {
    const line = lines.get(indicator.id);
    if (!line || !open.has(indicator.id)) continue;
    filled.set(indicator.id, { ...line, share: onlyInforms(indicator) ? null : fill === 'best' ? 1 : 0 });
  }
  return filled;
}

function typedLine(indicator: Indicator, input: ScoringInput, meets: ((answer: string) => boolean) | null): Line {
  const context: AnswerContext = {
    total: indicator.total ? input.totals[indicator.total] : null,
    buildings: input.totals.buildings,
    asOf: input.asOf,
  };
  const judged = input.judged.get(indicator.id);
  const values = judged === undefined ? (input.facts.get(indicator.id) ?? []) : [judged];
  const evaluated = values.map((value) =>
    judged === undefined ? evaluateAnswer(indicator, value, context, meets) : evaluateJudged(indicator, value, context),
  );
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

const hidden = (line: Line): Line => ({ ...line, state: 'hidden', share: null, answered: true });
