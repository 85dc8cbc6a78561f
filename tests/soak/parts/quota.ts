import type { BrowserContext } from 'playwright-core';
import { Random } from '../../simulation/random.ts';
import { startServer } from '../../support/browser.ts';
import { killDevice } from '../../support/device.ts';
import { differences, fillProfile } from '../kept-profile.ts';
import {
  answer,
  counts,
  keys,
  readMessages,
  readScreen,
  removeProfile,
  startPerson,
  untilSaidSaved,
} from '../person.ts';
import type { Attempt, SoakPart } from '../soak-part.ts';

/** The site's share of the disk is used up: what fails is called not saved, stays on the screen, can be put into a file; the others are untouched, and there is room for it later. */
export const quota: SoakPart = {
  name: 'quota',
  title: 'no room left in the browser’s share of the disk, then room again',
  goal: 20,
  mustSee: ['full', 'room again'],
  open: async () => {
    const server = await startServer();
    return { attempt: (seed) => tryOne(server.address, seed), close: () => server.stop() };
  },
};

async function tryOne(address: string, seed: number): Promise<Attempt> {
  const random = new Random(seed);
  const [lost, seen]: [string[], string[]] = [[], []];
  const { folder: profile, values: before } = await fillProfile(address, 1 + random.below(2));
  let { device, page } = await startPerson(address, profile, fillUp(address, 300_000 + random.below(700_000)));
  try {
    lost.push(...differences(before, await readScreen(page)));
    const key = random.pick(counts);
    await answer(page, key, '1001');
    const isTold = await page
      .getByText('Этот ответ не записан: на диске нет места')
      .waitFor({ timeout: 10_000 })
      .then(() => true)
      .catch(() => false);
    const said = await readMessages(page);
    if (isTold) {
      seen.push('full');
      if (!/Не сохранено: 1\sответ/.test(said)) lost.push(`the header does not say that it is not saved: ${said}`);
      if ((await readScreen(page))[key] !== '1001') lost.push('the answer went from the screen');
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Сохранить в файл' }).first().click(),
      ]);
      if (!(await file.path())) lost.push('no file came');
    } else lost.push(`a write that had no room was not told of: ${said}`);
    if (random.chance(0.3)) {
      // shown as not saved, so it may be gone; the others may not
      await killDevice(profile);
      ({ device, page } = await startPerson(address, profile));
      const found = await readScreen(page);
      lost.push(...differences({ ...before, [key]: found[key] ?? '' }, found));
      return { kept: keys.length, lost, seen: [...seen, 'killed while full'] };
    }
    // this browser keeps the share it was given while the database is open: there is room again at the next start
    await device.close();
    ({ device, page } = await startPerson(address, profile));
    seen.push('room again');
    await answer(page, key, '1001');
    await untilSaidSaved(page);
    await killDevice(profile);
    ({ device, page } = await startPerson(address, profile));
    lost.push(...differences({ ...before, [key]: '1001' }, await readScreen(page)));
    return { kept: keys.length, lost, seen };
  } finally {
    await device.close();
    removeProfile(profile);
  }
}

/**
 * Uses the share up to its last kilobyte with something the program does not know of, before the program starts: a browser
 * counts the room for a database anew only now and then.
 */
const fillUp = (origin: string, room: number) => async (device: BrowserContext) => {
  const page = device.pages()[0] ?? (await device.newPage());
  const session = await device.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: room });
  await page.goto(`${origin}/health`);
  await page.evaluate(async (bytes) => {
    const cache = await caches.open('filler');
    for (let [piece, at] = [bytes, 0]; piece > 200; at += 1) {
      const blob = new Blob([crypto.getRandomValues(new Uint8Array(Math.min(piece, 60_000)))]);
      const isPut = await cache.put(`/filler/${at}`, new Response(blob)).then(
        () => true,
        () => false,
      );
      if (!isPut) piece = Math.floor(piece / 2);
    }
  }, room);
};
