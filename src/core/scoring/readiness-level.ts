import type { Form } from '../form/form.ts';
import type { ReadinessLevel } from './assessment.ts';

/** SC8: the level by rounded figures alone: the total, and for "ready" every criterion too. Critical indicators aside. */
export function levelByScoreOf(
  levels: Form['levels'],
  total: number,
  criterionScores: readonly number[],
): ReadinessLevel {
  if (total >= levels.ready.total && criterionScores.every((score) => score >= levels.ready.criterion)) return 'ready';
  if (total >= levels.readyWithRemarks.total) return 'readyWithRemarks';
  return total >= levels.partlyReady.total ? 'partlyReady' : 'notReady';
}

/** SC10: a critical indicator below half blocks ("not ready" whatever the total), from half to full caps at "partly ready". */
export function readinessLevelOf(byScore: ReadinessLevel, blocked: boolean, capped: boolean): ReadinessLevel {
  if (blocked) return 'notReady';
  return capped && byScore !== 'notReady' ? 'partlyReady' : byScore;
}
