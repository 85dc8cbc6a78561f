import { Histories } from '../../src/app/histories.ts';
import type { Call } from '../../src/app/sync/call-endpoint.ts';
import { SyncTurns, type TurnsOutcome } from '../../src/app/sync/sync-turns.ts';
import { createRevision } from '../../src/core/submission/create-revision.ts';
import { reissue } from '../../src/core/submission/reissue.ts';
import type { Revision } from '../../src/core/submission/revision.ts';
import type { SyncRequest } from '../../src/core/sync/messages.ts';
import { DeviceStore, emptyStore, PowerCut, type StoreContent, type StoreParts } from './device-store.ts';
import type { World } from './world.ts';

/** The history every school reads and the officer's device writes. */
export const publicHistory = 'm:public';

/** What a disk image of a device holds. `place`: the history a code gave it; null: none entered yet. */
export type Profile = { label: string; school: string; local: string; place: string | null; content: StoreContent };

/** A field with something typed in it; `seen` are the ids of the heads on screen when typing began, then the own revision. */
export type OpenField = { history: string; path: string; seen: readonly string[] };

export type DeviceParts = { name: string; profile: Profile; isOfficer: boolean; clockOffInDays: number };

/** A device of a person: the product's histories, turns and revisions over a store in memory. */
export class Device {
  readonly world: World;
  readonly name: string;
  readonly isOfficer: boolean;
  readonly store: DeviceStore;
  readonly label: string;
  readonly school: string;
  local: string;
  place: string | null;
  clockOffInDays: number;
  snapshot: Profile | null = null;
  field: OpenField | null = null;
  histories = new Histories();
  turns: SyncTurns;
  /** how often the server had been restored when it gave the answer being read */
  #restoresAtAnswer = 0;

  constructor(world: World, { name, profile, isOfficer, clockOffInDays }: DeviceParts) {
    this.world = world;
    this.name = name;
    this.isOfficer = isOfficer;
    this.clockOffInDays = clockOffInDays;
    ({ label: this.label, school: this.school, local: this.local, place: this.place } = profile);
    this.store = this.openStore({
      onEdge: (edge) => world.powerMayFail(edge),
      onDurable: (revisions) => world.ledger.durable(revisions),
      onOtherTab: () => world.happened('page refused: another tab was quicker'),
      onForget: () => world.happened('history diverged'),
      onConfirmed: (history, ids) => {
        if (this.#restoresAtAnswer === world.server.restores) world.confirmed(this, history, ids);
      },
    });
    this.store.replaceBy(profile.content);
    this.turns = this.openTurns();
  }

  protected openStore(parts: StoreParts): DeviceStore {
    return new DeviceStore(parts);
  }

  /** The history a person on this device writes into. */
  get history(): string {
    return this.place ?? this.local;
  }

  get reads(): string[] {
    return this.place === null ? [] : [this.place, publicHistory];
  }

  profile(): Profile {
    const { label, school, local, place } = this;
    return { label, school, local, place, content: this.store.copy() };
  }

  /** What this device shows of a register; the first line first. */
  shown(history: string, path: string): readonly Revision[] {
    return this.histories.of(history).heads(path);
  }

  /** Memory is gone, the store is read; answers given before the code follow under the place. */
  async start(): Promise<void> {
    this.field = null;
    this.histories = new Histories();
    this.histories.add(await this.store.readAll());
    this.turns = this.openTurns();
    await this.adopt();
  }

  async adopt(): Promise<void> {
    if (this.place === null) return;
    const local = this.histories.of(this.local).all();
    const issued = reissue(local, this.place, this.world.sha256).filter(({ id }) => !this.histories.has(id));
    if (issued.length === 0) return;
    this.histories.add(issued);
    await this.surviving(() => this.store.append(issued));
    this.world.happened('local answers re-issued under the place');
  }

  async enrol(): Promise<void> {
    this.place = this.school;
    await this.adopt();
  }

  openField(path: string, history = this.history): OpenField {
    return { history, path, seen: this.shown(history, path).map(({ id }) => id) };
  }

  /** Saves what was typed; the field stays open, and goes on from its own revision. */
  async save(field: OpenField): Promise<void> {
    const { world } = this;
    const { history, path } = field;
    const known = this.histories.of(history).historyOf(path);
    const onScreen = known.filter(({ id }) => field.seen.includes(id));
    if (this.shown(history, path).some(({ id }) => !field.seen.includes(id)))
      world.happened('field saved that had not seen what a turn brought');
    const at = world.clock(this.clockOffInDays);
    const value = world.ledger.write(path, at, onScreen);
    const made = createRevision(
      {
        history,
        path,
        value,
        seen: this.answered(field, onScreen),
        at,
        who: 'школа',
        label: this.label,
        nonce: this.revisionNonce(),
      },
      world.sha256,
    );
    this.histories.add([made]);
    field.seen = [made.id];
    await this.surviving(() => this.store.append([made]));
  }

  /** RV1: what a new revision answers are the heads its author had on screen. */
  protected answered(_field: OpenField, onScreen: readonly Revision[]): readonly Revision[] {
    return onScreen;
  }

  protected revisionNonce(): string {
    return this.world.nonce().padStart(22, '0');
  }

  /** Turns with the server until nothing is left; a power cut ends them. */
  async sync(turns = this.turns): Promise<TurnsOutcome | { kind: 'power cut' }> {
    let outcome: TurnsOutcome | { kind: 'power cut' } = { kind: 'power cut' };
    await this.surviving(async () => {
      outcome = await turns.run(this.reads);
    });
    if (turns.refused.size > 0) this.world.happened('revision refused alone');
    return outcome;
  }

  /** A second tab over the same store: the first does not hear of what it does with the endpoint. */
  openTurns(): SyncTurns {
    return new SyncTurns({
      store: this.store,
      call: (_path, body) => this.call(body as SyncRequest),
      sha256: this.world.sha256,
      nonce: () => this.world.nonce(),
      revisionsOf: (history) => this.histories.of(history).all(),
      admit: async (revisions) => revisions,
      keep: (revisions) => this.keep(revisions),
      onProgress: () => undefined,
    });
  }

  protected async call(body: SyncRequest): Promise<Call> {
    const answer = await this.world.call(body, this);
    this.#restoresAtAnswer = this.world.server.restores;
    await this.world.meanwhile(this);
    return answer;
  }

  protected async keep(revisions: readonly Revision[]): Promise<boolean> {
    const fresh = revisions.filter(({ id }) => !this.histories.has(id));
    this.histories.add(fresh);
    if (fresh.length > 0) await this.store.append(fresh);
    return true;
  }

  /** Takes a file with everything another device holds of the same history. */
  async takeCopyOf(other: Device): Promise<number> {
    const fresh = other.histories
      .of(other.history)
      .all()
      .filter(({ id }) => !this.histories.has(id));
    this.histories.add(fresh);
    if (fresh.length > 0) await this.surviving(() => this.store.append(fresh));
    return fresh.length;
  }

  async rollBackTo(profile: Profile): Promise<void> {
    const before = await this.store.readAll();
    ({ local: this.local, place: this.place } = profile);
    this.store.replaceBy(profile.content);
    await this.world.destroyed(before);
    await this.start();
  }

  async wipe(): Promise<void> {
    const { label, school } = this;
    await this.rollBackTo({
      label,
      school,
      local: `local:wiped${this.world.nonce()}`,
      place: null,
      content: emptyStore,
    });
  }

  /** A power cut ends what was under way; then the device is started again. */
  protected async surviving(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
      await this.start();
    }
  }
}
