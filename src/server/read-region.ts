import { publicHistoryOf } from '../core/access/access.ts';
import type { ColumnForm } from '../core/form/column-form.ts';
import { type CollectedSchool, collectSchool } from '../core/monitoring/collect-school.ts';
import { type Announced, type Collected, collectedOf, planCollection } from '../core/monitoring/plan-collection.ts';
import type { Place } from '../core/places/place.ts';
import { childrenOf } from '../core/places/place-tree.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { type Campaign, campaignsOf } from '../core/submission/campaigns.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import { type System, systemsOf } from '../core/systems/systems.ts';
import type { Endpoint } from './endpoint.ts';
import { readRevisions } from './store/histories.ts';

export type StoredRegion = { collected: Collected; previous: Collected | null; systems: readonly System[] };

export type RegionProblem = {
  code: 'unknown-place' | 'not-above-schools' | 'monitoring-not-announced';
  id: string;
};

/**
 * RG4: everything the endpoint holds of a region's campaign, or of a municipality's, and of the one before. One school's history is
 * in memory at a time; of it only the rows stay. Problems: no such place, a school, no such campaign that collects the form.
 */
export async function readRegion(
  endpoint: Endpoint,
  form: ColumnForm,
  placeId: string,
  campaignId: string,
): Promise<Result<StoredRegion, RegionProblem>> {
  const { tree, byId } = await endpoint.places();
  const place = byId.get(placeId);
  if (!place) return fail({ code: 'unknown-place', id: placeId });
  if (place.kind !== 'region' && place.kind !== 'municipality') return fail({ code: 'not-above-schools', id: placeId });
  const announcing = [
    place.id,
    ...(place.parent ? [place.parent] : []),
    ...municipalIdsBelow(childrenOf(tree, placeId)),
  ];
  const plan = planCollection(form, tree, place, campaignId, await announcedBy(endpoint, announcing));
  if (!plan) return fail({ code: 'monitoring-not-announced', id: campaignId });
  const found = new Map<string, CollectedSchool>();
  for (const school of plan.schools) {
    const history = new RevisionIndex();
    history.add(await readRevisions(endpoint.engine.read, school.id));
    for (const { campaign } of plan.campaigns)
      found.set(`${school.id} ${campaign.id}`, collectSchool(form, campaign.id, school, history));
  }
  const highest = new RevisionIndex();
  highest.add(await readRevisions(endpoint.engine.read, publicHistoryOf(place.parent ?? place.id)));
  return ok({
    ...collectedOf(plan, (school, id) => found.get(`${school.id} ${id}`) ?? { place: school, state: null, sent: null }),
    systems: systemsOf([highest.registers()]),
  });
}

const municipalIdsBelow = (places: readonly Place[]): string[] =>
  places.filter(({ kind }) => kind === 'municipality').map(({ id }) => id);

async function announcedBy({ engine }: Endpoint, placeIds: readonly string[]): Promise<Announced> {
  const announced = new Map<string, readonly Campaign[]>();
  for (const id of placeIds) {
    const index = new RevisionIndex();
    index.add(await readRevisions(engine.read, publicHistoryOf(id)));
    announced.set(id, campaignsOf([index.registers()]));
  }
  return announced;
}
