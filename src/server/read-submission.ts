import { publicHistoryOf } from '../core/access/access.ts';
import type { PlacedCampaign } from '../core/answers-file/file-campaign.ts';
import { type Overlay, overlayOf } from '../core/form/overlay.ts';
import type { Place } from '../core/places/place.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { campaignOfYear, campaignPathOf, readCampaign } from '../core/submission/campaigns.ts';
import type { Registers } from '../core/submission/registers.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import { countRevisions } from '../core/submission/snapshot.ts';
import type { Endpoint } from './endpoint.ts';
import { readRevisions } from './store/histories.ts';

export type StoredSubmission = {
  place: Place;
  campaign: PlacedCampaign;
  overlay: Overlay | null;
  registers: Registers;
  revisionCount: number;
};

/** what is collected where a campaign does not say */
const onlyForm = 'readiness@1';

export type SubmissionProblem = { code: 'unknown-place' | 'not-a-school' | 'unknown-campaign'; id: string };

/**
 * One school's answers as the endpoint holds them, with the campaign announced above it; a campaign nobody announced is the
 * school year of its id, as of `asOf` or of today. Problems: the place is not in the list or no school, the campaign is neither.
 */
export async function readSubmission(
  endpoint: Endpoint,
  placeId: string,
  campaignId: string,
  asOf?: string,
): Promise<Result<StoredSubmission, SubmissionProblem>> {
  const { byId, lineage } = await endpoint.places();
  const place = byId.get(placeId);
  if (!place) return fail({ code: 'unknown-place', id: placeId });
  if (place.kind !== 'school') return fail({ code: 'not-a-school', id: placeId });
  const index = new RevisionIndex();
  index.add(await readRevisions(endpoint.engine.read, placeId));
  const announced = await announcedCampaign(endpoint, lineage(placeId).slice(1), campaignId);
  const campaign = announced?.campaign ?? ofSchoolYear(endpoint, campaignId, place.parent ?? placeId, asOf);
  if (!campaign) return fail({ code: 'unknown-campaign', id: campaignId });
  return ok({
    place,
    campaign,
    overlay: announced?.overlay ?? null,
    registers: index.registers(),
    revisionCount: countRevisions(index.all()),
  });
}

async function announcedCampaign(
  { engine }: Endpoint,
  above: readonly string[],
  campaignId: string,
): Promise<{ campaign: PlacedCampaign; overlay: Overlay | null } | null> {
  for (const placeId of above) {
    const index = new RevisionIndex();
    index.add(await readRevisions(engine.read, publicHistoryOf(placeId)));
    const campaign = readCampaign(index.heads(campaignPathOf(campaignId))[0]?.value ?? null);
    if (!campaign) continue;
    const { municipality = placeId, forms = [onlyForm] } = campaign;
    return { campaign: { ...campaign, municipality, forms }, overlay: overlayOf([index.registers()], campaignId) };
  }
  return null;
}

function ofSchoolYear({ now }: Endpoint, id: string, municipality: string, asOf?: string): PlacedCampaign | null {
  const [, first, second] = /^(\d{4})-(\d\d)$/.exec(id) ?? [];
  if (!first || (Number(first) + 1) % 100 !== Number(second)) return null;
  const today = new Date(now()).toISOString().slice(0, 10);
  const campaign = campaignOfYear(id, today);
  return { ...campaign, asOf: asOf ?? campaign.asOf, municipality, forms: [onlyForm] };
}
