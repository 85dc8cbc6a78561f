import { publicHistoryOf } from '../core/access/access.ts';
import { type StoredCampaign, storedCampaignSchema } from '../core/answers-file/file-campaign.ts';
import { campaignOfYear, campaignPathOf } from '../core/submission/campaigns.ts';
import type { Registers } from '../core/submission/registers.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import type { Endpoint } from './endpoint.ts';
import { readRevisions } from './store/histories.ts';

/** A campaign and the public history it stands in; of one nobody announced there is none. */
export type FoundCampaign = { campaign: StoredCampaign; registers: Registers };

/**
 * The campaign of an id, announced by one of these places, nearest first; a campaign nobody announced is the school year of its
 * id, as of `asOf` or of today, in `municipality`. Null: it is neither.
 */
export async function readCampaign(
  endpoint: Endpoint,
  above: readonly string[],
  campaignId: string,
  asOf?: string,
): Promise<FoundCampaign | null> {
  for (const placeId of above) {
    const index = new RevisionIndex();
    index.add(await readRevisions(endpoint.engine.read, publicHistoryOf(placeId)));
    const campaign = storedCampaignSchema.safeParse(index.heads(campaignPathOf(campaignId))[0]?.value).data;
    if (campaign) return { campaign, registers: index.registers() };
  }
  const campaign = ofSchoolYear(endpoint, campaignId, above[0] ?? '', asOf);
  return campaign && { campaign, registers: new Map() };
}

function ofSchoolYear({ now }: Endpoint, id: string, municipality: string, asOf?: string): StoredCampaign | null {
  const [, first, second] = /^(\d{4})-(\d\d)$/.exec(id) ?? [];
  if (!first || (Number(first) + 1) % 100 !== Number(second)) return null;
  const today = new Date(now()).toISOString().slice(0, 10);
  const { id: ofYear, schoolYear, asOf: itsDay } = campaignOfYear(id, today);
  return { id: ofYear, schoolYear, asOf: asOf ?? itsDay, municipality, forms: ['readiness@1'] };
}
