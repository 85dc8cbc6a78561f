import type { Criterion } from '../form/form.ts';
import type { CriterionScore } from './assessment.ts';
import type { Line } from './indicator-lines.ts';
import { round2 } from './round.ts';

/** SC11: 100 × Σ points·share ÷ Σ points over the indicators that apply; nothing applies: no score. Unrounded sums. */
export function scoreCriterion(criterion: Criterion, linesById: ReadonlyMap<string, Line>): CriterionScore {
  const lines = criterion.indicators.flatMap((indicator) => linesById.get(indicator.id) ?? []);
  let earned = 0;
  let possible = 0;
  for (const line of lines) {
    if (line.share === null) continue;
    earned += line.points * line.share;
    possible += line.points;
  }
  const asked = criterion.indicators.filter((indicator) => {
    const line = linesById.get(indicator.id);
    const isComputed = indicator.calculation !== undefined;
    return line && line.state !== 'hidden' && !isComputed && !(indicator.kind === 'derived' && line.state === 'na');
  });
  return {
    criterionId: criterion.id,
    progress: { answered: asked.filter((one) => linesById.get(one.id)?.answered).length, of: asked.length },
    earned,
    possible,
    score: possible === 0 ? null : round2((100 * earned) / possible),
    lines,
  };
}

/** SC12: Σ weight·score ÷ Σ weight over criteria where something applies, from unrounded scores, rounded once by SC6. */
export function totalOf(criteria: readonly Criterion[], scores: readonly CriterionScore[]): number {
  let sum = 0;
  let weights = 0;
  for (const [at, criterion] of criteria.entries()) {
    const score = scores[at];
    if (!score || score.possible === 0) continue;
    sum += (criterion.weight * 100 * score.earned) / score.possible;
    weights += criterion.weight;
  }
  return weights === 0 ? 0 : round2(sum / weights);
}
