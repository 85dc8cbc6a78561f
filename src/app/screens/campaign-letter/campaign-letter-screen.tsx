import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { campaignOf, draftPathOf, readDraft } from '../../../core/campaign/campaign-draft.ts';
import { effectiveForm } from '../../../core/form/overlay.ts';
import { overlayFromTexts } from '../../../core/form/overlay-fields.ts';
import { documents } from '../../../documents/documents.ts';
import { campaignLetter } from '../../../reports/campaign/campaign-letter.ts';
import { letterScreenTexts as texts } from '../../../texts/campaign-letter.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Message } from '../../../ui/message.tsx';
import { downloadFile } from '../../download.ts';
import { formOnScreen } from '../../form-on-screen.ts';
import { useOffice } from '../../office/office.ts';
import { ReportSheets } from '../../paper/report-sheets.tsx';

/** CN6: the letter to the schools as it will be printed, of what is published or of the draft beside it. */
export function CampaignLetterScreen() {
  const { query } = useLocation();
  const office = useOffice();
  const form = formOnScreen.value;
  const [saved, setSaved] = useState('');
  const current = 'next' in query ? null : office.campaign.value;
  const stored = office.registersOf(office.officeHistory).value.get(draftPathOf(current?.id ?? null))?.[0]?.value;
  const draft = readDraft(stored ?? null);
  const fixed = { id: current?.id ?? 'next', municipality: office.place.id, forms: [] };
  const drafted = draft ? campaignOf(draft, fixed) : null;
  const campaign = drafted?.ok ? drafted.value : current;
  const report =
    campaign &&
    campaignLetter({
      campaign,
      form: draft ? effectiveForm(form, overlayFromTexts(form, draft.overlay).overlay) : office.form.value,
      municipality: office.place.name,
      address: location.origin,
    });

  async function save(): Promise<void> {
    if (!report) return;
    const { write, contentType } = documents.docx;
    const file = new Blob([(await write(report)) as BlobPart], { type: contentType });
    setSaved(texts.saved(downloadFile(file, texts.fileName)));
  }

  return (
    <div class="stack">
      <div class="stack noprint">
        <p class="crumb">
          <a href="/campaign">{texts.back}</a>
        </p>
        <h1>{texts.title}</h1>
        <p>{drafted?.ok ? texts.ofDraft : texts.ofPublished}</p>
        {report ? (
          <p class="row">
            <button type="button" class="btn main" onClick={() => print()}>
              <Icon sign="print" />
              {texts.print}
            </button>
            <button type="button" class="btn" onClick={save}>
              <Icon sign="doc" />
              {texts.save}
            </button>
            <span role="status">{saved}</span>
          </p>
        ) : (
          <Message sign="info" title={texts.notYet} />
        )}
      </div>
      {report ? <ReportSheets report={report} label={texts.preview} /> : null}
    </div>
  );
}
