import { officeHistoryOf } from '../core/access/access.ts';
import type { PlacedCampaign } from '../core/answers-file/file-campaign.ts';
import type { Overlay } from '../core/form/overlay.ts';
import type { Place } from '../core/places/place.ts';
import { childrenOf } from '../core/places/place-tree.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { Registers } from '../core/submission/registers.ts';
import type { Revision } from '../core/submission/revision.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import { announcedPrevious, type Previous } from '../core/verification/carry-over.ts';
import type { Endpoint } from './endpoint.ts';
import { readCampaign } from './read-campaign.ts';
import { readRevisions } from './store/histories.ts';

type StoredSchool = {
  place: Place;
  revisions: readonly Revision[];
  /** what the municipality says the last campaign left; null: nothing */
  previous: Previous | null;
};

export type StoredMunicipality = {
  municipality: Place;
  region: Place | null;
  campaign: PlacedCampaign;
  overlay: Overlay | null;
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
  const found = await readCampaign(endpoint, lineage(placeId), campaignId, asOf);
  if (!found) return fail({ code: 'unknown-campaign', id: campaignId });
  const { campaign, overlay, registers } = found;
  const expected = childrenOf(tree, placeId).filter(
    ({ id, kind }) => kind === 'school' && (campaign.schools?.includes(id) ?? true),
  );
  const { read } = endpoint.engine;
  const schools: StoredSchool[] = [];
  for (const place of expected) {
    const previous = announcedPrevious([registers], campaignId, place.id);
    schools.push({ place, revisions: await readRevisions(read, place.id), previous });
  }
  const office = new RevisionIndex();
  office.add(await readRevisions(read, officeHistoryOf(placeId)));
  const region = byId.get(municipality.parent ?? '') ?? null;
  return ok({ municipality, region, campaign, overlay, schools, office: office.registers() });
}
