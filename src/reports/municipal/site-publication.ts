import type { Form } from '../../core/form/form.ts';
import type { Place } from '../../core/places/place.ts';
import { raisedBy, remarkGroups, type SiteScore, siteScoreOf } from '../../core/verification/site-grid.ts';
import type { MunicipalInput, SubmittedSchool } from './municipal-input.ts';
import { submittedOf } from './population.ts';

type Check = Form['site']['checks'][number];

/** A school's site as checked. */
export type SiteOfSchool = SiteScore & { school: SubmittedSchool };

export type RemarkGroup = {
  group: string;
  /** schools with the remark, of those where a check that can raise it was judged and applies */
  schools: readonly Place[];
  of: number;
  checks: readonly string[];
  /** schools where the same check was not in order in the last campaign either */
  again: readonly Place[];
};

/** MR7: the sites of schools that submitted, each scored as everywhere (SI3). */
export const sitesOf = (input: MunicipalInput): SiteOfSchool[] =>
  submittedOf(input).map((school) => ({ school, ...siteScoreOf(input.form.site, school.facts) }));

/** MR7: the six groups that were raised, in their order, each with what stands from the last campaign. */
export function remarkGroupsOf(input: MunicipalInput, sites: readonly SiteOfSchool[]): RemarkGroup[] {
  const { checks } = input.form.site;
  return remarkGroups.flatMap((group) => {
    const raised = sites.map((site) =>
      checks.filter((check) => raisedBy(check, site.states.get(check.id)).includes(group)),
    );
    const placesWhere = (holds: (site: SiteOfSchool, raising: readonly Check[]) => boolean): Place[] =>
      sites.filter((site, at) => holds(site, raised[at] ?? [])).map(({ school }) => school.place);
    const schools = placesWhere((_, raising) => raising.length > 0);
    if (schools.length === 0) return [];
    const judged = placesWhere(
      (site, raising) => raising.length > 0 || checks.some((check) => couldRaise(group, check, site)),
    );
    const again = placesWhere(({ school }, raising) =>
      raising.some((check) => wasWrong(school.previous?.SITE[check.id])),
    );
    const ids = checks.filter((check) => raised.some((raising) => raising.includes(check))).map(({ id }) => id);
    return [{ group, schools, of: judged.length, checks: ids, again }];
  });
}

const couldRaise = (group: string, check: Check, { states }: SiteOfSchool): boolean => {
  const state = states.get(check.id);
  return (
    state !== undefined &&
    state !== 'na' &&
    (check.remarkGroup === group || group === 'stale' || group === 'brokenLinks')
  );
};

const wasWrong = (state: string | undefined): boolean => state !== undefined && state !== 'ok' && state !== 'na';
