import type { Call } from '../../src/app/sync/call-endpoint.ts';
import type { Revision, Sha256 } from '../../src/core/submission/revision.ts';
import { sha256 as realSha256 } from '../fixtures/a-revision.ts';
import { Device, type Profile } from './device.ts';
import { emptyStore, PowerCut, type StoreEdge } from './device-store.ts';
import { Ledger } from './ledger.ts';
import { Line, type LineFault } from './line.ts';
import { type Backup, MemoryServer, type OpenHistory, openHistory } from './memory-server.ts';
import { Random } from './random.ts';
import type { StepName } from './steps.ts';

/** What happens by itself, beside the steps of people and the faults of the line. */
export const events = [
  'power cut before a write',
  'power cut after a write',
  'power cut before a page',
  'power cut after a page',
  'revision refused alone',
  'local answers re-issued under the place',
  'page refused: another tab was quicker',
  'history diverged',
  'typed while a request was under way',
  'another device synced while a request was under way',
  'server restored while a request was under way',
  'field saved that had not seen what a turn brought',
  'answer destroyed with its only holder',
  'answer lost by a restore and brought back',
] as const;
export type Happening = (typeof events)[number] | LineFault | StepName;

/** A change of the world that turns the product's protocol into a wrong one. */
export type Twist = {
  sha256?: Sha256;
  device?: typeof Device;
  open?: OpenHistory;
  /** steps and faults left out, so that only the twist itself can be caught */
  spared?: readonly string[];
  /** how far the clocks of devices may be off, in days */
  clocksOff?: readonly number[];
  /** nobody writes for all schools */
  withoutOfficer?: boolean;
};

const mostDevices = 9;
const mostCalls = 5000;
export const paths = ['K1-01', 'K2-01', 'K3-01', 'K4-01', 'K5-01'].map((id) => `2026-27/readiness/${id}`);

/** Everything of one run: server, line, devices, chance and what really happened. */
export class World {
  readonly random: Random;
  readonly sha256: Sha256;
  readonly ledger = new Ledger();
  readonly server: MemoryServer;
  readonly line: Line;
  readonly devices: Device[] = [];
  readonly spared: ReadonlySet<string>;
  readonly backups: Backup[] = [];
  /** what the oracle saw at once; the rest is found at the end */
  readonly faults: string[] = [];
  readonly happenings = new Map<Happening, number>();
  /** revisions a restore took from the server */
  readonly #takenAway: Revision[] = [];
  readonly #twist: Twist;
  #nonces = 0;
  #calls = 0;
  #now = 1000;
  #isBusy = false;
  #isCalm = false;

  constructor(seed: number, twist: Twist) {
    this.random = new Random(seed);
    this.sha256 = twist.sha256 ?? realSha256;
    this.spared = new Set(twist.spared);
    this.#twist = twist;
    const { random, sha256, spared } = this;
    this.server = new MemoryServer({
      sha256,
      open: twist.open ?? openHistory,
      longestPage: () => 1 + random.below(8),
      now: () => this.#now,
    });
    this.line = new Line({ server: this.server, random, sha256, spared, onFault: (fault) => this.happened(fault) });
  }

  happened(what: Happening): void {
    this.happenings.set(what, (this.happenings.get(what) ?? 0) + 1);
  }

  /** Nothing is confirmed that the server does not hold; a restore alone takes it away afterwards. */
  confirmed({ name }: Device, history: string, ids: readonly string[]): void {
    const missing = ids.filter((id) => !this.server.stored(history)?.ids.has(id));
    for (const id of missing) this.faults.push(`confirmed without the server: ${id} on ${name}`);
  }

