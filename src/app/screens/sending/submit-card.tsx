import { useId, useState } from 'preact/hooks';
import { isAwaited } from '../../../core/form/awaited-form.ts';
import { collectedForms, collects, collectsScored, submittedForms } from '../../../core/submission/collected-forms.ts';
import { readDay } from '../../../core/submission/typed-text.ts';
import { dateText } from '../../../texts/numbers.ts';
import { submissionTexts } from '../../../texts/submission.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { FailedChecks } from '../../failed-checks.tsx';
import { later } from '../../later.tsx';
import { momentText } from '../../moment-text.ts';
import { type Program, useProgram } from '../../program.ts';
import { registerName } from '../../register-name.ts';
import { addressOf } from '../../routes.ts';
import { localDay } from '../../time.ts';

const MonitoringBeforeSubmitting = later(() =>
  import('../../monitoring/before-submitting.tsx').then((m) => m.MonitoringBeforeSubmitting),
);
const SiteReportBeforeSubmitting = later(() =>
  import('../../site-report/before-submitting.tsx').then((m) => m.SiteReportBeforeSubmitting),
);
const StillReturned = later(() => import('../../municipality/waiting.tsx').then((m) => m.StillReturned));

const mostNamed = 12;

/** Words of what is submitted: of a self-assessment, or of a campaign without it. */
const wordsOf = (campaign: Program['campaign']) =>
  collectsScored(campaign) ? submissionTexts : submissionTexts.ofForms;

/** SB1, SC19, MS1: submitting: what stands in its way, what was submitted and signed, what the municipality said, what changed since. */
export function SubmitCard() {
  const { status, assessment, delivery, campaign, form } = useProgram();
  const isScored = collectsScored(campaign);
  const finished = !isScored || (assessment.value.finished && !isAwaited(form));
  const conflicts = assessment.value.conflicts.filter((key) => isScored || key.startsWith('-/'));
  const failed = isScored ? assessment.value.checks : [];
  const hasErrors = failed.some(({ level }) => level === 'error');
  const words = wordsOf(campaign);
  const state = status.value?.state ?? null;
  const changed = status.value?.changed.length ?? 0;
  const covered = submittedForms(campaign, status.value);
  const isWhole = collectedForms(campaign).every((id) => covered.includes(id));
  const isDone = (state === 'submitted' || state === 'accepted') && changed === 0 && isWhole;
  const submitting =
    finished && conflicts.length === 0 && !hasErrors ? <SubmitForm again={changed > 0} scored={isScored} /> : null;
  const withReport = collects(campaign, 'site-report') ? (
    <SiteReportBeforeSubmitting>{submitting}</SiteReportBeforeSubmitting>
  ) : (
    submitting
  );
  return (
    <section class="card stack" id="submit" aria-labelledby="submit-title">
      <h2 id="submit-title">{state === null || state === 'draft' ? words.title : words.heading[state]}</h2>
      <Said />
      <Changed />
      {isDone ? null : delivery.value.enrolment?.role === 'branch' ? (
        <p>{words.branch}</p>
      ) : (
        <>
          {!finished ? (
            <NotFinished />
          ) : conflicts.length > 0 ? (
            <p>
              {submissionTexts.conflicts(conflicts.length)} <a href="/">{submissionTexts.toConflicts}</a>
            </p>
          ) : null}
          {finished ? <FailedChecks checks={failed} /> : null}
          {collects(campaign, 'monitoring') ? (
            <MonitoringBeforeSubmitting>{withReport}</MonitoringBeforeSubmitting>
          ) : (
            withReport
          )}
        </>
      )}
    </section>
  );
}

/** Who said so and when, who signed, and why it came back. */
function Said() {
  const { status, answer, campaign } = useProgram();
  if (status.value === null) return <p>{wordsOf(campaign).lead}</p>;
  const { state, said, signing, reason } = status.value;
  return (
    <div class="stack tight">
      <p>{submissionTexts.said(said.who, said.label, momentText(said.at))}</p>
      <NotSeen />
      {state === 'returned' ? <p>{submissionTexts.returnedText}</p> : null}
      {reason ? <p class="b">{submissionTexts.reason(reason)}</p> : null}
      {state === 'returned' ? <StillReturned /> : null}
      {state === 'submitted' || state === 'accepted' ? (
        <p>{signing ? submissionTexts.signed[signing.by](dateText(signing.on)) : submissionTexts.notSigned}</p>
      ) : null}
      {state === 'submitted' ? (
        <p>
          <button type="button" class="btn link" onClick={() => answer('status', { state: 'draft' })}>
            {submissionTexts.withdraw}
          </button>
        </p>
      ) : null}
    </div>
  );
}

