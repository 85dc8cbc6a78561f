import type { Form } from '../core/form/form.ts';
import type { Campaign } from '../core/submission/campaigns.ts';
import type { Registers } from '../core/submission/registers.ts';
import { announcedPrevious } from '../core/verification/carry-over.ts';
import { standingOf } from '../core/verification/standing.ts';
import type { ReportedSchool } from '../reports/municipal/municipal-input.ts';
import type { StoredSchool } from '../server/read-municipality.ts';
import { sha256 } from '../server/store/histories.ts';

type Announced = { campaign: Campaign; registers: Registers };

/** One school for the municipality's report: what it submitted, judged by the officer's checks, also while some of it is returned; a draft is not sent. */
export function reportedSchoolOf(
  form: Form,
  { campaign, registers }: Announced,
  { place, revisions }: StoredSchool,
): ReportedSchool {
  const previous = announcedPrevious([registers], campaign.id, place.id);
  const standing = standingOf({ form, campaign, revisions, sha256 });
  if (standing.state === 'neverOpened' || standing.state === 'filling')
    return { place, previous, facts: null, assessment: null, selfAssessed: null, hash: '' };
  const level = standing.facts.get('-/passport/level')?.[0];
  return {
    place,
    previous,
    ...(typeof level === 'string' && { level }),
    facts: standing.verifiedFacts,
    assessment: standing.verified ?? standing.assessment,
    selfAssessed: standing.assessment,
    hash: standing.hash,
  };
}
