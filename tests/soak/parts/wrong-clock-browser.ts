import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Random } from '../../simulation/random.ts';
import { launchBrowser } from '../../support/browser.ts';
import { counts, openScreen, readScreen } from '../person.ts';
import { enrol, type Municipality, startMunicipality, syncAll } from '../school.ts';
import type { Attempt, SoakPart } from '../soak-part.ts';
import { Witness } from '../witness.ts';
import { jumpClock, setClock, wrongClocks } from '../wrong-clock.ts';

/** Three devices with clocks years apart, one of them set anew in the middle: all of it syncs, and order is what people saw. */
export const wrongClockBrowser: SoakPart = {
  name: 'wrong-clock-browser',
  title: 'three devices with clocks years apart, set anew in the middle, and a real endpoint',
  goal: 30,
  mustSee: [...wrongClocks.map(({ name }) => name), 'jump in the middle'],
  open: async () => {
    const [municipality, browser] = [await startMunicipality(), await launchBrowser()];
    return {
      attempt: (seed) => tryOne(municipality, browser, seed),
      close: async () => {
        await browser.close();
        await municipality.stop();
      },
    };
  },
};

async function tryOne(municipality: Municipality, browser: Browser, seed: number): Promise<Attempt> {
  const random = new Random(seed);
  const [school, witness] = [await municipality.newSchool(), new Witness()];
  const devices: { device: BrowserContext; page: Page }[] = [];
  const seen: string[] = [];
  try {
    for (const at of [0, 1, 2]) {
      const clock = wrongClocks[(seed + at * (1 + (seed % 5))) % wrongClocks.length] ?? random.pick(wrongClocks);
      const device = await browser.newContext({ serviceWorkers: 'block' });
      await setClock(device, clock);
      const page = await device.newPage();
      devices.push({ device, page });
      await openScreen(page, municipality.address);
      await enrol(page, await school.code(), `устройство ${at + 1}`);
      await syncAll(page); // the campaign has come
      seen.push(clock.name);
    }
    const pages = devices.map(({ page }) => page);
    for (let left = 5 + random.below(5); left > 0; left -= 1) {
      const { device, page } = random.pick(devices);
      await witness.answer(page, random.pick(counts.slice(0, 2)));
      if (random.chance(0.3)) {
        await jumpClock(device, random.pick(wrongClocks));
        seen.push('jump in the middle');
      }
      if (random.chance(0.4)) await syncAll(page);
    }
    const lost = await settle(pages, witness);
    return { kept: witness.made, lost, seen: [...new Set(seen)] };
  } finally {
    for (const { device } of devices) await device.close();
  }
}

/** What is wrong once everybody has exchanged everything; a device that has nothing to send says so before it has taken the rest. */
async function settle(pages: readonly Page[], witness: Witness): Promise<string[]> {
  for (let round = 1; ; round += 1) {
    for (const page of pages) await syncAll(page);
    const screens = await Promise.all(pages.map(readScreen));
    const lost = screens.flatMap((screen) => witness.missingOn(screen));
    const [first, ...others] = screens.map((screen) => JSON.stringify(screen));
    if (others.some((other) => other !== first)) lost.push(`screens differ: ${[first, ...others].join(' ')}`);
    if (lost.length === 0 || round === 20) return lost;
    await pages[0]?.waitForTimeout(300);
  }
}
