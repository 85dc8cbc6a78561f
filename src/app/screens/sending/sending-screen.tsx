import { sendingTexts } from '../../../texts/sending.ts';
import { stickTexts } from '../../../texts/stick.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { CodeForm } from '../../enrolment/code-form.tsx';
import { DeliveryMessages } from '../../enrolment/delivery-messages.tsx';
import { OfficerNotice } from '../../enrolment/officer-notice.tsx';
import { UnprovenMessages } from '../../enrolment/unproven-messages.tsx';
import { shortMoment } from '../../moment-text.ts';
import { type Contacts, carriedContacts, openContacts } from '../../private-values/contacts.ts';
import { useProgram } from '../../program.ts';
import type { Delivery } from '../../sync/delivery.ts';
import { DevicesCard } from './devices-card.tsx';
import { StickCard } from './stick-card.tsx';
import { SubmitCard } from './submit-card.tsx';

/** What the endpoint has seen of the work: three steps with counts, a button, and the code where there is none. */
export function SendingScreen() {
  const { delivery } = useProgram();
  const { enrolment, problem } = delivery.value;
  const needsCode = enrolment === null || problem === 'revoked' || problem === 'no-device';
  const isOfficer = enrolment?.role === 'officer' && !needsCode;
  return (
    <div class="cols">
      <div class="stack wide">
        {isOfficer ? (
          <div class="stack">
            <OfficerNotice place={enrolment.place.name} />
            <DeliveryMessages urgent={false} />
          </div>
        ) : (
          <Standing />
        )}
        {needsCode ? (
          <section class="card stack" aria-labelledby="enter-code">
            <h2 id="enter-code">{sendingTexts.haveCode}</h2>
            <p>{sendingTexts.haveCodeText}</p>
            <CodeForm />
          </section>
        ) : (
          <Network />
        )}
        {isOfficer ? null : (
          <>
            <StickCard />
            <SubmitCard />
          </>
        )}
      </div>
      <aside class="stack">
        {enrolment && !isOfficer ? (
          <dl class="facts s">
            <dt>{sendingTexts.place}</dt>
            <dd>{enrolment.place.name}</dd>
            <dt>{sendingTexts.device}</dt>
            <dd>{enrolment.label}</dd>
          </dl>
        ) : null}
        {needsCode || isOfficer ? null : <DevicesCard />}
        <section class="stack tight" aria-labelledby="copy-in-file">
          <h2 id="copy-in-file">{sendingTexts.file}</h2>
          <p>{sendingTexts.fileText}</p>
          <p>
            <a class="btn" href="/safety">
              <Icon sign="file" />
              {sendingTexts.toSafety}
            </a>
          </p>
        </section>
      </aside>
    </div>
  );
}

function Standing() {
  const { delivery, saving } = useProgram();
  const state = delivery.value;
  const kind = kindOf(state);
  const title = sendingTexts.title[kind];
  return (
    <div class="stack">
      <h1>
        {typeof title === 'string'
          ? title
          : title(state.unsent - state.delivered + state.refused.length, openContacts(state.contacts))}
      </h1>
      <p class="lead">{sendingTexts.lead[kind]}</p>
      <DeliveryMessages urgent={false} />
      <UnprovenMessages />
      {state.delivered > 0 && state.deliveredAt !== null ? (
        <p>
          <b>{stickTexts.delivered(state.delivered, shortMoment(state.deliveredAt))}.</b> {stickTexts.deliveredText}
        </p>
      ) : null}
      <ContactsLine contacts={state.contacts} />
      {state.enrolment ? (
        <Steps state={state} savedAt={saving.value.savedAt} twice={saving.value.secondCopy === 'ok'} />
      ) : null}
    </div>
  );
}

/** PV9: contacts of staff are no records: they are told apart. */
function ContactsLine({ contacts }: { contacts: Contacts }) {
  const words = sendingTexts.contacts;
  if (contacts === 'closed') return <p>{words.closed}</p>;
  const [unsent, carried] = [openContacts(contacts), carriedContacts(contacts)];
  return (
    <>
      {unsent > 0 ? <p>{words.unsent(unsent)}</p> : null}
      {carried > 0 ? <p>{words.carried(carried)}</p> : null}
    </>
  );
}

function Steps({ state, savedAt, twice }: { state: Delivery; savedAt: string | null; twice: boolean }) {
  const words = sendingTexts.steps;
  const all = state.unsent + state.refused.length + state.sent + state.confirmed;
  const answered = state.sent + state.confirmed;
  const confirmedWhen = state.confirmedAt && state.confirmed > 0 ? shortMoment(state.confirmedAt) : null;
  return (
    <ol class="steps">
      <li class={all > 0 ? 'done' : undefined}>
        <b>{words.saved(all)}</b>
        <br />
        <span class="q">{savedAt ? words.savedWhen(savedAt, twice) : ''}</span>
      </li>
      <li class={all > 0 && answered === all ? 'done' : undefined}>
        <b>{words.sent(answered, all)}</b>
        <br />
        <span class="q">{words.sentWhen(state.answeredAt)}</span>
      </li>
      <li class={all > 0 && state.confirmed === all ? 'done' : undefined}>
        <b>{words.confirmed(state.confirmed, all)}</b>
        <br />
        <span class="q">{words.confirmedWhen(confirmedWhen)}</span>
      </li>
    </ol>
  );
}

function Network() {
  const { delivery, syncNow } = useProgram();
  const { busy, enrolment } = delivery.value;
  return (
    <section class="card stack" aria-labelledby="by-network">
      <h2 id="by-network">{sendingTexts.network}</h2>
      <p>{sendingTexts.networkText}</p>
      <p class="row">
        <button type="button" class="btn main" aria-disabled={busy} onClick={syncNow}>
          <Icon sign="up" />
          {sendingTexts.sendNow}
        </button>
        <span role="status">{busy ? sendingTexts.sending : ''}</span>
      </p>
      {enrolment && delivery.value.confirmed === 0 && delivery.value.unsent === 0 ? (
        <Message sign="yes" tone="ok" title={sendingTexts.enrolled(enrolment.place.name)}>
          <p>{sendingTexts.enrolledText}</p>
        </Message>
      ) : null}
    </section>
  );
}

function kindOf(state: Delivery): keyof typeof sendingTexts.title {
  if (state.enrolment === null) return 'noCode';
  if (state.unsent - state.delivered + state.refused.length + openContacts(state.contacts) > 0) return 'unsent';
  if (state.delivered + carriedContacts(state.contacts) > 0) return 'delivered';
  if (state.sent > 0) return 'sent';
  return state.confirmed > 0 ? 'confirmed' : 'nothing';
}
