import { erasePathOf, erasureOf, keptForDays, mostErased } from '../core/private-values/private-values.ts';
import { dueOf } from '../core/submission/campaigns.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import { appendByEndpoint, type EndpointEntry } from './append-by-endpoint.ts';
import type { Endpoint } from './endpoint.ts';
import { findCampaign } from './find-campaign.ts';
import { readRevisions } from './store/histories.ts';
import { campaignsWithPrivate, privateOfCampaign } from './store/private-values.ts';

/** PV3: erases everything private that was given in a campaign, by revisions of the endpoint; how many values, and of how many histories. */
export async function erasePrivateValues(
  endpoint: Endpoint,
  campaignId: string,
  mayErase: (history: string) => Promise<boolean> = async () => true,
): Promise<{ values: number; histories: number }> {
  const { engine, now } = endpoint;
  const at = now();
  const author = { who: 'сервер', label: 'срок хранения', at: new Date(at).toISOString(), via: 'erase' };
  const erased = { values: 0, histories: 0 };
  for (const [history, hashes] of await privateOfCampaign(engine.read, campaignId)) {
    if (!(await mayErase(history))) continue;
    const entries: EndpointEntry[] = [];
    for (let from = 0; from < hashes.length; from += mostErased)
      entries.push({
        path: erasePathOf(campaignId, at + from),
        value: erasureOf(hashes.slice(from, from + mostErased)),
      });
    await engine.write((writer) => appendByEndpoint(endpoint, writer, history, entries, author));
    erased.values += hashes.length;
    erased.histories += 1;
  }
  return erased;
}

const dayInMs = 86_400_000;

/** PV4: erases what was given in campaigns whose last day, a school's later one counted, lies more than `keptForDays` back. */
export async function eraseWhatIsOver(endpoint: Endpoint): Promise<{ values: number; histories: number }> {
  const { lineage } = await endpoint.places();
  const sum = { values: 0, histories: 0 };
  for (const campaignId of await campaignsWithPrivate(endpoint.engine.read)) {
    const isOver = async (history: string): Promise<boolean> => {
      const found = await findCampaign(endpoint, lineage(history).slice(1), campaignId);
      if (!found) return false;
      const index = new RevisionIndex();
      index.add(await readRevisions(endpoint.engine.read, history));
      const last = dueOf(found.campaign, index.registers()) ?? found.campaign.asOf;
      return endpoint.now() >= Date.parse(last) + (keptForDays + 1) * dayInMs;
    };
    const erased = await erasePrivateValues(endpoint, campaignId, isOver);
    sum.values += erased.values;
    sum.histories += erased.histories;
  }
  return sum;
}
