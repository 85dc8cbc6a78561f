import { officeHistoryOf, publicHistoryOf } from '../core/access/access.ts';
import type { Place } from '../core/places/place.ts';
import { subtreeOf } from '../core/places/place-tree.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { type Campaign, campaignPathOf, readCampaign } from '../core/submission/campaigns.ts';
import type { Registers } from '../core/submission/registers.ts';
import type { Revision } from '../core/submission/revision.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import type { Endpoint } from './endpoint.ts';
import { readRevisions } from './store/histories.ts';

type StoredNetworkSchool = {
  place: Place;
  /** the place above it, as reports call it */
  municipality: string;
  /** announced nearest above it; null: nobody there did */
  campaign: Campaign | null;
  revisions: readonly Revision[];
};

type StoredNetwork = {
  region: Place;
  /** the region's own, else the first of a municipality */
  campaign: Campaign;
  /** all of the region, in the order of the list */
  schools: readonly StoredNetworkSchool[];
  publicRegisters: Registers;
  officeRegisters: Registers;
};

export type NetworkProblem = { code: 'unknown-place' | 'not-a-region' | 'unknown-campaign'; id: string };

/** Everything the endpoint holds of a region's campaigns of one id. Problems: no such place, no region, nobody in it announced one. */
export async function readNetwork(
  endpoint: Endpoint,
  placeId: string,
  campaignId: string,
): Promise<Result<StoredNetwork, NetworkProblem>> {
  const { tree, byId, lineage } = await endpoint.places();
  const region = byId.get(placeId);
  if (!region) return fail({ code: 'unknown-place', id: placeId });
  if (region.kind !== 'region') return fail({ code: 'not-a-region', id: placeId });
  const places = subtreeOf(tree, placeId);
  const announced = new Map<string, Campaign>();
  let publicRegisters: Registers = new Map();
  for (const { id } of places.filter(({ kind }) => kind === 'region' || kind === 'municipality')) {
    const registers = await registersOf(endpoint, publicHistoryOf(id));
    if (id === placeId) publicRegisters = registers;
    const campaign = readCampaign(registers.get(campaignPathOf(campaignId))?.[0]?.value ?? null);
    if (campaign) announced.set(id, campaign);
  }
  const [campaign] = announced.values();
  if (!campaign) return fail({ code: 'unknown-campaign', id: campaignId });
  const schools: StoredNetworkSchool[] = [];
  for (const place of places.filter(({ kind }) => kind === 'school')) {
    const above = lineage(place.id).find((id) => announced.has(id)) ?? '';
    schools.push({
      place,
      municipality: byId.get(place.parent ?? '')?.shortName ?? '',
      campaign: announced.get(above) ?? null,
      revisions: await readRevisions(endpoint.engine.read, place.id),
    });
  }
  const officeRegisters = await registersOf(endpoint, officeHistoryOf(placeId));
  return ok({ region, campaign, schools, publicRegisters, officeRegisters });
}

async function registersOf({ engine }: Endpoint, history: string): Promise<Registers> {
  const index = new RevisionIndex();
  index.add(await readRevisions(engine.read, history));
  return index.registers();
}
