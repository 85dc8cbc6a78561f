import type { BrowserContext, Page } from 'playwright-core';
import { Random } from '../../simulation/random.ts';
import { aProfile } from '../../support/device.ts';
import { copyProfile } from '../kept-profile.ts';
import { counts, readScreen, removeProfile, startPerson, untilSaidSaved } from '../person.ts';
import { enrol, type Municipality, type School, startMunicipality, syncAll } from '../school.ts';
import type { Attempt, SoakPart } from '../soak-part.ts';
import { Witness } from '../witness.ts';

/** A disk image on two PCs: one device, one token, twice. Both type and sync; nothing is swallowed. */
export const clonedProfile: SoakPart = {
  name: 'cloned-profile',
  title: 'one profile copied to two PCs, both typing and syncing with a real endpoint',
  goal: 40,
  mustSee: ['two different answers', 'both synced'],
  open: () => openRig(tryClone),
};

/** The disk set back to an old state after work was sent, as Deep Freeze does every night. */
export const rolledBackProfile: SoakPart = {
  name: 'rolled-back-profile',
  title: 'an old copy of the profile put back after work was done and sent',
  goal: 40,
  mustSee: ['sent before it was set back', 'typed before the first sync'],
  open: () => openRig(tryRollback),
};

type Trial = {
  random: Random;
  witness: Witness;
  school: School;
  profile: string;
  /** starts a profile, and ends it with the attempt */
  start: (profile?: string) => Promise<{ device: BrowserContext; page: Page }>;
  copy: () => string;
};

async function openRig(tell: (trial: Trial) => Promise<Omit<Attempt, 'kept'>>) {
  const municipality = await startMunicipality();
  return {
    attempt: (seed: number) => tryOne(municipality, seed, tell),
    close: () => municipality.stop(),
  };
}

async function tryOne(
  municipality: Municipality,
  seed: number,
  tell: (trial: Trial) => Promise<Omit<Attempt, 'kept'>>,
): Promise<Attempt> {
  const profile = aProfile();
  const folders: string[] = [];
  const devices: BrowserContext[] = [];
  const witness = new Witness();
  const { address } = municipality;
  try {
    const told = await tell({
      random: new Random(seed),
      witness,
      school: await municipality.newSchool(),
      profile,
      start: async (folder = aProfile()) => {
        folders.push(folder);
        const { device, page } = await startPerson(address, folder);
        devices.push(device);
        return { device, page };
      },
      copy: () => copyProfile({ folder: profile }),
    });
    return { kept: witness.made, ...told };
  } finally {
    for (const device of devices) await device.close();
    for (const folder of folders) removeProfile(folder);
  }
}

/** The profile both PCs begin with: enrolled, a few answers confirmed. */
async function begin({ start, profile, school, witness }: Trial): Promise<void> {
  const { device, page } = await start(profile);
  await enrol(page, await school.code(), 'ПК завуча');
  for (const key of counts) await witness.answer(page, key);
  await syncAll(page);
  await device.close();
}

async function tryClone(trial: Trial): Promise<Omit<Attempt, 'kept'>> {
  const { random, witness, start, profile, copy } = trial;
  await begin(trial);
  const other = copy();
  const pages = [(await start(profile)).page, (await start(other)).page];
  for (let left = 4 + random.below(5); left > 0; left -= 1) {
    const page = random.pick(pages);
    await witness.answer(page, random.pick(counts.slice(0, 2)));
    if (random.chance(0.25)) await syncAll(page);
  }
  const seen = ['both synced'];
  const { lost, different } = await settle(trial, pages);
  if (different) seen.push('two different answers');
  return { lost, seen };
}

async function tryRollback(trial: Trial): Promise<Omit<Attempt, 'kept'>> {
  const { random, witness, start, profile, copy } = trial;
  await begin(trial);
  const old = copy();
  const { device, page } = await start(profile);
  for (let left = 2 + random.below(3); left > 0; left -= 1) await witness.answer(page, random.pick(counts));
  await syncAll(page); // what was not sent goes with the disk: nobody could bring it back
  await device.close();

  const typesFirst = random.chance(0.6);
  const set = await start(old);
  if (typesFirst) {
    for (let left = 1 + random.below(3); left > 0; left -= 1) await witness.answer(set.page, random.pick(counts));
    await untilSaidSaved(set.page);
  }
  const { lost, different } = await settle(trial, [set.page]);
  return {
    lost,
    seen: [
      'sent before it was set back',
      ...(typesFirst ? ['typed before the first sync'] : []),
      ...(different ? ['two different answers'] : []),
    ],
  };
}

/** Everybody syncs until nothing new comes; then all screens, and a new device of the school, show the same and all of it. */
async function settle(
  { witness, start, school }: Trial,
  pages: readonly Page[],
): Promise<{ lost: string[]; different: boolean }> {
  for (let round = 1; round <= 2; round += 1) for (const page of pages) await syncAll(page);
  const { page } = await start();
  await enrol(page, await school.code(), 'телефон завуча');
  await syncAll(page);
  const screens = await Promise.all([...pages, page].map(readScreen));
  const lost = screens.flatMap((screen) => witness.missingOn(screen));
  const [first, ...others] = screens.map((screen) => JSON.stringify(screen));
  if (others.some((other) => other !== first)) lost.push(`screens differ: ${[first, ...others].join(' ')}`);
  return { lost, different: (first ?? '').includes(' | ') };
}
