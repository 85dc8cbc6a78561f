import { sha256 } from '@noble/hashes/sha2.js';
import { useEffect, useMemo } from 'preact/hooks';
import { systemsOf } from '../../../core/systems/systems.ts';
import { type ReportInput, reportInputOf } from '../../../reports/report-input.ts';
import { scoreSheet } from '../../../reports/score-sheet.ts';
import { reviewTexts as words } from '../../../texts/review.ts';
import type { SchoolOnScreen } from '../../office/use-school.ts';
import { PaperPage } from '../../paper/paper-page.tsx';
import { type Program, useProgram } from '../../program.ts';
import { showAnchor } from '../../show-anchor.ts';

/**
 * What a school's papers are made of on an officer's device: what was submitted, by the effective form. RP5: what the school's
 * devices have still to send, and what this one has, is not confirmed.
 */
export const schoolReportInput = (
  { place, form, campaign, standing, contact }: SchoolOnScreen,
  { delivery, published }: Program,
): ReportInput =>
  reportInputOf({
    form,
    systems: systemsOf(published.value),
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
  const program = useProgram();
  const { unsent, sent } = program.delivery.value;
  const report = useMemo(() => scoreSheet(schoolReportInput(school, program)), [school.standing, unsent, sent]);
  useEffect(showAnchor, []);
  return (
    <PaperPage
      head={<h1>{words.sheetTitle(school.place.shortName)}</h1>}
      report={report}
      name={`gotovo-list-${school.place.id}`}
      preview={words.preview}
      more={
        <button type="button" class="btn link" onClick={onClose}>
          {words.toReview}
        </button>
      }
    />
  );
}
