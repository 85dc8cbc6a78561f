import { publicHistoryOf } from '../core/access/access.ts';
import type { PlacedCampaign } from '../core/answers-file/file-campaign.ts';
import { type Overlay, overlayOf } from '../core/form/overlay.ts';
import { readCampaign as campaignOf, campaignOfYear, campaignPathOf } from '../core/submission/campaigns.ts';
import type { Registers } from '../core/submission/registers.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import type { Endpoint } from './endpoint.ts';
import { readRevisions } from './store/histories.ts';

/** A campaign and the public history it stands in; of one nobody announced there is none. */
export type FoundCampaign = { campaign: PlacedCampaign; overlay: Overlay | null; registers: Registers };

/** what is collected where a campaign does not say */
const onlyForm = 'readiness@1';

/**
 * The campaign of an id, announced by one of these places, nearest first; a campaign nobody announced is the school year of its
 * id, as of `asOf` or of today, in the nearest of them. Null: it is neither.
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
    const campaign = campaignOf(index.heads(campaignPathOf(campaignId))[0]?.value ?? null);
    if (!campaign) continue;
    const registers = index.registers();
    const { municipality = placeId, forms = [onlyForm] } = campaign;
    return { campaign: { ...campaign, municipality, forms }, overlay: overlayOf([registers], campaignId), registers };
  }
  const campaign = ofSchoolYear(endpoint, campaignId, above[0] ?? '', asOf);
  return campaign && { campaign, overlay: null, registers: new Map() };
}

function ofSchoolYear({ now }: Endpoint, id: string, municipality: string, asOf?: string): PlacedCampaign | null {
  const [, first, second] = /^(\d{4})-(\d\d)$/.exec(id) ?? [];
  if (!first || (Number(first) + 1) % 100 !== Number(second)) return null;
  const today = new Date(now()).toISOString().slice(0, 10);
  const campaign = campaignOfYear(id, today);
  return { ...campaign, asOf: asOf ?? campaign.asOf, municipality, forms: [onlyForm] };
}
