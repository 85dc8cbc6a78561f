import type { ColumnForm } from '../form/column-form.ts';
import type { Place } from '../places/place.ts';
import { childrenOf, type PlaceTree } from '../places/place-tree.ts';
import type { Campaign } from '../submission/campaigns.ts';
import type { CollectedSchool } from './collect-school.ts';

/** Schools that stand together: those of a municipality, or (null) those directly under a region. */
type Group<School> = { municipality: Place | null; campaign: Campaign; schools: readonly School[] };
type Expected = {
  campaign: Campaign;
  groups: readonly Group<Place>[];
  /** municipalities below that have announced nothing of it */
  silent: readonly Place[];
};

/** What is to be read for the figures of a place. */
export type CollectionPlan = {
  place: Place;
  /** the one asked for, then those before it, the latest first */
  campaigns: readonly [Expected, ...Expected[]];
  /** every school any of them expects */
  schools: readonly Place[];
};

export type CollectedGroup = Group<CollectedSchool>;

/** What the schools of a region, or of a municipality, submitted in one campaign. */
export type Collected = Omit<Expected, 'groups'> & { place: Place; groups: readonly CollectedGroup[] };

/** Campaigns by the place that announced them, those that collect something else among them. */
export type Announced = ReadonlyMap<string, readonly Campaign[]>;

/** Whether a campaign collects a form, of whatever version. */
export const collectsForm = ({ forms = [] }: Campaign, formId: string): boolean =>
  forms.some((form) => form.startsWith(`${formId}@`));

/**
 * RG4: a municipality's campaign of that id counts for its schools, else the region's own; schools directly under the region have the
 * region's. Last year's is the one the campaign names, else those of an earlier as-of date. Null: nobody announced it.
 */
export function planCollection(
  form: Pick<ColumnForm, 'id'>,
  tree: PlaceTree,
  place: Place,
  campaignId: string,
  announced: Announced,
): CollectionPlan | null {
  const ofForm = (placeId: string | null) =>
    (announced.get(placeId ?? '') ?? []).filter((one) => collectsForm(one, form.id));
  const expect = (id: string): Expected | null =>
    expectedOf(tree, place, (at) => ofForm(at).find((one) => one.id === id));
  const asked = expect(campaignId);
  if (!asked) return null;
  const known = [place.id, place.parent, ...childrenOf(tree, place.id).map(({ id }) => id)].flatMap(ofForm);
  const before = campaignIdsBefore(asked.campaign, known).flatMap((id) => expect(id) ?? []);
  const campaigns = [asked, ...before] as const;
  const schools = campaigns.flatMap(({ groups }) => groups).flatMap((group) => group.schools);
  return { place, campaigns, schools: [...new Map(schools.map((school) => [school.id, school])).values()] };
}

function expectedOf(
  tree: PlaceTree,
  place: Place,
  campaignAt: (placeId: string | null) => Campaign | undefined,
): Expected | null {
  const own = campaignAt(place.id) ?? (place.kind === 'municipality' ? campaignAt(place.parent) : undefined);
  const below = childrenOf(tree, place.id);
  const municipalities = place.kind === 'municipality' ? [place] : below.filter(({ kind }) => kind === 'municipality');
  const groups = municipalities.flatMap((municipality): Group<Place>[] => {
    const campaign = campaignAt(municipality.id) ?? own;
    return campaign
      ? [{ municipality, campaign, schools: schoolsFor(campaign, childrenOf(tree, municipality.id)) }]
      : [];
  });
  const direct = place.kind === 'region' && own ? schoolsFor(own, below) : [];
  if (own && direct.length > 0) groups.push({ municipality: null, campaign: own, schools: direct });
  const campaign = own ?? groups[0]?.campaign;
  const silent = municipalities.filter((one) => groups.every(({ municipality }) => municipality !== one));
  return campaign ? { campaign, groups, silent } : null;
}

const schoolsFor = ({ schools }: Campaign, below: readonly Place[]): Place[] =>
  below.filter(({ id, kind }) => kind === 'school' && (schools?.includes(id) ?? true));

/** RG4: ids of the campaigns a comparison may be made with, the latest first. */
export function campaignIdsBefore(
  { id, asOf, previous }: Pick<Campaign, 'id' | 'asOf' | 'previous'>,
  known: readonly Campaign[],
): string[] {
  if (previous !== undefined && known.some((one) => one.id === previous)) return [previous];
  const earlier = known.filter((one) => one.asOf < asOf && one.id !== id).sort((a, b) => (a.asOf < b.asOf ? 1 : -1));
  return [...new Set(earlier.map((one) => one.id))];
}

/**
 * What was planned, with every school as `read` finds it in a campaign; of the campaigns before the latest that holds any row.
 * `previous` null: there is none.
 */
export function collectedOf(
  { place, campaigns: [asked, ...before] }: CollectionPlan,
  read: (school: Place, campaignId: string) => CollectedSchool,
): { collected: Collected; previous: Collected | null } {
  const collect = ({ groups, ...rest }: Expected): Collected => ({
    ...rest,
    place,
    groups: groups.map((group) => ({
      ...group,
      schools: group.schools.map((school) => read(school, rest.campaign.id)),
    })),
  });
  const hasRows = ({ groups }: Collected): boolean => groups.some(({ schools }) => schools.some(({ sent }) => sent));
  return { collected: collect(asked), previous: before.map(collect).find(hasRows) ?? null };
}