  nonce(): string {
    this.#nonces += 1;
    return String(this.#nonces);
  }

  /** A moment later, as a clock tells it that is so many days off. */
  clock(offInDays: number): string {
    this.#now += 1 + this.random.below(20);
    return new Date(Date.UTC(2026, 8, 1) + this.#now * 60_000 + offInDays * 86_400_000).toISOString();
  }

  get hasRoom(): boolean {
    return this.devices.length < mostDevices;
  }

  addDevice(profile?: Profile): Device {
    const { random } = this;
    const { device: Kind = Device, clocksOff = [0, 0, 0, 365, -365, 1], withoutOfficer = false } = this.#twist;
    const name = `device ${this.devices.length + 1}`;
    const school = random.chance(0.8) ? 's1' : 's2';
    const local = `local:${name.slice(-1)}`;
    const device = new Kind(this, {
      name,
      profile: profile ?? {
        label: name,
        school,
        local,
        place: random.chance(0.5) ? school : null,
        content: emptyStore,
      },
      isOfficer: random.chance(0.3) && !withoutOfficer,
      clockOffInDays: random.pick(clocksOff),
    });
    this.devices.push(device);
    return device;
  }

  powerMayFail(edge: StoreEdge): void {
    if (this.#isCalm || this.#isBusy || !this.random.chance(0.02)) return;
    this.happened(`power cut ${edge}`);
    throw new PowerCut(edge);
  }

  async call(body: unknown, _device: Device): Promise<Call> {
    this.#calls += 1;
    if (this.#calls > mostCalls) throw new Error('the turns do not end');
    return this.line.call(body);
  }

  /** While a device waits for its answer, people go on and the world does too. */
  async meanwhile(device: Device): Promise<void> {
    if (this.#isCalm || this.#isBusy || !this.random.chance(0.12)) return;
    this.#isBusy = true;
    const what = this.random.below(4);
    if (what < 2) await this.#type(device);
    else if (what === 2) await this.#syncAnother(device);
    else await this.#restoreNow();
    this.#isBusy = false;
  }

  async #type(device: Device): Promise<void> {
    await device.save(device.openField(this.random.pick(paths)));
    this.happened('typed while a request was under way');
  }

  async #syncAnother(device: Device): Promise<void> {
    const other = this.random.pick(this.devices);
    if (other === device || other.place === null) return;
    await other.sync();
    this.happened('another device synced while a request was under way');
  }

  async #restoreNow(): Promise<void> {
    if (await this.restore()) this.happened('server restored while a request was under way');
  }

  async backUp(): Promise<void> {
    this.backups.push(this.server.backup());
  }

  /** Puts the server back to a backup; whether anything was there to be put back. */
  async restore(): Promise<boolean> {
    if (this.backups.length === 0 || this.spared.has('server restored')) return false;
    const before = this.allRows();
    this.server.restore(this.random.pick(this.backups.slice(-3)));
    const taken = before.filter((revision) => !this.server.holds(revision));
    return this.takenAway(taken);
  }

  /** Notes what a restore took from the server; whether it was anything. */
  protected async takenAway(taken: readonly Revision[]): Promise<boolean> {
    this.#takenAway.push(...taken);
    await this.destroyed(taken);
    return taken.length > 0;
  }

  /** No more faults; everybody enters a code, saves what is open and exchanges until nothing moves. */
  async quiesce(): Promise<void> {
    this.#isCalm = true;
    this.line.calm = true;
    for (const device of this.devices) {
      if (device.field?.history === device.history) await device.save(device.field);
      if (device.place === null) await device.enrol();
      // what was refused, rightly or by an altered answer, is offered again after the next start only
      if (device.turns.refused.size > 0) await device.start();
    }
    for (let before = -1; before !== this.#progress; ) {
      before = this.#progress;
      for (const device of this.devices) {
        const { kind } = await device.sync();
        if (kind !== 'done') this.faults.push(`stuck: ${device.name} ends with ${kind}`);
      }
    }
    if (this.#takenAway.some((revision) => this.server.holds(revision)))
      this.happened('answer lost by a restore and brought back');
  }

  /** Grows with every row taken and every row seen. */
  get #progress(): number {
    return this.devices.reduce((sum, { store }) => sum + store.revisions.size + store.confirmed.size, this.server.size);
  }

  protected allRows(): Revision[] {
    return ['s1', 's2', 'm:public'].flatMap((history) => this.server.rowsOf(history).map(({ revision }) => revision));
  }

  /** Notes which of these nobody holds any more. */
  async destroyed(revisions: readonly Revision[]): Promise<void> {
    const isHeld = (revision: Revision) =>
      this.server.holds(revision) ||
      this.devices.some(({ store }) => store.revisions.get(revision.id)?.value === revision.value);
    if (this.ledger.destroyed(revisions, isHeld) > 0) this.happened('answer destroyed with its only holder');
  }
}