/** What the school said last and the municipality does not know; what came from there, or is known to have arrived, is not in doubt. */
function NotSeen() {
  const { status, delivery, deliveredOf, campaign } = useProgram();
  const { enrolment, counted } = delivery.value;
  if (!status.value || (enrolment && !counted)) return null;
  const { state, said, submittedAt } = status.value;
  const delivered = deliveredOf(said.id)?.state;
  if (delivered === 'confirmed' || delivered === 'by-file') return null;
  if (state === 'draft') return submittedAt === null ? null : <p>{wordsOf(campaign).withdrawalNotSeen}</p>;
  if (state !== 'submitted') return null;
  return <p>{enrolment === null ? wordsOf(campaign).notSeenNoCode : wordsOf(campaign).notSeen}</p>;
}

/** SB2: what was changed after it had been submitted, each with the way there. */
function Changed() {
  const { status, form, campaign } = useProgram();
  const changed = status.value?.state === 'draft' ? [] : (status.value?.changed ?? []);
  if (changed.length === 0) return null;
  const isKept = (path: string) => !path.startsWith(`${campaign.id}/${form.id}/`);
  const keyOf = (path: string) => (isKept(path) ? path : (path.split('/').at(-1) ?? path));
  return (
    <Message sign="info" tone="warn" title={submissionTexts.changed(changed.length)}>
      <p>{wordsOf(campaign).changedText}</p>
      <ul class="plain row">
        {changed.slice(0, mostNamed).map((path) => (
          <li key={path}>
            <a href={addressOf(form, keyOf(path))}>{registerName(form, path)}</a>
          </li>
        ))}
        {changed.length > mostNamed ? <li>{submissionTexts.andMore(changed.length - mostNamed)}</li> : null}
      </ul>
    </Message>
  );
}

function NotFinished() {
  const { assessment, form } = useProgram();
  if (isAwaited(form)) return <p>{submissionTexts.awaited}</p>;
  const { progress, unanswered } = assessment.value;
  const [next] = unanswered;
  return (
    <p>
      {submissionTexts.left(progress.of - progress.answered, progress.of)}{' '}
      {next ? <a href={addressOf(form, next)}>{submissionTexts.toFill}</a> : null}
    </p>
  );
}

/** SB3: on the principal's device submitting is signing; elsewhere the day of the signature on paper may be told. */
function SubmitForm({ again, scored }: { again: boolean; scored: boolean }) {
  const { submit, delivery, now } = useProgram();
  const today = localDay(now());
  const isPrincipal = delivery.value.enrolment?.role === 'signer';
  const [onPaper, setOnPaper] = useState(false);
  const [day, setDay] = useState(dateText(today));
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();

  async function send(event: Event): Promise<void> {
    event.preventDefault();
    const on = readDay(day);
    if (onPaper && (typeof on !== 'string' || on > today)) return setProblem(submissionTexts.signedOnProblem);
    setProblem(null);
    const paper = onPaper && typeof on === 'string' ? ({ by: 'paper', on } as const) : null;
    const written = await submit(isPrincipal ? { by: 'device', on: today } : paper);
    if (!written) setProblem(submissionTexts.notWritten);
  }

  return (
    <form class="stack" onSubmit={send} noValidate>
      {isPrincipal ? (
        <p>{submissionTexts.onDevice}</p>
      ) : (
        <label class="tick">
          <input type="checkbox" checked={onPaper} onChange={(event) => setOnPaper(event.currentTarget.checked)} />{' '}
          {submissionTexts.onPaper}
        </label>
      )}
      {onPaper ? (
        <div class="f">
          <label class="lab" for={id}>
            {submissionTexts.signedOn}
          </label>
          <input
            id={id}
            type="text"
            class="d"
            inputMode="numeric"
            autocomplete="off"
            value={day}
            aria-invalid={problem ? 'true' : undefined}
            aria-describedby={problem ? `${id}e` : undefined}
            onInput={(event) => setDay(event.currentTarget.value)}
          />
        </div>
      ) : null}
      {problem ? (
        <p class="err" id={`${id}e`} role="alert">
          <Icon sign="stop" />
          <span>{problem}</span>
        </p>
      ) : null}
      <p class="row">
        <button type="submit" class="btn main">
          {again ? submissionTexts.submitAgain : submissionTexts.submit}
        </button>
        {scored ? <span class="q">{submissionTexts.anyLevel}</span> : null}
      </p>
    </form>
  );
}
