import { useEffect, useState } from 'preact/hooks';
import { frameTexts } from '../../texts/frame.ts';
import { programTexts } from '../../texts/program.ts';
import { Message } from '../../ui/message.tsx';
import { downloadCopy } from '../download.ts';
import { later } from '../later.tsx';
import { useProgram } from '../program.ts';
import { looksPrivate } from '../store/storage-facts.ts';
import type { Updates } from '../updates.ts';
import { useView } from '../use-view.ts';

const DeliveryMessages = later(() => import('../enrolment/delivery-messages.tsx').then((m) => m.DeliveryMessages));

/** Messages that concern the whole work: lost writes first, what start-up restored, a newer version. */
export function FrameMessages({ path, updates }: { path: string; updates: Updates }) {
  const { problem } = useProgram().delivery.value;
  return (
    <div class="stack noprint">
      <Unsaved />
      {path === '/sending' || problem === null ? null : <DeliveryMessages urgent />}
      <Recovered />
      <PrivateWindow />
      <UpdateOffered updates={updates} />
    </div>
  );
}

function Unsaved() {
  const program = useProgram();
  const lost = useView(() => {
    const { unsaved, count, secondCopy } = program.saving.value;
    const reason = unsaved[0]?.reason;
    return reason ? { reason, unsaved: unsaved.length, count, secondCopy } : null;
  }, [program]);
  if (lost === null) return null;
  const { reason, unsaved, count, secondCopy } = lost;
  const newer = reason === 'newer-data';
  return (
    <Message
      sign="stop"
      tone="bad"
      alert
      title={frameTexts.unsavedTitle[reason](unsaved)}
      actions={
        <>
          {newer ? null : (
            <button type="button" class="btn sm" onClick={() => program.retryUnsaved()}>
              {frameTexts.again}
            </button>
          )}
          <button type="button" class="btn sm" onClick={() => downloadCopy(program)}>
            {frameTexts.saveFile}
          </button>
        </>
      }
    >
      <p>{newer ? frameTexts.newerUnsavedText(secondCopy === 'ok') : frameTexts.unsavedText[reason](count)}</p>
    </Message>
  );
}

function Recovered() {
  const { recovery, dismissRecovery, saving } = useProgram();
  const found = recovery.value;
  const saidAlready = useView(() => saving.value.unsaved.some(({ reason }) => reason === 'newer-data'), [saving]);
  if (found.kind === 'nothing') return null;
  if (found.kind === 'newer-data')
    return saidAlready ? null : (
      <Message sign="stop" tone="bad" title={frameTexts.newerTitle}>
        <p>{frameTexts.newerText}</p>
      </Message>
    );
  const wiped = found.kind === 'wiped-nothing-left';
  const older = found.kind === 'restored' && found.reason === 'older';
  const title = wiped
    ? frameTexts.wipedTitle
    : older
      ? frameTexts.olderTitle(found.count)
      : frameTexts.restoredTitle(found.count);
  return (
    <Message
      sign={wiped ? 'warn' : 'info'}
      tone={wiped ? 'warn' : 'ok'}
      title={title}
      actions={
        <button type="button" class="btn sm" onClick={dismissRecovery}>
          {frameTexts.understood}
        </button>
      }
    >
      <p>{wiped ? frameTexts.wipedText : older ? frameTexts.olderText : frameTexts.restoredText}</p>
    </Message>
  );
}

/** Said at the start, while there is little to lose. */
function PrivateWindow() {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    looksPrivate().then(setShown);
  }, []);
  if (!shown) return null;
  return (
    <Message
      sign="warn"
      tone="warn"
      title={frameTexts.privateTitle}
      actions={
        <button type="button" class="btn sm" onClick={() => setShown(false)}>
          {frameTexts.understood}
        </button>
      }
    >
      <p>{frameTexts.privateText}</p>
    </Message>
  );
}

function UpdateOffered({ updates }: { updates: Updates }) {
  const apply = updates.apply.value;
  if (updates.replaced.value) return <Replaced />;
  if (!apply) return null;
  return (
    <Message
      sign="info"
      title={frameTexts.updateTitle}
      actions={
        <button type="button" class="btn sm" onClick={apply}>
          {frameTexts.updateNow}
        </button>
      }
    >
      <p>{frameTexts.updateText}</p>
    </Message>
  );
}

function Replaced() {
  return (
    <Message
      sign="info"
      title={frameTexts.replacedTitle}
      actions={
        <button type="button" class="btn sm" onClick={() => location.reload()}>
          {programTexts.reload}
        </button>
      }
    >
      <p>{frameTexts.replacedText}</p>
    </Message>
  );
}
