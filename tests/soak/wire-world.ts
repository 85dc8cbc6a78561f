import { type Call, callEndpoint } from '../../src/app/sync/call-endpoint.ts';
import type { Revision } from '../../src/core/submission/revision.ts';
import type { Engine } from '../../src/server/store/engine.ts';
import { readHistory } from '../../src/server/store/histories.ts';
import type { Device } from '../simulation/device.ts';
import { type Backup, type StoredHistory, withRows } from '../simulation/memory-server.ts';
import { findFaults } from '../simulation/oracle.ts';
import { Random } from '../simulation/random.ts';
import { takeStep } from '../simulation/steps.ts';
import { type Twist, World } from '../simulation/world.ts';
import { type FaultLine, startFaultLine, wireFaults } from '../support/fault-line.ts';
import type { Attempt } from './soak-part.ts';

/** The endpoint of a wire world, as the world needs it. */
export type Served = {
  /** where requests go, those of one moment to any of them */
  addresses: () => readonly string[];
  /** the store, looked at from outside */
  engine: () => Engine;
  /** a copy of the store, to be put back later; absent: it is never restored */
  copies?: { take: () => Promise<string>; putBack: (file: string) => Promise<void> };
};

/** What the simulation alone can do: its server is only the mirror of the real one here. */
const notOnWire = ['old request delivered'];
const mostCalls = 5000;
const histories = ['s1', 's2', 'm:public'];

/** The world of the simulation, its devices and its oracle; but the endpoint is the real one, behind real HTTP and a line with faults. */
class WireWorld extends World {
  readonly #served: Served;
  readonly #line: FaultLine;
  readonly #confirmed = new Set<string>();
  readonly #copies: string[] = [];
  readonly #takenByRestores: Revision[] = [];
  #isAlongside = false;
  #calls = 0;

  constructor(seed: number, twist: Twist, served: Served, line: FaultLine) {
    super(seed, twist);
    this.#served = served;
    this.#line = line;
  }

  /** The product's own call, over the line; sometimes another device is on the line at the same time. */
  override async call(body: unknown, device: Device): Promise<Call> {
    this.#calls += 1;
    if (this.#calls > mostCalls) throw new Error('the turns do not end');
    const other = this.#isAlongside || this.line.calm ? null : this.#anotherThan(device);
    const address = `${this.#line.address}/${tokenOf(device)}/sync`;
    if (!other) return callEndpoint(address, body);
    this.#isAlongside = true;
    const [answer] = await Promise.all([callEndpoint(address, body), other.sync()]);
    this.#isAlongside = false;
    this.happened('another device synced while a request was under way');
    return answer;
  }

  #anotherThan(device: Device): Device | null {
    const others = this.devices.filter((other) => other !== device && other.place !== null);
    return others.length > 0 && this.random.chance(0.3) ? this.random.pick(others) : null;
  }

  override async meanwhile(device: Device): Promise<void> {
    if (!this.#isAlongside) await super.meanwhile(device);
  }

  override confirmed(_device: Device, _history: string, ids: readonly string[]): void {
    for (const id of ids) this.#confirmed.add(id);
  }

  override async destroyed(revisions: readonly Revision[]): Promise<void> {
    await this.lookAtEndpoint();
    await super.destroyed(revisions);
  }

  override async backUp(): Promise<void> {
    const copy = await this.#served.copies?.take();
    if (copy) this.#copies.push(copy);
  }

  override async restore(): Promise<boolean> {
    const { copies } = this.#served;
    if (!copies || this.#copies.length === 0) return false;
    await this.lookAtEndpoint();
    const before = this.allRows();
    await copies.putBack(this.random.pick(this.#copies));
    await this.lookAtEndpoint();
    const taken = before.filter((revision) => !this.server.holds(revision));
    this.#takenByRestores.push(...taken);
    this.happened('server restored');
    return this.takenAway(taken);
  }

  override async quiesce(): Promise<void> {
    this.line.calm = true;
    await this.#line.flush();
    await super.quiesce();
    await this.lookAtEndpoint();
    if (this.#takenByRestores.some((revision) => this.server.holds(revision)))
      this.happened('answer lost by a restore and brought back');
    if (this.happenings.has('server restored')) return; // what was confirmed then may be gone with its last holder
    const held = new Set(this.allRows().map(({ id }) => id));
    for (const id of this.#confirmed) if (!held.has(id)) this.faults.push(`confirmed and not there: ${id}`);
  }

  /** Puts into the mirror what the endpoint holds. */
  async lookAtEndpoint(): Promise<void> {
    const seen: [string, StoredHistory][] = [];
    for (const history of histories) {
      const stored = await readStored(this.#served.engine(), history);
      if (stored) seen.push([history, stored]);
    }
    const mirror: Backup = new Map(seen);
    this.server.restore(mirror);
  }
}

/** The cookie of a device: each of nine in both schools has its own, and a clone has that of its original. */
const tokenOf = ({ label, school }: Device): string => `${school}-${label.slice(-1)}`;

async function readStored({ read }: Engine, history: string): Promise<StoredHistory | null> {
  const table = await readHistory(read, history);
  if (!table) return null;
  const rows = await table.rows(1, table.head.seq);
  const chains = await read
    .selectFrom('revisions')
    .innerJoin('histories', 'histories.no', 'revisions.history')
    .select('revisions.chain')
    .where('histories.history', '=', history)
    .orderBy('revisions.seq')
    .execute();
  const start = (await table.chainAt(0)) ?? '';
  return withRows(
    start,
    rows.map((row, at) => ({ ...row, chain: chains[at]?.chain ?? '' })),
  );
}

/** Where there are copies, one of the empty store, one of a busy one, and one of them put back: in every schedule. */
async function plannedAt(step: number, world: WireWorld): Promise<void> {
  if (step === 1 || step === 10) await world.backUp();
  if (step === 20) await world.restore();
}

/** `tells`: what of all that happens is told */
export type WireSchedule = { tells: readonly string[]; faultShare?: number; twist?: Twist };

const steps = 30;

/** One schedule of two to four devices over the line; what it wrote, what of it was lost, what happened. */
export async function runWireSchedule(
  seed: number,
  served: Served,
  { tells, faultShare = 0.4, twist = {} }: WireSchedule,
): Promise<Attempt> {
  const random = new Random(seed ^ 0x5eed);
  const seen = new Set<string>();
  const isCalm = () => world?.line.calm === true;
  let world: WireWorld | null = null;
  const line = await startFaultLine({
    target: () => random.pick(served.addresses()),
    fault: () => (!isCalm() && random.chance(faultShare) ? random.pick(wireFaults) : null),
    below: (limit) => random.below(Math.max(1, limit)),
    onFault: (fault) => seen.add(fault),
  });
  try {
    world = new WireWorld(seed, { withoutOfficer: true, ...twist, spared: notOnWire }, served, line);
    const count = 2 + world.random.below(3);
    for (let at = 0; at < count; at += 1) world.addDevice();
    for (let step = 1; step <= steps; step += 1) {
      await plannedAt(step, world);
      await takeStep(world);
    }
    await world.quiesce();
    for (const happening of world.happenings.keys()) seen.add(happening);
    return {
      kept: world.ledger.surviving().length,
      lost: [...world.faults, ...findFaults(world)],
      seen: tells.filter((what) => seen.has(what)),
    };
  } catch (error) {
    return { kept: 0, lost: [error instanceof Error ? (error.stack ?? error.message) : String(error)], seen: [] };
  } finally {
    await line.stop();
  }
}
