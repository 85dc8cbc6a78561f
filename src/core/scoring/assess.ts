import { type Form, figuresAsked, indicatorsOf, isScored } from '../form/form.ts';
import type { Json } from '../json.ts';
import type { Facts } from '../submission/facts.ts';
import { passportMissing, totalsOf } from '../submission/passport.ts';
import { isBesideAnswers } from '../verification/verification-paths.ts';
import type { Assessment, BlockProgress } from './assessment.ts';
import type { Block } from './block.ts';
import { exams } from './exams.ts';
import { failedChecks } from './failed-checks.ts';
import { findingsOf } from './findings.ts';
import { filledLines, type Laid, type Line, layLines, type ScoringInput } from './indicator-lines.ts';
import { journalFill } from './journal-fill.ts';
import { levelByScoreOf, readinessLevelOf } from './readiness-level.ts';
import { scoreCriterion, totalOf } from './score-criterion.ts';
import { yearClosing } from './year-closing.ts';

/**
 * Everything a submission says, from its facts alone: scores, verdict, what blocks it, what is still unanswered.
 * SC14: level and total exist only when everything asked is answered; before that there is the range the total can still take.
 * SC18: of a form without scores there is neither, nor anything that blocks or is found.
 */
export function assess(
  form: Form,
  facts: Facts,
  campaign: { asOf: string; schoolYear: string },
  judged: ReadonlyMap<string, Json> = new Map(),
): Assessment {
  const totals = totalsOf(facts);
  const examBlock = exams(form, facts, totals);
  const blocks = {
    JRN: journalFill(form, facts, campaign),
    YEAR: yearClosing(form, facts, totals, examBlock),
    GIA: examBlock,
  };
  const input: ScoringInput = { form, facts, totals, blocks, asOf: campaign.asOf, judged };
  const laid = layLines(input);
  const { lines } = laid;
  const scored = isScored(form);
  const criteria = form.criteria.map((criterion) => scoreCriterion(criterion, lines));
  const progress = {
    answered: criteria.reduce((sum, one) => sum + one.progress.answered, 0),
    of: criteria.reduce((sum, one) => sum + one.progress.of, 0),
  };
  const finished = progress.answered === progress.of;
  const total = totalOf(form.criteria, criteria);
  const critical = (scored ? indicatorsOf(form) : [])
    .filter((indicator) => indicator.critical)
    .flatMap((indicator) => lines.get(indicator.id) ?? [])
    .filter((line) => line.answered && line.share !== null);
  const blockedBy = critical.filter((line) => (line.share ?? 1) < 0.5).map((line) => line.indicatorId);
  const cappedBy = critical
    .filter((line) => (line.share ?? 1) >= 0.5 && (line.share ?? 1) < 1)
    .map((line) => line.indicatorId);
  const byScore = levelByScoreOf(
    form.levels,
    total,
    criteria.flatMap((one) => one.score ?? []),
  );
  return {
    criteria,
    progress,
    finished,
    total: finished && scored ? total : null,
    level: finished && scored ? readinessLevelOf(byScore, blockedBy.length > 0, cappedBy.length > 0) : null,
    levelByScore: finished && scored ? byScore : null,
    range: { lowest: totalWhen(form, laid, 'worst'), highest: totalWhen(form, laid, 'best') },
    blockedBy,
    cappedBy,
    findings: scored ? findingsOf(form, criteria, lines) : [],
    checks: failedChecks(form, lines, campaign.asOf),
    conflicts: [...facts]
      .filter(([key, values]) => values.length > 1 && !isBesideAnswers(key))
      .map(([key]) => key)
      .sort(),
    unanswered: unansweredOf(form, lines),
    blocks: {
      JRN: progressOf(blocks.JRN),
      YEAR: progressOf(blocks.YEAR),
      GIA: examBlock.applies ? progressOf(examBlock) : null,
    },
    site: siteProgress(form, facts),
    passportMissing: passportMissing(totals, figuresAsked(form)),
  };
}

/** SC9: the total with everything that is open at its worst or at its best. */
function totalWhen(form: Form, laid: Laid, fill: 'worst' | 'best'): number {
  const lines = filledLines(laid, form, fill);
  return totalOf(
    form.criteria,
    form.criteria.map((criterion) => scoreCriterion(criterion, lines)),
  );
}

/** What a person can still answer; what is computed by an expression is answered with what it reads. */
function unansweredOf(form: Form, lines: ReadonlyMap<string, Line>): string[] {
  return indicatorsOf(form)
    .filter(({ calculation }) => calculation === undefined)
    .filter((indicator) => lines.get(indicator.id)?.answered === false && lines.get(indicator.id)?.state !== 'na')
    .map((indicator) => indicator.source?.split('.')[0] ?? indicator.id);
}

const progressOf = ({ answered, of, done, figure }: Block): BlockProgress => ({ answered, of, done, figure });

function siteProgress(form: Form, facts: Facts) {
  const urls = form.site.checks.filter((check) => typeof facts.get(`SITE:${check.id}#url`)?.[0] === 'string');
  return { answered: urls.length, of: form.site.checks.length };
}
