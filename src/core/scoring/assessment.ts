import type { AnswerProblem } from '../../answer-kinds/answer-kind.ts';
import type { Json } from '../json.ts';

export type ReadinessLevel = 'ready' | 'readyWithRemarks' | 'partlyReady' | 'notReady';
export type AnsweredOf = { answered: number; of: number };

/** How one indicator stands: what was answered and what it earns. */
export type IndicatorLine = {
  indicatorId: string;
  /** hidden: its condition does not hold; problem: stored as typed, counts as unanswered (as 0 once nothing better comes) */
  state: 'hidden' | 'empty' | 'value' | 'na' | 'notProvided' | 'problem' | 'conflict';
  /** the answer counted: of a conflict the one with the lowest share; null when empty */
  value: Json;
  /** all different values, first line first */
  values: readonly Json[];
  problem: AnswerProblem | null;
  /** 0 to 1, unrounded; null: leaves both sums */
  share: number | null;
  points: number;
  /** nothing more is asked of it; hidden ones too */
  answered: boolean;
  /** ratio: what it is "of"; number: buildings; derived: the figure itself (percent, share, or what was computed); else null */
  of: number | null;
};

export type CriterionScore = {
  criterionId: string;
  progress: AnsweredOf;
  /** Σ points·share and Σ points over applicable indicators, unrounded */
  earned: number;
  possible: number;
  /** 0 to 100, rounded by SC6 for showing; null: nothing applies */
  score: number | null;
  lines: readonly IndicatorLine[];
};

export type Finding = {
  indicatorId: string;
  critical: boolean;
  /** the sentence and the advice as in the form ({deadline} not yet filled in) */
  finding: string;
  recommendation: string;
  /** points × (1 − share) × criterion weight ÷ possible: points of the total it costs, for ordering */
  cost: number;
};

/** A sentence of the form about several answers that does not hold. */
export type FailedCheck = {
  id: string;
  level: 'error' | 'warning';
  message: string;
  /** the answers it is about */
  indicatorIds: readonly string[];
};

/** Everything computed from one submission. Percentages are rounded (SC6) unless said otherwise. */
export type Assessment = {
  criteria: readonly CriterionScore[];
  progress: AnsweredOf;
  finished: boolean;
  /** null until finished */
  total: number | null;
  level: ReadinessLevel | null;
  /** what the total alone would give, critical indicators aside; null until finished */
  levelByScore: ReadinessLevel | null;
  /** the total with every unanswered indicator at its worst and at its best */
  range: { lowest: number; highest: number };
  blockedBy: readonly string[];
  cappedBy: readonly string[];
  /** critical first, then by cost */
  findings: readonly Finding[];
  /** what the form says of answers that do not agree, in its order; an error is mended before submitting */
  checks: readonly FailedCheck[];
  /** keys of all registers with several different values */
  conflicts: readonly string[];
  /** what is still unanswered, in the order of the form, tables after the criterion that uses them */
  unanswered: readonly string[];
  blocks: { JRN: BlockProgress; YEAR: BlockProgress; GIA: BlockProgress | null };
  /** SITE is counted apart and never delays the verdict */
  site: AnsweredOf;
  /** passport figures scoring needs and does not have */
  passportMissing: readonly string[];
};

/** One table: rows answered of rows due, and the figure it gives (mean percent, or share 0 to 1); null: none. */
export type BlockProgress = AnsweredOf & { done: boolean; figure: number | null };
