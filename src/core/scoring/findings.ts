import type { Form } from '../form/form.ts';
import type { CriterionScore, Finding } from './assessment.ts';
import type { Line } from './indicator-lines.ts';

/**
 * SC13: an answered indicator that earns less than everything is a finding, unless it costs nothing and the form says nothing of
 * it; critical first, then by what it costs the total, then by id.
 */
export function findingsOf(form: Form, scores: readonly CriterionScore[], lines: ReadonlyMap<string, Line>): Finding[] {
  const findings: Finding[] = [];
  for (const [at, criterion] of form.criteria.entries()) {
    const possible = scores[at]?.possible ?? 0;
    for (const indicator of criterion.indicators) {
      const line = lines.get(indicator.id);
      if (!line?.answered || line.share === null || line.share >= 1) continue;
      if (indicator.points === 0 && !indicator.critical && indicator.finding === '') continue;
      const other = indicator.findingWhen === 'notProvided' && line.state !== 'notProvided';
      findings.push({
        indicatorId: indicator.id,
        critical: indicator.critical,
        finding: other && indicator.findingOther ? sentence(indicator.findingOther) : indicator.finding,
        recommendation: indicator.recommendation,
        cost: possible === 0 ? 0 : (criterion.weight * indicator.points * (1 - line.share)) / possible,
      });
    }
  }
  return findings.sort(
    (a, b) => Number(b.critical) - Number(a.critical) || b.cost - a.cost || (a.indicatorId < b.indicatorId ? -1 : 1),
  );
}

const sentence = (clause: string): string => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
