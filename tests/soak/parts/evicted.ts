import type { BrowserContext, Page } from 'playwright-core';
import { Random } from '../../simulation/random.ts';
import { aProfile, killDevice } from '../../support/device.ts';
import { differences } from '../kept-profile.ts';
import {
  answer,
  counts,
  keys,
  readMessages,
  readScreen,
  removeProfile,
  startPerson,
  untilSaidSaved,
  words,
} from '../person.ts';
import { enrol, enrolIfAsked, type Municipality, startMunicipality, syncAll } from '../school.ts';
import type { Attempt, SoakPart } from '../soak-part.ts';

/** What a browser throws away, and when. */
const evictions = [
  { name: 'all of it between starts', types: 'all', open: false },
  {
    name: 'all but the small marks between starts',
    types: 'indexeddb,file_systems,cookies,cache_storage',
    open: false,
  },
  { name: 'all of it under an open page', types: 'all', open: true },
  { name: 'the database under an open page', types: 'indexeddb', open: true },
] as const;

/** The browser throws the origin's data away: the page writes them again, or the next start says so, and a code brings back what was confirmed. */
export const evicted: SoakPart = {
  name: 'evicted',
  title: 'data of the site thrown away by the browser, between starts and under an open page',
  goal: 40,
  mustSee: evictions.map(({ name }) => name),
  open: async () => {
    const municipality = await startMunicipality();
    return { attempt: (seed) => tryOne(municipality, seed), close: () => municipality.stop() };
  },
};

async function tryOne(municipality: Municipality, seed: number): Promise<Attempt> {
  const random = new Random(seed);
  const eviction = evictions[seed % evictions.length] ?? evictions[0];
  const [school, profile] = [await municipality.newSchool(), aProfile()];
  const { address } = municipality;
  const lost: string[] = [];
  let { device, page } = await startPerson(address, profile);
  try {
    await enrol(page, await school.code(), 'ПК завуча');
    for (const key of keys) await answer(page, key, valueFor(key, random));
    await syncAll(page);
    if (eviction.open) {
      await throwAway(page, address, eviction.types);
      if (random.chance(0.7)) await answer(page, random.pick(counts), valueFor('K5-01', random));
      else await page.waitForTimeout(1000); // nothing is typed: the page hears of it and writes by itself
      await untilSaidSaved(page);
    }
    const wanted = await readScreen(page);
    const killed = random.chance(0.5);
    if (killed) await killDevice(profile);
    else await device.close();

    ({ device, page } = await restart(address, profile, eviction));
    const said = await readMessages(page);
    if (eviction.open) lost.push(...differences(wanted, await readScreen(page)));
    // the small marks of a minute ago may not outlive a kill either; then it looks like a new device, which asks for a code
    else if (eviction.types !== 'all' && !killed && !said.includes('На этом устройстве данные стёрты'))
      lost.push('nothing is left, and nothing is said');
    await enrolIfAsked(page, await school.code(), 'ПК завуча');
    await syncAll(page);
    lost.push(...differences(wanted, await readScreen(page)).map((line) => `after the code: ${line}`));
    return { kept: keys.length, lost: lost.map((line) => `${line} (${eviction.name})`), seen: [eviction.name] };
  } finally {
    await device.close();
    removeProfile(profile);
  }
}

async function restart(
  address: string,
  profile: string,
  { open, types }: (typeof evictions)[number],
): Promise<{ device: BrowserContext; page: Page }> {
  if (open) return startPerson(address, profile);
  return startPerson(address, profile, async (device) => {
    const page = device.pages()[0] ?? (await device.newPage());
    await throwAway(page, address, types);
  });
}

async function throwAway(page: Page, origin: string, storageTypes: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes });
}

const valueFor = (key: string, random: Random): string =>
  (counts as readonly string[]).includes(key) ? String(1 + random.below(900)) : random.pick(words);
