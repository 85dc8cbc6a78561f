import type { Form } from '../core/form/form.ts';
import { type Campaign, campaignsOf } from '../core/submission/campaigns.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import { previousOf } from '../core/verification/carry-over.ts';
import { type Standing, standingOf } from '../core/verification/standing.ts';
import type { ReportedSchool } from '../reports/municipal/municipal-input.ts';
import { reportedSchoolOf } from '../reports/municipal/reported-school.ts';
import type { Endpoint } from '../server/endpoint.ts';
import { type MunicipalityProblem, readMunicipality, type StoredMunicipality } from '../server/read-municipality.ts';
import { sha256 } from '../server/store/histories.ts';
import { commandTexts } from '../texts/command-line.ts';
import type { Asked } from './asked.ts';
import { campaignForms } from './campaign-forms.ts';
import { UsageError } from './usage-error.ts';

const problemWords: Record<MunicipalityProblem['code'], (id: string) => string> = {
  'unknown-place': commandTexts.unknownPlace,
  'not-a-municipality': commandTexts.notAMunicipality,
  'unknown-campaign': commandTexts.unknownCampaign,
};

export type MunicipalSchools = StoredMunicipality & {
  form: Form;
  reported: readonly (ReportedSchool & { state: Standing['state'] })[];
};

/** What the endpoint holds of a municipality's campaign, every school judged by its form; a place or campaign that is not there ends with one clear line. */
export async function municipalSchools(endpoint: Endpoint, asked: Asked): Promise<MunicipalSchools> {
  const read = await readMunicipality(endpoint, asked.placeId, asked.campaignId, asked.date);
  if (!read.ok) throw new UsageError(problemWords[read.problem.code](read.problem.id));
  const { campaign, registers, published, schools } = read.value;
  const forms = campaignForms();
  const formOf = (one: Campaign) => forms.effective(published, one);
  const form = formOf(campaign);
  const announced = [registers];
  const known = campaignsOf(announced);
  const reported = schools.map(({ place, revisions }) => {
    const own = new RevisionIndex();
    own.add(revisions);
    const carried = { formOf, campaign, known, published: announced, registers: own.registers(), placeId: place.id };
    const standing = standingOf({ form, campaign, revisions, sha256 });
    return { ...reportedSchoolOf({ place, previous: previousOf(carried) }, standing), state: standing.state };
  });
  return { ...read.value, form, reported };
}
