import { dayNumberOf } from '../../../answer-kinds/day.ts';
import { dueOf } from '../../../core/submission/campaigns.ts';
import { collectsScored } from '../../../core/submission/collected-forms.ts';
import { dateText } from '../../../texts/numbers.ts';
import { overviewTexts } from '../../../texts/overview.ts';
import { printTexts } from '../../../texts/print.ts';
import { submissionTexts } from '../../../texts/submission.ts';
import { Icon } from '../../../ui/icon.tsx';
import { shortMoment } from '../../moment-text.ts';
import { useProgram } from '../../program.ts';
import { localDay } from '../../time.ts';

/** What the municipality awaits and until when, this school's own later day counted; once it was submitted, that. */
export function DueDate() {
  const { campaign, now, status, registers } = useProgram();
  const { title, basis, letter } = campaign;
  const isScored = collectsScored(campaign);
  const due = dueOf(campaign, registers.value);
  const own = due !== undefined && due !== campaign.due ? due : null;
  const { state, said } = status.value ?? {};
  if (state && said && state !== 'draft')
    return (
      <section class="card stack tight" aria-labelledby="due">
        <h2 id="due">{submissionTexts.short[state](dateText(said.at.slice(0, 10)))}</h2>
        {state === 'returned' && due ? <p>{overviewTexts.fixUntil(dateText(due))}</p> : null}
        {status.value?.changed.length ? <p>{submissionTexts.changed(status.value.changed.length)}</p> : null}
        <p>
          <a class="s" href="/sending#submit">
            {isScored ? submissionTexts.register : submissionTexts.ofForms.register}
          </a>
        </p>
      </section>
    );
  if (!due && !title) return null;
  return (
    <section class="card stack tight" aria-labelledby="due">
      <h2 id="due">
        {due ? (isScored ? overviewTexts.due : overviewTexts.dueOfForms)(dateText(due)) : overviewTexts.awaited}
      </h2>
      {due ? <p>{overviewTexts.daysLeft((dayNumberOf(due) ?? 0) - (dayNumberOf(localDay(now())) ?? 0))}</p> : null}
      {own ? <p>{overviewTexts.extended}</p> : null}
      {title ? <p>{title}</p> : null}
      {basis ? <p class="s q">{overviewTexts.basis(basis)}</p> : null}
      {letter?.text ? (
        <details>
          <summary>{overviewTexts.letter}</summary>
          {letter.text.split(/\n+/).map((line, at) => (
            <p key={`${at} ${line}`}>{line}</p>
          ))}
        </details>
      ) : null}
    </section>
  );
}

/** Where the work is: on this device, delivered by file, sent, confirmed. */
export function Where() {
  const { saving, delivery, revisionCount, campaign } = useProgram();
  const { enrolment, unsent, delivered, refused, sent, confirmed, answeredAt, confirmedAt } = delivery.value;
  const all = unsent + refused.length + sent + confirmed;
  return (
    <section class="stack tight" aria-labelledby="where">
      <h2 id="where">{overviewTexts.where}</h2>
      <dl class="facts s">
        <dt>
          <Icon sign="disk" /> {overviewTexts.onDevice}
        </dt>
        <dd>
          <b>{overviewTexts.records(revisionCount.value)}</b>, {saving.value.savedAt}
        </dd>
        {delivered > 0 ? (
          <>
            <dt>
              <Icon sign="usb" /> {overviewTexts.delivered}
            </dt>
            <dd>
              <b>{overviewTexts.records(delivered)}</b>
            </dd>
          </>
        ) : null}
        {enrolment ? (
          <>
            <dt>
              <Icon sign="up" /> {overviewTexts.sent}
            </dt>
            <dd>
              <b>{overviewTexts.of(sent + confirmed, all)}</b>
              {answeredAt ? `, ${answeredAt}` : ''}
            </dd>
            <dt>
              <Icon sign="dbl" /> {overviewTexts.confirmed}
            </dt>
            <dd>
              <b>{overviewTexts.of(confirmed, all)}</b>
              {confirmedAt ? `, ${shortMoment(confirmedAt)}` : ''}
            </dd>
          </>
        ) : null}
      </dl>
      <p>
        <a class="s" href="/sending">
          {enrolment ? overviewTexts.sending : overviewTexts.enterCode}
        </a>
      </p>
      <p>
        <a class="s" href="/safety">
          {overviewTexts.safety}
        </a>
      </p>
      <p>
        <a class="s" href="/print">
          {collectsScored(campaign) ? printTexts.link : printTexts.linkToForms}
        </a>
      </p>
    </section>
  );
}

/** Campaigns that are not on screen and have answers or were announced: nothing typed is out of reach. */
export function OtherPeriods() {
  const { periods } = useProgram();
  const others = periods.others.value;
  if (others.length === 0) return null;
  return (
    <section class="stack tight" aria-labelledby="others">
      <h2 id="others">{overviewTexts.others}</h2>
      <ul class="plain stack tight">
        {others.map(({ campaign, answers }) => (
          <li key={campaign.id}>
            {overviewTexts.other(campaign.schoolYear, answers, campaign.title)}{' '}
            <button type="button" class="btn link" onClick={() => periods.choose(campaign.id)}>
              {overviewTexts.openOther}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
