import type { PlacedCampaign } from '../core/answers-file/file-campaign.ts';
import type { Overlay } from '../core/form/overlay.ts';
import type { Place } from '../core/places/place.ts';
import { fail, ok, type Result } from '../core/result.ts';
import type { Registers } from '../core/submission/registers.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import { countRevisions } from '../core/submission/snapshot.ts';
import type { Endpoint } from './endpoint.ts';
import { findCampaign } from './find-campaign.ts';
import { readRevisions } from './store/histories.ts';

export type StoredSubmission = {
  place: Place;
  campaign: PlacedCampaign;
  overlay: Overlay | null;
  /** the public history that announced it; empty: nobody did */
  announced: Registers;
  /** the public histories of all that stand above, nearest first */
  published: readonly Registers[];
  registers: Registers;
  revisionCount: number;
};

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
  const found = await findCampaign(endpoint, lineage(placeId).slice(1), campaignId, asOf);
  if (!found) return fail({ code: 'unknown-campaign', id: campaignId });
  const { campaign, overlay, registers: announced, published } = found;
  const revisionCount = countRevisions(index.all());
  return ok({
    place,
    campaign,
    overlay,
    announced,
    published,
    registers: index.registers(),
    revisionCount,
  });
}
