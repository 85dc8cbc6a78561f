import { useState } from 'preact/hooks';
import { isScored } from '../../../core/form/form.ts';
import { deadlineOf } from '../../../core/scoring/deadline.ts';
import { answerOf } from '../../../reports/report-words.ts';
import { levelTexts } from '../../../texts/answers.ts';
import { dateText, shownId } from '../../../texts/numbers.ts';
import { printTexts } from '../../../texts/print.ts';
import { submissionTexts } from '../../../texts/submission.ts';
import { verdictTexts } from '../../../texts/verdict.ts';
import { Bar } from '../../../ui/bar.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Blockers, toneOf } from '../../blockers.tsx';
import { later } from '../../later.tsx';
import { useProgram } from '../../program.ts';
import { addressOf } from '../../routes.ts';
import { Explanations } from './explanations.tsx';
import { ScoreTable } from './score-table.tsx';

const Verified = later(() => import('../../municipality/verdict-parts.tsx').then((m) => m.Verified));
const Followed = later(() => import('../../municipality/verdict-parts.tsx').then((m) => m.Followed));

/** The verdict in words with its reasons first, then the score and how every number came about, then what to do. */
export function VerdictScreen() {
  const { assessment, campaign, form } = useProgram();
  const scored = isScored(form);
  const { progress, conflicts } = assessment.value;
  return (
    <div class="stack wide">
      <div class="stack">
        <p class="crumb">{verdictTexts.crumb(progress.answered, progress.of, dateText(campaign.asOf))}</p>
        <Headline />
        {conflicts.length > 0 ? <p class="err">{verdictTexts.conflicts(conflicts.length)}</p> : null}
      </div>
      {scored ? (
        <>
          <Verified />
          <Score />
          <Findings />
          <Followed />
        </>
      ) : null}
    </div>
  );
}

function Headline() {
  const { assessment, status, form } = useProgram();
  const { unanswered, level, blockedBy, cappedBy, progress, finished } = assessment.value;
  const { state, changed } = status.value ?? {};
  const isHandedIn = (state === 'submitted' || state === 'accepted') && changed?.length === 0;
  const [next] = unanswered;
  const reason =
    blockedBy.length > 0
      ? verdictTexts.blocked(blockedBy.length, cappedBy.length)
      : cappedBy.length > 0
        ? verdictTexts.capped
        : finished && level
          ? verdictTexts.free
          : null;
  return (
    <section class={`verdict ${toneOf(assessment.value)} stack`} aria-labelledby="verdict">
      <h1 id="verdict">
        {level
          ? verdictTexts.title(levelTexts[level])
          : verdictTexts[isScored(form) ? 'unfinished' : 'filled'](progress.answered, progress.of)}
      </h1>
      {isScored(form) ? null : <p class="lead">{verdictTexts.noScore}</p>}
      {finished || !isScored(form) ? null : <p class="lead">{verdictTexts.unfinishedText}</p>}
      {reason ? <p class="lead">{reason}</p> : null}
      <Blockers />
      <p class="row">
        {next ? (
          <a class="btn main" href={addressOf(form, next)}>
            {verdictTexts.goOn}
            <Icon sign="next" />
          </a>
        ) : null}
        <a class={finished ? 'btn main' : 'btn'} href="/print">
          <Icon sign="print" />
          {printTexts.link}
        </a>
        {finished ? (
          <a class="btn" href="/sending#submit">
            <Icon sign="up" />
            {isHandedIn ? submissionTexts.register : submissionTexts.toSubmit}
          </a>
        ) : null}
      </p>
    </section>
  );
}

function Score() {
  const { assessment, form } = useProgram();
  const { total, level, levelByScore, range } = assessment.value;
  const { ready, readyWithRemarks, partlyReady } = form.levels;
  const cuts: [number, number, number] = [partlyReady.total, readyWithRemarks.total, ready.total];
  return (
    <section class="stack" aria-labelledby="score">
      <h2 id="score">
        {total === null ? verdictTexts.range(range.lowest, range.highest) : verdictTexts.points(total)}
      </h2>
      {total === null ? (
        <svg class="bar tall" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
          <rect class="t" width="100" height="8" />
          <rect class="v" x={range.lowest} width={range.highest - range.lowest} height="8" />
          <path class="cut" d={cuts.map((cut) => `M${cut}-2v12`).join('')} />
        </svg>
      ) : (
        <Bar percent={total} cuts={cuts} tall />
      )}
      <p class="row s">
        {verdictTexts.scale(cuts, ready.criterion).map((words) => (
          <span key={words}>{words}</span>
        ))}
      </p>
      {levelByScore && levelByScore !== level ? <p>{verdictTexts.byScore(levelTexts[levelByScore])}</p> : null}
      <ScoreTable />
      <Explanations />
    </section>
  );
}

function Findings() {
  const { assessment, facts, form, campaign } = useProgram();
  const [byCriterion, setByCriterion] = useState(false);
  const { findings } = assessment.value;
  const assessed = { form, facts: facts.value, assessment: assessment.value };
  const shown = byCriterion ? [...findings].sort((a, b) => (a.indicatorId < b.indicatorId ? -1 : 1)) : findings;
  return (
    <section class="stack" aria-labelledby="findings">
      <h2 id="findings">{verdictTexts.findings(findings.length)}</h2>
      {findings.length === 0 ? (
        <p>{verdictTexts.noFindings}</p>
      ) : (
        <p class="row">
          <button type="button" class="btn sm" aria-pressed={!byCriterion} onClick={() => setByCriterion(false)}>
            {verdictTexts.byImportance}
          </button>
          <button type="button" class="btn sm" aria-pressed={byCriterion} onClick={() => setByCriterion(true)}>
            {verdictTexts.byCriterion}
          </button>
        </p>
      )}
      <ul class="list">
        {shown.map((one) => (
          <li key={one.indicatorId}>
            <div>
              <span>
                <b class={one.critical ? 'bad mark' : 'b'}>
                  {one.critical ? <Icon sign="crit" /> : null}
                  {one.finding}
                </b>{' '}
                <span class="q">
                  <span class="nw">{shownId(one.indicatorId)}</span>, {answerOf(assessed, one.indicatorId)}
                </span>
                <br />
                {one.recommendation.replace(
                  '{deadline}',
                  dateText(deadlineOf(one.indicatorId, campaign.asOf, campaign.deadlines)),
                )}
              </span>
              <a
                class="s"
                href={addressOf(form, one.indicatorId)}
                aria-label={`${verdictTexts.open} ${shownId(one.indicatorId)}`}
              >
                {verdictTexts.open}
              </a>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
