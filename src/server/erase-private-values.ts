import { erasePathOf, erasureOf, keptForDays, mostErased } from '../core/private-values/private-values.ts';
import { dueOf } from '../core/submission/campaigns.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import { appendByEndpoint, type EndpointEntry } from './append-by-endpoint.ts';
import type { Endpoint } from './endpoint.ts';
import { findCampaign } from './find-campaign.ts';
import { readRevisions } from './store/histories.ts';
import { campaignsWithPrivate, privateOfCampaign } from './store/private-values.ts';

/** so many histories are erased side by side: their writes share a commit (ES2) */
const atOnce = 200;

/** PV3: erases everything private that was given in a campaign, by revisions of the endpoint; how many values, and of how many histories. */
export async function erasePrivateValues(
  endpoint: Endpoint,
  campaignId: string,
  mayErase: (history: string) => Promise<boolean> = async () => true,
): Promise<{ values: number; histories: number }> {
  const { engine, now } = endpoint;
  const at = now();
  const author = { who: 'сервер', label: 'срок хранения', at: new Date(at).toISOString(), via: 'erase' };
  const eraseOne = async (history: string, hashes: readonly string[]): Promise<number> => {
    if (!(await mayErase(history))) return 0;
    const entries: EndpointEntry[] = [];
    for (let from = 0; from < hashes.length; from += mostErased)
      entries.push({
        path: erasePathOf(campaignId, at + from),
        value: erasureOf(hashes.slice(from, from + mostErased)),
      });
    await engine.write((writer) => appendByEndpoint(endpoint, writer, history, entries, author));
    return hashes.length;
  };
  const erased = { values: 0, histories: 0 };
  for (let after = ''; ; ) {
    const page = [...(await privateOfCampaign(engine.read, campaignId, { after, most: atOnce }))];
    const counts = await Promise.all(page.map(([history, hashes]) => eraseOne(history, hashes)));
    for (const count of counts.filter((one) => one > 0)) {
      erased.values += count;
      erased.histories += 1;
    }
    const [last] = page.at(-1) ?? [];
    if (last === undefined) return erased;
    after = last;
  }
}

const dayInMs = 86_400_000;

/** PV4: erases what was given in campaigns whose last day, a school's later one counted, lies more than `keptForDays` back. */
export async function eraseWhatIsOver(endpoint: Endpoint): Promise<{ values: number; histories: number }> {
  const { lineage } = await endpoint.places();
  const sum = { values: 0, histories: 0 };
  for (const campaignId of await campaignsWithPrivate(endpoint.engine.read)) {
    /** by the place above a school: those beside each other are asked by the same campaign */
    const campaigns = new Map<string, ReturnType<typeof findCampaign>>();
    const campaignAbove = (above: readonly string[]) => {
      const [nearest = ''] = above;
      const found = campaigns.get(nearest) ?? findCampaign(endpoint, above, campaignId);
      campaigns.set(nearest, found);
      return found;
    };
    const isOver = async (history: string): Promise<boolean> => {
      const campaign = (await campaignAbove(lineage(history).slice(1)))?.campaign;
      const isPast = (day: string) => endpoint.now() >= Date.parse(day) + (keptForDays + 1) * dayInMs;
      if (!campaign || !isPast(campaign.due ?? campaign.asOf)) return false;
      const index = new RevisionIndex();
      index.add(await readRevisions(endpoint.engine.read, history));
      return isPast(dueOf(campaign, index.registers()) ?? campaign.asOf);
    };
    const erased = await erasePrivateValues(endpoint, campaignId, isOver);
    sum.values += erased.values;
    sum.histories += erased.histories;
  }
  return sum;
}
