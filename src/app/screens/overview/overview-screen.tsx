import { isAwaited } from '../../../core/form/awaited-form.ts';
import { criterionIdOf, isScored as givesScores, hasTables } from '../../../core/form/form.ts';
import { collects, collectsScored } from '../../../core/submission/collected-forms.ts';
import { levelTexts } from '../../../texts/answers.ts';
import { dateText, shownId } from '../../../texts/numbers.ts';
import { overviewTexts } from '../../../texts/overview.ts';
import { verdictTexts } from '../../../texts/verdict.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { Blockers, toneOf } from '../../blockers.tsx';
import { nextUnanswered } from '../../keyboard.ts';
import { later } from '../../later.tsx';
import { useProgram } from '../../program.ts';
import { addressOf } from '../../routes.ts';
import { IndicatorSearch, KeysHint } from '../../search/indicator-search.tsx';
import { isSiteReportCollected } from '../../site-report/is-collected.ts';
import { useView } from '../../use-view.ts';
import { DueDate, OtherPeriods, Where } from './overview-aside.tsx';
import { CriteriaList, TablesList } from './progress-lists.tsx';

const MonitoringLine = later(() => import('./monitoring-line.tsx').then((m) => m.MonitoringLine));
const SiteReportLine = later(() => import('./site-report-line.tsx').then((m) => m.SiteReportLine));
const Waiting = later(() => import('../../municipality/waiting.tsx').then((m) => m.Waiting));

/** Where the school stands: the verdict so far in words, one way on, what awaits a decision, and every part's progress; MS1: of the forms collected. */
export function OverviewScreen() {
  const program = useProgram();
  const { campaign } = program;
  const { progress, finished, conflicts } = program.assessment.value;
  const isReturned = useView(
    () =>
      program.status.value?.state === 'returned' ||
      [...program.registers.value.keys()].some((path) => path.endsWith('#return')),
    [program],
  );
  const left = progress.of - progress.answered;
  const isScored = collectsScored(campaign) && !isAwaited(program.form);
  return (
    <div class="cols">
      <div class="stack wide">
        {isScored ? (
          <div class="stack">
            <p class="crumb">{overviewTexts.crumb(program.form.title, campaign.schoolYear, dateText(campaign.asOf))}</p>
            <h1>{finished ? overviewTexts.allFilled(progress.of) : overviewTexts.left(left, progress.of)}</h1>
            <SoFar />
          </div>
        ) : (
          <div class="stack">
            <p class="crumb">{overviewTexts.plainCrumb(campaign.schoolYear, dateText(campaign.asOf))}</p>
            <h1>{campaign.title ?? overviewTexts.forms}</h1>
            {isAwaited(program.form) ? (
              <Message
                sign="info"
                title={overviewTexts.awaitedTitle}
                actions={
                  <a class="btn sm" href="/sending">
                    {overviewTexts.awaitedAction}
                  </a>
                }
              >
                <p>{overviewTexts.awaitedText}</p>
              </Message>
            ) : null}
          </div>
        )}
        {conflicts.length > 0 || isReturned ? <Waiting /> : null}
        {isScored ? (
          <>
            <CriteriaList />
            {hasTables(program.form) ? <TablesList /> : null}
          </>
        ) : null}
        {collects(campaign, 'monitoring') ? <MonitoringLine /> : null}
        {isSiteReportCollected(campaign) ? <SiteReportLine /> : null}
      </div>
      <aside class="stack">
        {isScored ? <IndicatorSearch /> : null}
        <DueDate />
        <Where />
        <OtherPeriods />
        {isScored ? <KeysHint /> : null}
      </aside>
    </div>
  );
}

function SoFar() {
  const program = useProgram();
  const { finished, level, blockedBy, cappedBy, range, passportMissing } = program.assessment.value;
  const count = blockedBy.length + cappedBy.length;
  const scored = givesScores(program.form);
  const title = !scored
    ? verdictTexts.noScore
    : finished && level
      ? overviewTexts.level(levelTexts[level])
      : count === 0
        ? overviewTexts.nothingBlocks
        : count === 1
          ? overviewTexts.oneBlocks
          : overviewTexts.manyBlock(count);
  return (
    <section class={`verdict ${toneOf(program.assessment.value)} stack`} aria-labelledby="so-far">
      <h2 id="so-far">{title}</h2>
      <Blockers />
      {finished || !scored ? null : <p>{overviewTexts.range(range.lowest, range.highest)}</p>}
      {passportMissing.length > 0 ? <p>{overviewTexts.passportMissing}</p> : null}
      <GoOn passportFirst={passportMissing.length > 0} />
    </section>
  );
}

function GoOn({ passportFirst }: { passportFirst: boolean }) {
  const program = useProgram();
  const next = nextUnanswered(program, null);
  if (next === null)
    return (
      <p>
        <a class="btn main" href="/verdict">
          {overviewTexts.toVerdict}
          <Icon sign="next" />
        </a>
      </p>
    );
  const label =
    criterionIdOf(program.form, next) !== null ? overviewTexts.goOn(shownId(next)) : overviewTexts.goOnTable;
  return (
    <p class="row">
      <a class="btn main" href={passportFirst ? '/passport' : addressOf(program.form, next)}>
        {passportFirst ? overviewTexts.toPassport : label}
        <Icon sign="next" />
      </a>
      {passportFirst ? (
        <a href={addressOf(program.form, next)}>{label}</a>
      ) : (
        <a href="/passport">{overviewTexts.passport}</a>
      )}
    </p>
  );
}
