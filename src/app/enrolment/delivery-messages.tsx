import { sendingTexts } from '../../texts/sending.ts';
import { Message } from '../../ui/message.tsx';
import { downloadCopy } from '../download.ts';
import { openContacts } from '../private-values/contacts.ts';
import { useProgram } from '../program.ts';

/** What stands between this device and the endpoint. `urgent`: only what a person has to do something about. */
export function DeliveryMessages({ urgent }: { urgent: boolean }) {
  const program = useProgram();
  const { problem, nextTryAt, unsent, sent, refused, forgotten, contacts } = program.delivery.value;
  const needsPerson = problem === 'revoked' || problem === 'no-device' || problem === 'not-this-place';
  const settled = unsent + sent + refused.length + openContacts(contacts) === 0;
  const shown = problem !== null && (urgent ? needsPerson : true);
  return (
    <>
      {shown ? (
        <Message
          sign={needsPerson ? 'stop' : 'warn'}
          tone={needsPerson ? 'bad' : 'warn'}
          title={sendingTexts.problems[problem][0]}
          actions={
            <>
              {urgent && needsPerson ? (
                <a class="btn sm" href="/sending">
                  {sendingTexts.enterCode}
                </a>
              ) : null}
              <button type="button" class="btn sm" onClick={() => downloadCopy(program)}>
                {sendingTexts.saveFile}
              </button>
            </>
          }
        >
          <p>
            {settled && !needsPerson ? sendingTexts.nothingUnsent : sendingTexts.problems[problem][1]}{' '}
            {nextTryAt ? sendingTexts.nextTry(nextTryAt) : ''}
          </p>
        </Message>
      ) : null}
      {urgent || refused.length === 0 ? null : (
        <Message sign="warn" tone="warn" title={sendingTexts.refusedTitle(refused.length)}>
          <p>{sendingTexts.refusedText}</p>
        </Message>
      )}
      {urgent || forgotten === 0 ? null : (
        <Message sign="warn" tone="warn" title={sendingTexts.forgottenTitle}>
          <p>{sendingTexts.forgottenText(forgotten)}</p>
        </Message>
      )}
    </>
  );
}
