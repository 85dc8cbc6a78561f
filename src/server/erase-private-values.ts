import { withoutPrivates } from '../core/envelope/envelope.ts';
import {
  dayInMs,
  erasePathOf,
  erasureOf,
  keptForDays,
  keptUntil,
  mostErased,
  namedIn,
} from '../core/private-values/private-values.ts';
import { dueOf } from '../core/submission/campaigns.ts';
import { RevisionIndex } from '../core/submission/revision-index.ts';
import { appendByEndpoint, type EndpointEntry } from './append-by-endpoint.ts';
import type { Endpoint } from './endpoint.ts';
import { findCampaign } from './find-campaign.ts';
import { readEnvelopeFile } from './import-envelope.ts';
import { packText } from './packed-text.ts';
import { readRevisions, sha256 } from './store/histories.ts';
import { campaignsWithPrivate, privateOfCampaign } from './store/private-values.ts';
import { listQuarantine, readQuarantined, replaceQuarantined } from './store/quarantine.ts';

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

/**
 * PV3, PV4: takes contacts out of files that wait for an officer's decision; the answers in them wait on. Of one campaign, or (null)
 * of all that have waited as long as contacts are kept at most. Gives how many files they were taken out of.
 */
export async function eraseInQuarantine({ engine, now }: Endpoint, campaignId: string | null): Promise<number> {
  let count = 0;
  for (const { id, cameAt } of await listQuarantine(engine.read)) {
    const bytes = await readQuarantined(engine.read, id);
    const read = bytes && readEnvelopeFile(bytes);
    if (!read?.ok || !read.value.privates) continue;
    const isOld = now() >= cameAt + keptForDays * dayInMs;
    const isOfIt = read.value.revisions.some((one) => namedIn(one).length > 0 && one.path.startsWith(`${campaignId}/`));
    if (campaignId === null ? !isOld : !isOfIt) continue;
    const left = packText(await withoutPrivates(read.value, sha256));
    await engine.write((writer) => replaceQuarantined(writer, id, left));
    count += 1;
  }
  return count;
}

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
      const isPast = (day: string) => endpoint.now() >= Date.parse(keptUntil(day)) + dayInMs;
      if (!campaign || !isPast(campaign.due ?? campaign.asOf)) return false;
      const index = new RevisionIndex();
      index.add(await readRevisions(endpoint.engine.read, history));
      return isPast(dueOf(campaign, index.registers()) ?? campaign.asOf);
    };
    const erased = await erasePrivateValues(endpoint, campaignId, isOver);
    sum.values += erased.values;
    sum.histories += erased.histories;
  }
  await eraseInQuarantine(endpoint, null);
  return sum;
}
