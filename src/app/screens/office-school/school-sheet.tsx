import { sha256 } from '@noble/hashes/sha2.js';
import { useEffect, useMemo } from 'preact/hooks';
import { monitoringForm } from '../../../reports/monitoring-form.ts';
import { type ReportInput, reportInputOf } from '../../../reports/report-input.ts';
import { scoreSheet } from '../../../reports/score-sheet.ts';
import { reviewTexts as words } from '../../../texts/review.ts';
import { type Office, useOffice } from '../../office/office.ts';
import { publishedAbove } from '../../office/published-above.ts';
import type { SchoolOnScreen } from '../../office/use-school.ts';
import { PaperPage } from '../../paper/paper-page.tsx';
import { ReportSheets } from '../../paper/report-sheets.tsx';
import { type Program, useProgram } from '../../program.ts';
import { showAnchor } from '../../show-anchor.ts';

/** MS9: the region's form as the school submitted it, on an officer's screen. */
export function RegionForm({ school }: { school: SchoolOnScreen }) {
  const program = useProgram();
  const { unsent, sent } = program.delivery.value;
  const office = useOffice();
  const report = useMemo(
    () => monitoringForm(schoolReportInput(school, program, office)),
    [school.standing, unsent, sent],
  );
  return <ReportSheets report={report} label={words.preview} />;
}

/**
 * What a school's papers are made of on an officer's device: what was submitted, by the effective form. RP5: what the school's
 * devices have still to send, and what this one has, is not confirmed.
 */
export const schoolReportInput = (
  { place, form, campaign, standing, contact }: SchoolOnScreen,
  { delivery, published }: Program,
  office: Office,
): ReportInput =>
  reportInputOf({
    form,
    published: publishedAbove(office, place, published.value),
    schoolId: place.id,
    registers: standing.registers,
    campaign,
    forms: standing.forms,
    reportDate: campaign.reportDate ?? campaign.asOf,
    revisionCount: standing.revisionCount,
    unsent: contact.unsent + delivery.value.unsent + delivery.value.sent,
    placeName: place.shortName,
    sha256,
  });

const papers = {
  score: { documentOf: scoreSheet, title: words.sheetTitle, file: 'gotovo-list' },
  region: { documentOf: monitoringForm, title: words.regionSheetTitle, file: 'gotovo-forma-regiona' },
} as const;

export type SchoolPaper = keyof typeof papers;

/** A paper of a school as it is printed, and as a docx. */
export function SchoolSheet({
  school,
  paper,
  onClose,
}: {
  school: SchoolOnScreen;
  paper: SchoolPaper;
  onClose: () => void;
}) {
  const { documentOf, title, file } = papers[paper];
  const program = useProgram();
  const office = useOffice();
  const { unsent, sent } = program.delivery.value;
  const report = useMemo(
    () => documentOf(schoolReportInput(school, program, office)),
    [documentOf, school.standing, unsent, sent],
  );
  useEffect(showAnchor, []);
  return (
    <PaperPage
      head={<h1>{title(school.place.shortName)}</h1>}
      report={report}
      name={`${file}-${school.place.id}`}
      preview={words.preview}
      more={
        <button type="button" class="btn link" onClick={onClose}>
          {words.toReview}
        </button>
      }
    />
  );
}
