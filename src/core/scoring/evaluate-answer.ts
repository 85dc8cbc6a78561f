import type { AnswerContext, AnswerProblem } from '../../answer-kinds/answer-kind.ts';
import { answerKindOf, type TypedKindName } from '../../answer-kinds/kinds.ts';
import type { Indicator } from '../form/form.ts';
import type { Json } from '../json.ts';
import { readAnswer } from '../submission/answer.ts';
import { textOfValue } from './calculated-line.ts';
import { onlyInforms } from './only-informs.ts';

/** What one value is worth. `share` null: leaves both sums. An unanswered one counts 0 so far. */
export type Evaluated = {
  value: Json;
  state: 'empty' | 'value' | 'na' | 'notProvided' | 'problem';
  problem: AnswerProblem | null;
  share: number | null;
  answered: boolean;
};

const unreadable: Partial<Record<Indicator['kind'], 'not-a-date' | 'not-a-figure'>> = {
  date: 'not-a-date',
  figure: 'not-a-figure',
};

/**
 * SC1–SC3 for one value of a typed indicator.
 * SC2: `na` leaves both sums and needs a reason; `notProvided` earns nothing; unreadable or impossible input is kept, counts as unanswered.
 * SC3: a critical indicator is never `na`: not by choice, and not by a total of 0.
 * SC16: an optional one may stay empty and leaves both sums then. SC17: `meets` is the form's condition for the answer; one that
 * does not meet it is kept and counts as unanswered.
 */
export function evaluateAnswer(
  indicator: Indicator,
  value: Json,
  context: AnswerContext,
  meets: ((answer: string) => boolean) | null = null,
): Evaluated {
  const answer = readAnswer(value);
  const unanswered = (problem: AnswerProblem | null): Evaluated => ({
    value,
    state: problem ? 'problem' : 'empty',
    problem,
    share: onlyInforms(indicator) ? null : 0,
    answered: false,
  });
  const kind = answerKindOf(indicator.kind as TypedKindName);
  if (indicator.kind === 'ratio' && context.total === 0) {
    if (indicator.critical) return unanswered({ code: 'total-zero' });
    return { value, state: 'na', problem: null, share: null, answered: true };
  }
  switch (answer.state) {
    case 'empty':
      return indicator.optional ? { ...unanswered(null), share: null, answered: true } : unanswered(null);
    case 'notProvided':
      return { value, state: 'notProvided', problem: null, share: 0, answered: true };
    case 'na':
      if (indicator.critical) return unanswered({ code: 'na-critical' });
      if (answer.reason.trim() === '') return unanswered({ code: 'na-without-reason' });
      return { value, state: 'na', problem: null, share: null, answered: true };
    case 'typed':
      return unanswered({ code: unreadable[indicator.kind] ?? 'not-a-count', typed: answer.text });
    case 'value': {
      if (!kind.isValue(answer.value)) return unanswered({ code: 'unknown-value' });
      const problem = kind.check(answer.value, indicator, context);
      if (problem) return unanswered(problem);
      if (meets && !meets(textOfValue(answer.value)))
        return unanswered({ code: 'constraint', message: indicator.constraintMessage ?? '' });
      const share = kind.shareOf(answer.value, indicator, context);
      return { value, state: 'value', problem: null, share, answered: true };
    }
  }
}

/**
 * VF9 for an officer's value: only by it may a critical indicator be `na`, and `no` in place of an `na` that was refused earns
 * nothing whatever the kind.
 */
export function evaluateJudged(indicator: Indicator, value: Json, context: AnswerContext): Evaluated {
  const answer = readAnswer(value);
  if (answer.state === 'na') return { value, state: 'na', problem: null, share: null, answered: true };
  if (value === 'no') return { value, state: 'value', problem: null, share: 0, answered: true };
  return evaluateAnswer(indicator, value, context);
}

/** SC7: of several different values the one with the lowest share counts; `na` only when all are `na`. */
export function lowestOf(evaluated: readonly Evaluated[]): Evaluated | null {
  const inSum = evaluated.filter((one) => one.state !== 'na');
  const pool = inSum.length > 0 ? inSum : evaluated;
  return pool.reduce<Evaluated | null>((low, one) => (!low || (one.share ?? 1) < (low.share ?? 1) ? one : low), null);
}
