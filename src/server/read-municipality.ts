import { officeHistoryOf } from '../core/access/access.ts';
import type { Place } from '../core/places/place.ts';
import { childrenOf } from '../core/places/place-tree.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { Registers } from '../core/submission/registers.ts';
import type { Revision } from '../core/submission/revision.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import type { Endpoint } from './endpoint.ts';
import { type FoundCampaign, findCampaign } from './find-campaign.ts';
import { readRevisions } from './store/histories.ts';

type StoredSchool = { place: Place; revisions: readonly Revision[] };

export type StoredMunicipality = FoundCampaign & {
  municipality: Place;
  region: Place | null;
  /** those the campaign expects, in the order of the list */
  schools: readonly StoredSchool[];
  /** the officers' own registers: edited sentences, settings */
  office: Registers;
};

export type MunicipalityProblem = { code: 'unknown-place' | 'not-a-municipality' | 'unknown-campaign'; id: string };

/** Everything the endpoint holds of a municipality's campaign. Problems: no such place, no municipality, no such campaign. */
export async function readMunicipality(
  endpoint: Endpoint,
  placeId: string,
  campaignId: string,
  asOf?: string,
): Promise<Result<StoredMunicipality, MunicipalityProblem>> {
  const { tree, byId, lineage } = await endpoint.places();
  const municipality = byId.get(placeId);
  if (!municipality) return fail({ code: 'unknown-place', id: placeId });
  if (municipality.kind !== 'municipality') return fail({ code: 'not-a-municipality', id: placeId });
  const found = await findCampaign(endpoint, lineage(placeId), campaignId, asOf);
  if (!found) return fail({ code: 'unknown-campaign', id: campaignId });
  const expected = childrenOf(tree, placeId).filter(
    ({ id, kind }) => kind === 'school' && (found.campaign.schools?.includes(id) ?? true),
  );
  const { read } = endpoint.engine;
  const schools: StoredSchool[] = [];
  for (const place of expected) schools.push({ place, revisions: await readRevisions(read, place.id) });
  const office = new RevisionIndex();
  office.add(await readRevisions(read, officeHistoryOf(placeId)));
  const region = byId.get(municipality.parent ?? '') ?? null;
  return ok({ ...found, municipality, region, schools, office: office.registers() });
}
