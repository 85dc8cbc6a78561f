import type { Assessment, ReadinessLevel } from '../core/scoring/assessment.ts';

type Scores = { criteria: Record<string, number | null>; total: number | null; level: ReadinessLevel | null };

type Judged = { assessment: Assessment; verified: Assessment | null };

/** The figures of a score sheet for other programs; ids with a Latin K. */
export type ScoreSheetFigures = Scores & {
  blockedBy: readonly string[];
  cappedBy: readonly string[];
  progress: { answered: number; of: number };
  /** ids, in the order of importance */
  findings: readonly string[];
  selfAssessed: Scores;
  /** what the municipality's verification came to; null: nothing was verified */
  verified: Scores | null;
};

/**
 * RP8: the same figures the paper shows, rounded by SC6; total and level are null until everything asked is answered. The
 * figures at the top are the verified ones once anything was verified.
 */
export function scoreSheetFigures({ assessment, verified }: Judged): ScoreSheetFigures {
  const counting = verified ?? assessment;
  const { blockedBy, cappedBy, progress, findings } = counting;
  return {
    ...scoresOf(counting),
    blockedBy,
    cappedBy,
    progress,
    findings: findings.map((one) => one.indicatorId),
    selfAssessed: scoresOf(assessment),
    verified: verified && scoresOf(verified),
  };
}

const scoresOf = ({ criteria, total, level }: Assessment): Scores => ({
  criteria: Object.fromEntries(criteria.map((one) => [one.criterionId, one.score])),
  total,
  level,
});
