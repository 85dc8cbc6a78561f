import { Random } from '../../simulation/random.ts';
import { type RunningServer, startServer } from '../../support/browser.ts';
import { killDevice } from '../../support/device.ts';
import { readMessages, readScreen, removeProfile, startPerson } from '../person.ts';
import type { Attempt, SoakPart } from '../soak-part.ts';
import { missingOf, startTyping } from '../typist.ts';

const startsOfOneProfile = 20;

/** Every process of the browser is killed while answers are typed; what was called saved must be on the screen again. */
export const killBrowser: SoakPart = {
  name: 'kill-browser',
  title: 'the browser killed at any moment while answers are typed',
  goal: 300,
  mustSee: ['killed while typing'],
  open: async () => {
    const rig = new Rig(await startServer());
    return { attempt: (seed) => rig.attempt(seed), close: () => rig.close() };
  },
};

class Rig {
  readonly #server: RunningServer;
  #person: Awaited<ReturnType<typeof startPerson>> | null = null;
  #starts = 0;
  #last = 0;

  constructor(server: RunningServer) {
    this.#server = server;
  }

  async attempt(seed: number): Promise<Attempt> {
    const random = new Random(seed);
    const { page, profile } = await this.#open();
    const typed = await startTyping(page, seed, this.#last);
    await page.waitForTimeout(400 + random.below(2600));
    const open = Object.entries(typed.tried).some(([key, value]) => value !== typed.shown[key]);
    await killDevice(profile);
    this.#last = typed.last + 100; // what was typed and never heard of stays below
    this.#person = await startPerson(this.#server.address, profile);
    const lost = missingOf(typed, await readScreen(this.#person.page));
    const said = await readMessages(this.#person.page);
    const seen = [
      ...(open ? ['killed while typing'] : []),
      ...(said.includes('Браузер стёр данные') ? ['came back empty, restored'] : []),
      ...(said.includes('База браузера отстала') ? ['came back older, restored'] : []),
    ];
    return { kept: typed.told, lost, seen };
  }

  /** The browser the attempt before has left open, or a fresh profile now and then. */
  async #open() {
    if (this.#person && this.#starts >= startsOfOneProfile) await this.#put();
    this.#person ??= await startPerson(this.#server.address);
    this.#starts += 1;
    return this.#person;
  }

  async #put(): Promise<void> {
    if (!this.#person) return;
    await this.#person.device.close();
    removeProfile(this.#person.profile);
    this.#person = null;
    this.#starts = 0;
    this.#last = 0;
  }

  async close(): Promise<void> {
    await this.#put();
    await this.#server.stop();
  }
}
