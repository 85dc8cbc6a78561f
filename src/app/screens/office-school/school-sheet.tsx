import { sha256 } from '@noble/hashes/sha2.js';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { type ReportInput, reportInputOf } from '../../../reports/report-input.ts';
import { scoreSheet } from '../../../reports/score-sheet.ts';
import { reviewTexts as words } from '../../../texts/review.ts';
import { Icon } from '../../../ui/icon.tsx';
import { downloadFile } from '../../download.ts';
import type { SchoolOnScreen } from '../../office/use-school.ts';
import { ReportSheets } from '../../paper/report-sheets.tsx';
import { type Program, useProgram } from '../../program.ts';
import { showAnchor } from '../../show-anchor.ts';

/**
 * What a school's papers are made of on an officer's device: what was submitted, by the effective form. RP5: what the school's
 * devices have still to send, and what this one has, is not confirmed.
 */
export const schoolReportInput = (
  { place, form, campaign, standing, contact }: SchoolOnScreen,
  { delivery }: Program,
): ReportInput =>
  reportInputOf({
    form,
    registers: standing.registers,
    campaign,
    reportDate: campaign.reportDate ?? campaign.asOf,
    revisionCount: standing.revisionCount,
    unsent: contact.unsent + delivery.value.unsent + delivery.value.sent,
    placeName: place.shortName,
    sha256,
  });

/** The score sheet of a school as it is printed, and as a docx. */
export function SchoolSheet({ school, onClose }: { school: SchoolOnScreen; onClose: () => void }) {
  const [saved, setSaved] = useState<string | null>(null);
  const program = useProgram();
  const { unsent, sent } = program.delivery.value;
  const report = useMemo(() => scoreSheet(schoolReportInput(school, program)), [school.standing, unsent, sent]);
  useEffect(showAnchor, []);

  async function save(): Promise<void> {
    const { documents } = await import('../../../documents/documents.ts');
    const bytes = await documents.docx.write(report);
    const file = new Blob([bytes as BlobPart], { type: documents.docx.contentType });
    setSaved(downloadFile(file, `gotovo-list-${school.place.id}.docx`));
  }

  return (
    <div class="stack">
      <div class="stack noprint">
        <h1>{words.sheetTitle(school.place.shortName)}</h1>
        <p class="row">
          <button type="button" class="btn main" onClick={() => print()}>
            <Icon sign="print" />
            {words.print}
          </button>
          <button type="button" class="btn" onClick={save}>
            <Icon sign="doc" />
            {words.saveDocx}
          </button>
          <button type="button" class="btn link" onClick={onClose}>
            {words.toReview}
          </button>
          <span role="status">{saved ? words.saved(saved) : ''}</span>
        </p>
      </div>
      <ReportSheets report={report} label={words.preview} />
    </div>
  );
}
