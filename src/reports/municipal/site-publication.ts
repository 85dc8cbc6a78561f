import type { Form } from '../../core/form/form.ts';
import type { Place } from '../../core/places/place.ts';
import { round2 } from '../../core/scoring/round.ts';
import type { MunicipalInput, SubmittedSchool } from './municipal-input.ts';
import { submittedOf } from './population.ts';

type Check = Form['site']['checks'][number];

/** A school's site as checked. */
export type SiteOfSchool = {
  school: SubmittedSchool;
  /** by check id; only checks that were judged */
  states: ReadonlyMap<string, string>;
  /** sum of points, and of how many checks that apply */
  points: number;
  of: number;
  /** null: no check applies or none was judged */
  percent: number | null;
};

export type RemarkGroup = {
  group: string;
  /** schools with the remark, of those where a check that can raise it was judged and applies */
  schools: readonly Place[];
  of: number;
  checks: readonly string[];
  /** schools where the same check was not in order in the last campaign either */
  again: readonly Place[];
};

/** Of several different states the one worth least. */
function stateOf(school: SubmittedSchool, form: Form, check: Check): string | null {
  const states = (school.facts.get(`SITE:${check.id}#state`) ?? []).filter((state) => typeof state === 'string');
  const known = states.filter((state) => state === 'na' || state in form.site.states);
  const pointsOf = (state: string): number => form.site.states[state] ?? Number.POSITIVE_INFINITY;
  return known.reduce<string | null>((low, one) => (low !== null && pointsOf(low) <= pointsOf(one) ? low : one), null);
}

/** MR7: the site percent: 100 × points ÷ checks that apply and were judged. */
export function sitesOf(input: MunicipalInput): SiteOfSchool[] {
  const { form } = input;
  return submittedOf(input).map((school) => {
    const judged = form.site.checks.flatMap((check): [string, string][] => {
      const state = stateOf(school, form, check);
      return state === null ? [] : [[check.id, state]];
    });
    const counted = judged.filter(([, state]) => state !== 'na');
    const points = counted.reduce((sum, [, state]) => sum + (form.site.states[state] ?? 0), 0);
    return {
      school,
      states: new Map(judged),
      points,
      of: counted.length,
      percent: counted.length === 0 ? null : round2((100 * points) / counted.length),
    };
  });
}

const groups = ['actsMissing', 'scattered', 'brokenLinks', 'navigation', 'stale', 'serviceMissing'];

/** MR7: the groups a check raises in a state: its own, and `stale` and `brokenLinks` always theirs. */
function raisedBy(check: Check, state: string | undefined): string[] {
  if (state === undefined || state === 'ok' || state === 'na') return [];
  const always = state === 'stale' ? 'stale' : state === 'broken' ? 'brokenLinks' : null;
  return always && always !== check.remarkGroup ? [check.remarkGroup, always] : [check.remarkGroup];
}

/** MR7: the six groups that were raised, in their order, each with what stands from the last campaign. */
export function remarkGroupsOf(input: MunicipalInput, sites: readonly SiteOfSchool[]): RemarkGroup[] {
  const { checks } = input.form.site;
  return groups.flatMap((group) => {
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
