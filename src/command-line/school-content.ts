import { type Campaign, campaignsOf } from '../core/submission/campaigns.ts';
import { previousOf } from '../core/verification/carry-over.ts';
import { type DocumentFormat, documents } from '../documents/documents.ts';
import { reportInputOf } from '../reports/report-input.ts';
import type { Report } from '../reports/reports.ts';
import { scoreSheetFigures } from '../reports/score-sheet-figures.ts';
import type { Endpoint } from '../server/endpoint.ts';
import { sha256 } from '../server/store/histories.ts';
import type { Asked } from './asked.ts';
import { campaignForms } from './campaign-forms.ts';
import { submissionOf } from './submission-of.ts';

/** One of the papers a school prints, as the endpoint's answers give it. */
export async function schoolContent(wanted: Report, endpoint: Endpoint, asked: Asked): Promise<string | Uint8Array> {
  const { placeId, campaignId, format, date } = asked;
  const { place, campaign, announced, published, registers, revisionCount } = await submissionOf(
    endpoint,
    placeId,
    campaignId,
    date,
  );
  const forms = campaignForms();
  const formOf = (one: Campaign) => forms.effective(published, one);
  const form = formOf(campaign);
  const known = campaignsOf([announced]);
  const previous = previousOf({ formOf, campaign, known, published: [announced], registers, placeId });
  const input = reportInputOf({
    form,
    published,
    schoolId: place.id,
    previous: previous?.findings ?? null,
    registers,
    campaign,
    reportDate: date ?? campaign.asOf,
    revisionCount,
    unsent: 0, // what the endpoint holds has arrived
    placeName: place.shortName,
    sha256,
  });
  if (format !== 'json') return documents[format as DocumentFormat].write(wanted.documentOf(input));
  const figures = wanted.name === 'score-sheet' ? scoreSheetFigures(input) : wanted.documentOf(input);
  return `${JSON.stringify(figures, null, 2)}\n`;
}
