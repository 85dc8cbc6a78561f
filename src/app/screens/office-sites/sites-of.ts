import type { Place } from '../../../core/places/place.ts';
import { type Facts, factsOf } from '../../../core/submission/facts.ts';
import { type SiteScore, siteScoreOf } from '../../../core/verification/site-grid.ts';
import type { Office } from '../../office/office.ts';

/** One school of the grid. */
export type SchoolSite = {
  place: Place;
  facts: Facts;
  score: SiteScore;
  /** states of the last campaign by check id */
  last: { readonly [checkId: string]: string };
};

/** The schools with their states as they stand now. */
export function sitesOf(office: Office, campaignId: string): SchoolSite[] {
  const form = office.form.value;
  return office.schools.value.map(({ place }) => {
    const facts = factsOf(office.registersOf(place.id).value, campaignId, form.id);
    return { place, facts, score: siteScoreOf(form.site, facts), last: office.previousOf(place.id)?.SITE ?? {} };
  });
}
