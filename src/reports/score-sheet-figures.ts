import type { Assessment, ReadinessLevel } from '../core/scoring/assessment.ts';

type Scores = { criteria: Record<string, number | null>; total: number | null; level: ReadinessLevel | null };

/** The figures of a score sheet for other programs; ids with a Latin K. */
export type ScoreSheetFigures = Scores & {
  blockedBy: readonly string[];
  cappedBy: readonly string[];
  progress: { answered: number; of: number };
  /** ids, in the order of importance */
  findings: readonly string[];
  selfAssessed: Scores;
  /** what the municipality's verification came to; null: nothing was verified */
  verified: null;
};

/** RP8: the same figures the paper shows, rounded by SC6; total and level are null until everything asked is answered. */
export function scoreSheetFigures(assessment: Assessment): ScoreSheetFigures {
  const { criteria, total, level, blockedBy, cappedBy, progress, findings } = assessment;
  const scores: Scores = {
    criteria: Object.fromEntries(criteria.map((one) => [one.criterionId, one.score])),
    total,
    level,
  };
  return {
    ...scores,
    blockedBy,
    cappedBy,
    progress,
    findings: findings.map((one) => one.indicatorId),
    selfAssessed: scores,
    verified: null,
  };
}
