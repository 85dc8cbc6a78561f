import { useState } from 'preact/hooks';
import { campaignTexts as texts } from '../../../texts/campaign.ts';
import { Message } from '../../../ui/message.tsx';
import { momentText } from '../../moment-text.ts';
import { useOffice } from '../../office/office.ts';
import type { Drafting } from './use-campaign-draft.ts';

type Props = { drafting: Drafting; onTold: () => void; onPublished: () => void };

/** What the schools already have, what is only a draft, and the one button that publishes it. */
export function PublishBar({ drafting, onTold, onPublished }: Props) {
  const { progress } = useOffice();
  const [said, setSaid] = useState<'failed' | 'wrong' | null>(null);
  const { published, submitted, isChanged, saving, problems } = drafting;
  const wrong = problems.campaign.length + problems.overlay.length;
  const isCounting = published !== null && progress.value !== null;

  async function publish(): Promise<void> {
    if (wrong > 0) {
      onTold();
      return setSaid('wrong');
    }
    const written = await drafting.publish();
    setSaid(written ? null : 'failed');
    if (written) onPublished();
  }

  return (
    <div class="stack">
      {submitted > 0 ? (
        <Message sign="lock" title={texts.locked(submitted)}>
          <p>{texts.lockedText}</p>
        </Message>
      ) : null}
      <p>
        {published ? texts.published : texts.draft} {published && isChanged ? <b>{texts.changed}</b> : null}
      </p>
      <OtherDraft drafting={drafting} />
      {said === 'failed' ? <Message sign="warn" tone="warn" title={texts.notPublished} /> : null}
      {said === 'wrong' && wrong > 0 ? <Message sign="stop" tone="bad" title={texts.fix(wrong)} /> : null}
      {isChanged || !published ? (
        <div class="row">
          {isCounting ? (
            <p>{texts.counting}</p>
          ) : (
            <button type="button" class="btn main" onClick={publish}>
              {texts.publish}
            </button>
          )}
          {isChanged ? <Drop onDrop={drafting.drop} /> : null}
          <span role="status">{saving === 'saved' ? texts.saved : saving === 'failed' ? texts.notSaved : ''}</span>
        </div>
      ) : null}
    </div>
  );
}

/** The same draft as it was changed on another device: one of the two goes on. */
function OtherDraft({ drafting: { other, draft, settle } }: { drafting: Drafting }) {
  if (!other) return null;
  const { said } = other;
  return (
    <Message
      sign="clash"
      tone="warn"
      title={texts.otherDraft(said.label, momentText(said.at))}
      actions={
        <>
          <button type="button" class="btn" onClick={() => settle(other.draft)}>
            {texts.takeOther}
          </button>
          <button type="button" class="btn" onClick={() => settle(draft)}>
            {texts.keepOwn}
          </button>
        </>
      }
    >
      <p>{texts.otherDraftText}</p>
    </Message>
  );
}

/** Asks once before a draft goes. */
function Drop({ onDrop }: { onDrop: () => void }) {
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <button type="button" class="btn link" onClick={() => setAsked(true)}>
        {texts.drop}
      </button>
    );
  return (
    <span class="row">
      {texts.dropSure}
      <button
        type="button"
        class="btn danger"
        onClick={() => {
          setAsked(false);
          onDrop();
        }}
      >
        {texts.dropYes}
      </button>
      <button type="button" class="btn" onClick={() => setAsked(false)}>
        {texts.keep}
      </button>
    </span>
  );
}
