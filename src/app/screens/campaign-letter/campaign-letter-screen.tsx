import { formTitles } from 'virtual:form';
import { useLocation } from 'preact-iso';
import { campaignOf, draftPathOf, readDraft } from '../../../core/campaign/campaign-draft.ts';
import { isAwaited } from '../../../core/form/awaited-form.ts';
import { effectiveForm } from '../../../core/form/overlay.ts';
import { overlayFromTexts } from '../../../core/form/overlay-fields.ts';
import {
  collects,
  collectsScored,
  otherFormIds,
  pinned,
  scoredFormOf,
} from '../../../core/submission/collected-forms.ts';
import { campaignLetter } from '../../../reports/campaign/campaign-letter.ts';
import { letterScreenTexts as texts } from '../../../texts/campaign-letter.ts';
import { Message } from '../../../ui/message.tsx';
import { useOffice } from '../../office/office.ts';
import { PaperPage } from '../../paper/paper-page.tsx';

/** CN6: the letter to the schools as it will be printed, of what is published or of the draft beside it. */
export function CampaignLetterScreen() {
  const { query } = useLocation();
  const office = useOffice();
  const current = 'next' in query ? null : office.campaign.value;
  const stored = office.registersOf(office.officeHistory).value.get(draftPathOf(current?.id ?? null))?.[0]?.value;
  const draft = readDraft(stored ?? null);
  const chosen = pinned(draft?.forms ?? current?.forms ?? [scoredFormOf({}) ?? ''], office.forms.all.value, current);
  const drafted = draft
    ? campaignOf(draft, { id: current?.id ?? 'next', municipality: office.place.id, ...chosen })
    : null;
  const campaign = drafted?.ok ? drafted.value : current;
  const published = office.forms.published(campaign ?? {});
  const form = draft ? effectiveForm(published, overlayFromTexts(published, draft.overlay).overlay) : office.form.value;
  const isComing = isAwaited(published);
  const report =
    campaign &&
    !isComing &&
    campaignLetter({
      campaign,
      form: collectsScored(campaign) ? form : null,
      others: formTitles
        .filter(({ id }) => otherFormIds.includes(id) && collects(campaign, id))
        .map(({ title }) => title),
      municipality: office.place.name,
      address: location.origin,
    });

  const head = (
    <>
      <p class="crumb">
        <a href="/campaign">{texts.back}</a>
      </p>
      <h1>{texts.title}</h1>
      {report ? <p>{drafted?.ok ? texts.ofDraft : texts.ofPublished}</p> : null}
    </>
  );
  if (report) return <PaperPage head={head} report={report} name={texts.fileName} preview={texts.preview} />;
  return (
    <div class="stack">
      {head}
      <Message sign="info" title={isComing ? texts.awaited : texts.notYet} />
    </div>
  );
}
