import { publicHistoryOf } from '../core/access/access.ts';
import type { PlacedCampaign } from '../core/answers-file/file-campaign.ts';
import { type Overlay, overlayOf } from '../core/form/overlay.ts';
import { campaignOfYear, campaignPathOf, readCampaign } from '../core/submission/campaigns.ts';
import type { Registers } from '../core/submission/registers.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import type { Endpoint } from './endpoint.ts';
import { readRevisions } from './store/histories.ts';

/** What is collected where a campaign does not say. */
const onlyForm = 'readiness@1';

/**
 * A campaign, its overlay, and the public history both stand in; of a campaign nobody announced it is empty. `published`: the
 * public histories of all the places asked, nearest first, where its form may stand.
 */
export type FoundCampaign = {
  campaign: PlacedCampaign;
  overlay: Overlay | null;
  registers: Registers;
  published: readonly Registers[];
};

/**
 * The campaign of an id, announced by one of these places, nearest first; a campaign nobody announced is the school year of its
 * id, as of `asOf` or of today, in the nearest of them. Null: it is neither.
 */
export async function findCampaign(
  endpoint: Endpoint,
  above: readonly string[],
  campaignId: string,
  asOf?: string,
): Promise<FoundCampaign | null> {
  const published = await publicRegistersOf(endpoint, above);
  for (const [at, registers] of published.entries()) {
    const campaign = readCampaign(registers.get(campaignPathOf(campaignId))?.[0]?.value ?? null);
    if (!campaign) continue;
    const { municipality = above[at] ?? '', forms = [onlyForm] } = campaign;
    const overlay = overlayOf([registers], campaignId);
    return { campaign: { ...campaign, municipality, forms }, overlay, registers, published };
  }
  const campaign = ofSchoolYear(endpoint, campaignId, above[0] ?? '', asOf);
  return campaign && { campaign, overlay: null, registers: new Map(), published };
}

/** What these places tell everybody below them, in this order. */
export async function publicRegistersOf({ engine }: Endpoint, placeIds: readonly string[]): Promise<Registers[]> {
  const found: Registers[] = [];
  for (const placeId of placeIds) {
    const index = new RevisionIndex();
    index.add(await readRevisions(engine.read, publicHistoryOf(placeId)));
    found.push(index.registers());
  }
  return found;
}

function ofSchoolYear({ now }: Endpoint, id: string, municipality: string, asOf?: string): PlacedCampaign | null {
  const [, first, second] = /^(\d{4})-(\d\d)$/.exec(id) ?? [];
  if (!first || (Number(first) + 1) % 100 !== Number(second)) return null;
  const today = new Date(now()).toISOString().slice(0, 10);
  const campaign = campaignOfYear(id, today);
  return { ...campaign, asOf: asOf ?? campaign.asOf, municipality, forms: [onlyForm] };
}
