import type { Json } from '../json.ts';
import { campaignPathOf } from '../submission/campaigns.ts';
import type { FileCampaign } from './file-campaign.ts';

type Entry = { path: string; value: Json };

/** The campaign of a file as its public history holds it. */
export const campaignEntry = ({ previous: _, ...campaign }: FileCampaign): Entry => ({
  path: campaignPathOf(campaign.id),
  value: campaign as unknown as Json,
});

/** What the last campaign found, a register per school. */
export const previousEntries = ({ id, previous }: FileCampaign): Entry[] =>
  (previous?.schools ?? []).map((school) => ({
    path: `${campaignPathOf(id)}#previous:${school.place}`,
    value: school as unknown as Json,
  }));
