import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { Random } from '../../simulation/random.ts';
import { startServer } from '../../support/browser.ts';
import { copyProfile, differences, fillProfile, harm, journalFiles, type KeptProfile } from '../kept-profile.ts';
import {
  answer,
  type OnScreen,
  readMessages,
  readScreen,
  removeProfile,
  startPerson,
  untilSaidSaved,
} from '../person.ts';
import type { Attempt, SoakPart } from '../soak-part.ts';

/** Harm to the second copy alone, or none to be had: answers stay, and the header tells whether there is a second copy. */
export const damagedJournal: SoakPart = {
  name: 'damaged-journal',
  title: 'the journal flipped, cut, zeroed, removed, or no private file system at all',
  goal: 50,
  mustSee: ['harmed', 'no private files'],
  open: async () => {
    const server = await startServer();
    const profiles = [
      await fillProfile(server.address, 1),
      await fillProfile(server.address, 3),
      await fillProfile(server.address, 2, true),
    ];
    return {
      attempt: (seed) => tryOne(server.address, profiles, seed),
      close: async () => {
        for (const { folder } of profiles) removeProfile(folder);
        await server.stop();
      },
    };
  },
};

/** Ways a browser has of giving no private files. */
const withoutPrivateFiles = (way: number) => (device: BrowserContext) =>
  device.addInitScript((chosen) => {
    const refuse = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    if (chosen === 0) Object.defineProperty(StorageManager.prototype, 'getDirectory', { value: undefined });
    if (chosen === 1) Object.defineProperty(globalThis, 'Worker', { value: refuse });
    if (chosen === 2) Object.defineProperty(Navigator.prototype, 'locks', { value: undefined });
  }, way);

async function tryOne(address: string, profiles: readonly KeptProfile[], seed: number): Promise<Attempt> {
  const random = new Random(seed);
  const kept = random.pick(profiles);
  const copy = copyProfile(kept);
  const isMissing = random.chance(0.3);
  const done = isMissing
    ? ['no private files']
    : journalFiles(copy).map((file, at) => (at === 0 || random.chance(0.5) ? harm(file, random) : 'whole'));
  try {
    const lost = await tryStart(address, copy, kept, isMissing ? withoutPrivateFiles(random.below(3)) : undefined);
    return {
      kept: kept.revisions,
      lost: lost.map((line) => `${line} (${done.join(', ')})`),
      seen: [isMissing ? 'no private files' : 'harmed'],
    };
  } finally {
    removeProfile(copy);
  }
}

/** What the header claims is put to the proof: a claimed second copy must bring everything back without the database. */
async function tryStart(
  address: string,
  copy: string,
  kept: KeptProfile,
  prepare?: (device: BrowserContext) => Promise<unknown>,
): Promise<string[]> {
  const { device, page } = await startPerson(address, copy, prepare);
  let wanted: OnScreen;
  let said: string;
  let lost: string[];
  try {
    lost = differences(kept.values, await readScreen(page));
    await answer(page, 'K5-01', '4242');
    await untilSaidSaved(page);
    wanted = await readScreen(page);
    said = await readMessages(page);
  } finally {
    await device.close();
  }
  const isClaimed = !said.includes('вторая копия недоступна');
  if (prepare && isClaimed) return [...lost, 'a second copy was claimed without private files'];
  if (!isClaimed) return prepare ? lost : [...lost, 'a journal that could be begun anew was not'];
  rmSync(join(copy, 'Default', 'IndexedDB'), { recursive: true });
  const again = await startPerson(address, copy);
  try {
    return [...lost, ...differences(wanted, await readScreen(again.page))];
  } finally {
    await again.device.close();
  }
}
