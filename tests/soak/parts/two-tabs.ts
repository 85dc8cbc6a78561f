import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Random } from '../../simulation/random.ts';
import { launchBrowser } from '../../support/browser.ts';
import { counts, openScreen, readScreen, untilSaidSaved } from '../person.ts';
import { enrol, type Municipality, startMunicipality, syncAll } from '../school.ts';
import type { Attempt, SoakPart } from '../soak-part.ts';
import { Witness } from '../witness.ts';

const steps = [
  'answer',
  'answer',
  'answer',
  'answer',
  'answer',
  'at once',
  'at once',
  'undo',
  'sync',
  'freeze',
  'close',
] as const;

/** Two tabs of one device, in any order: nothing is lost, and what neither had seen is shown as two different answers. */
export const twoTabs: SoakPart = {
  name: 'two-tabs',
  title: 'two tabs answering, undoing, syncing, frozen and closed in any order',
  goal: 1000,
  mustSee: ['two different answers', 'freeze', 'close', 'sync', 'at once'],
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
  const device = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const story = new Story(municipality, device, new Random(seed));
    return await story.tell();
  } finally {
    await device.close();
  }
}

class Story {
  readonly #municipality: Municipality;
  readonly #device: BrowserContext;
  readonly #random: Random;
  readonly #witness = new Witness();
  readonly #tabs: Page[] = [];
  readonly #seen = new Set<string>();
  #frozen: number | null = null;

  constructor(municipality: Municipality, device: BrowserContext, random: Random) {
    this.#municipality = municipality;
    this.#device = device;
    this.#random = random;
  }

  async tell(): Promise<Attempt> {
    for (const at of [0, 1]) this.#tabs[at] = await this.#newTab();
    const school = this.#random.chance(0.3) ? await this.#municipality.newSchool() : null;
    if (school) await enrol(this.#tab(0), await school.code(), 'ПК завуча');
    for (let left = 6 + this.#random.below(8); left > 0; left -= 1) {
      const step = this.#random.pick(steps);
      if (step !== 'sync' || school) this.#seen.add(step);
      await this.#step(step);
      if (this.#random.chance(0.4)) await this.#tab(this.#awake()).waitForTimeout(this.#random.below(120));
    }
    await this.#thaw();
    const lost = await this.#settle([...this.#tabs, await this.#newTab()]);
    if (school && lost.length === 0) {
      await syncAll(this.#tab(0));
      lost.push(...this.#witness.missingOn(await readScreen(this.#tab(1))));
    }
    return { kept: this.#witness.made, lost, seen: [...this.#seen] };
  }

  async #step(step: (typeof steps)[number]): Promise<void> {
    const at = this.#awake();
    const key = this.#random.pick(counts.slice(0, 2)); // few fields, so that tabs meet
    if (step === 'answer' || step === 'undo')
      await this.#witness.answer(this.#tab(at), key, { clear: step === 'undo' });
    if (step === 'at once' && this.#frozen === null)
      await Promise.all(this.#tabs.map((tab) => this.#witness.answer(tab, key)));
    if (step === 'sync') await this.#tab(at).evaluate(() => void dispatchEvent(new Event('online')));
    if (step === 'freeze') await (this.#frozen === null ? this.#freeze(at) : this.#thaw());
    if (step === 'close') {
      // closed sooner, the last answer may be missing: the part `closed-tab` tries that; a tab that wrote nothing is called otherwise
      await untilSaidSaved(this.#tab(at), /^Сохран(ено|яется)/);
      await this.#tab(at).close({ runBeforeUnload: this.#random.chance(0.5) });
      this.#tabs[at] = await this.#newTab();
    }
  }

  /** Until every screen shows the same and all of it; what is wrong after ten seconds is wrong. */
  async #settle(tabs: readonly Page[]): Promise<string[]> {
    for (let tries = 1; ; tries += 1) {
      const screens = await Promise.all(tabs.map(readScreen));
      if (screens.some((screen) => Object.values(screen).some((words) => words.includes(' | '))))
        this.#seen.add('two different answers');
      const lost = screens.flatMap((screen) => this.#witness.missingOn(screen));
      const [first, ...others] = screens.map((screen) => JSON.stringify(screen));
      if (others.some((other) => other !== first)) lost.push(`screens differ: ${[first, ...others].join(' ')}`);
      if (lost.length === 0 || tries === 50) return lost;
      await this.#tab(this.#awake()).waitForTimeout(200);
    }
  }

  async #newTab(): Promise<Page> {
    const tab = await this.#device.newPage();
    await openScreen(tab, this.#municipality.address);
    return tab;
  }

  async #freeze(at: number): Promise<void> {
    await this.#setState(at, 'frozen');
    this.#frozen = at;
  }

  async #thaw(): Promise<void> {
    if (this.#frozen !== null) await this.#setState(this.#frozen, 'active');
    this.#frozen = null;
  }

  async #setState(at: number, state: 'frozen' | 'active'): Promise<void> {
    const session = await this.#device.newCDPSession(this.#tab(at));
    await session.send('Page.setWebLifecycleState', { state });
    await session.detach();
  }

  #awake(): number {
    return this.#frozen === null ? this.#random.below(2) : 1 - this.#frozen;
  }

  #tab(at: number): Page {
    const tab = this.#tabs[at];
    if (!tab) throw new Error('no such tab');
    return tab;
  }
}
