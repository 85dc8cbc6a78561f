import type { ConfirmedPage } from '../../src/app/store/dexie-store.ts';
import type { Call } from '../../src/app/sync/call-endpoint.ts';
import type { Revision, Sha256 } from '../../src/core/submission/revision.ts';
import { utf8 } from '../../src/core/submission/revision.ts';
import { nextChain } from '../../src/core/sync/chain.ts';
import { type SyncAnswer, type SyncRequest, syncAnswerSchema } from '../../src/core/sync/messages.ts';
import { sha256 } from '../fixtures/a-revision.ts';
import { Device, type OpenField } from './device.ts';
import { DeviceStore, type StoreParts } from './device-store.ts';
import { idOfWire } from './line.ts';
import { type MemoryServer, type OpenHistory, openHistory, type StoredHistory, withRows } from './memory-server.ts';
import type { Twist } from './world.ts';

/** A well-known way to get such a protocol wrong, and what the oracle must say of it. */
export type SeededBug = { title: string; twist: Twist; seeds: number; breaks: RegExp };

/** A chain that says nothing: every row has the same value. Inputs of 86 characters are a value and an id. */
const blindChain: Sha256 = (bytes) => (bytes.length === 86 ? new Uint8Array(32) : sha256(bytes));

/** Without the chain a restore and an altered digit pass unseen; left out where another bug is to be caught. */
export const unchained: Twist = { sha256: blindChain, spared: ['server restored', 'digit altered in the answer'] };

/** Ids of (device, counter): a canonical revision is hashed by its label and nonce alone, the nonce being a counter. */
const counterIds: Sha256 = (bytes) => {
  const isRevision = bytes[0] === 0x5b;
  if (!isRevision) return sha256(bytes);
  const [, history, , , , , , , label, nonce] = JSON.parse(new TextDecoder().decode(bytes)) as unknown[];
  return sha256(utf8(`${history} ${label} ${nonce}`));
};

class CountingDevice extends Device {
  protected override revisionNonce(): string {
    const own = [...this.store.revisions.values()].filter(({ label }) => label === this.label);
    return String(own.length + 1).padStart(22, '0');
  }
}

class CursorFirstStore extends DeviceStore {
  override async confirm(page: ConfirmedPage): Promise<boolean> {
    const isMoved = await super.confirm({ ...page, revisions: [] });
    if (isMoved) this.put(page.revisions);
    return isMoved;
  }
}

class CursorFirstDevice extends Device {
  protected override openStore(parts: StoreParts): DeviceStore {
    return new CursorFirstStore(parts);
  }

  protected override async keep(revisions: readonly Revision[]): Promise<boolean> {
    this.histories.add(revisions);
    return true;
  }
}

class LastWriteDevice extends Device {
  override shown(history: string, path: string): readonly Revision[] {
    const [last] = [...super.shown(history, path)].sort((a, b) => (a.at < b.at ? 1 : -1));
    return last ? [last] : [];
  }
}

class HeadCursorStore extends DeviceStore {
  readonly #server: MemoryServer;

  constructor(parts: StoreParts, server: MemoryServer) {
    super(parts);
    this.#server = server;
  }

  override confirm(page: ConfirmedPage): Promise<boolean> {
    const { seq, chain } = this.#server.rowsOf(page.history).at(-1) ?? page.cursor;
    return super.confirm({ ...page, cursor: { seq, chain } });
  }
}

class HeadCursorDevice extends Device {
  protected override openStore(parts: StoreParts): DeviceStore {
    return new HeadCursorStore(parts, this.world.server);
  }
}

class DeletingStore extends DeviceStore {
  override async confirm(page: ConfirmedPage): Promise<boolean> {
    const isMoved = await super.confirm(page);
    const foreign = new Set(page.revisions.map(({ id }) => id));
    if (isMoved) for (const { id } of page.confirmed) if (!foreign.has(id)) this.revisions.delete(id);
    return isMoved;
  }
}

class DeletingDevice extends Device {
  protected override openStore(parts: StoreParts): DeviceStore {
    return new DeletingStore(parts);
  }
}

class SaveTimeParentsDevice extends Device {
  protected override answered({ history, path }: OpenField): readonly Revision[] {
    return this.shown(history, path);
  }
}

/** Takes what it offered for delivered without having seen it back. */
abstract class TrustingDevice extends Device {
  protected async trust(history: string, ids: readonly string[]): Promise<void> {
    this.store.mark(
      history,
      ids.map((id) => ({ id, srvAt: 1 })),
    );
    const known = await this.turns.load(history);
    for (const id of ids) known.confirmed.set(id, 1);
  }
}

class Any200Device extends TrustingDevice {
  protected override async call(body: SyncRequest): Promise<Call> {
    const answer = await super.call(body);
    const is200 = answer.kind === 'filter' || answer.kind === 'answer';
    if (!is200 || answerTo(body, answer) !== null) return answer;
    for (const { history, revisions } of body.histories) await this.trust(history, idsOf(revisions, history));
    return answer;
  }
}

class AckDevice extends TrustingDevice {
  protected override async call(body: SyncRequest): Promise<Call> {
    const answer = await super.call(body);
    for (const [at, told] of (answerTo(body, answer)?.histories ?? []).entries()) {
      const asked = body.histories[at];
      if (!asked || !('refused' in told)) continue;
      const refused = new Set(told.refused.map(({ index }) => index));
      const ids = idsOf(asked.revisions, asked.history);
      await this.trust(
        asked.history,
        ids.filter((_, index) => !refused.has(index)),
      );
    }
    return answer;
  }
}

class CredulousDevice extends Device {
  protected override async call(body: SyncRequest): Promise<Call> {
    const call = await super.call(body);
    const answer = answerTo(body, call);
    if (answer === null) return call;
    const histories = answer.histories.map((told, at) => withFittingChain(told, body.histories[at]));
    return { kind: 'answer', body: { ...answer, histories } };
  }
}

type Told = SyncAnswer['histories'][number];

/** The same page with the chain value the device will come to, whatever the server's was. */
function withFittingChain(told: Told, asked: SyncRequest['histories'][number] | undefined): Told {
  if (!asked || !('rows' in told)) return told;
  const offered = idsOf(asked.revisions, asked.history);
  const ids = told.rows.flatMap((row) =>
    'own' in row ? offered.slice(row.own[0], row.own[1] + 1) : idsOf([row.revision], asked.history),
  );
  const start = asked.after.seq === 0 ? (told.start ?? '') : asked.after.chain;
  return { ...told, chain: ids.reduce((chain, id) => nextChain(chain, id, sha256), start) };
}

/** The server's own answer to this request, if it is one. */
function answerTo({ nonce }: SyncRequest, call: Call): SyncAnswer | null {
  const parsed = call.kind === 'answer' ? syncAnswerSchema.safeParse(call.body) : null;
  return parsed?.success && parsed.data.nonce === nonce ? parsed.data : null;
}

const idsOf = (wires: readonly (readonly unknown[])[], history: string): string[] =>
  wires.map((wire) => idOfWire(wire, history, sha256));

/** `late`: numbered, but not visible yet; `opened`: how often the history was read since. */
type LateHistory = StoredHistory & { late?: StoredHistory['rows']; opened?: number };

/** No lock from number to commit: the last row of some batches becomes visible after rows that were numbered later. */
const lateCommit: OpenHistory = (given, longestPage, commit) => {
  const stored = settleLate(given);
  commit(stored);
  return {
    ...openHistory(stored, longestPage, commit),
    append: async (added) => {
      const last = added.at(-1);
      const isLate = !stored.late && last !== undefined && last.revision.id < 'W';
      const visible = isLate ? added.slice(0, -1) : added;
      const next = withRows(stored.start, [...stored.rows, ...visible]);
      commit(isLate ? { ...next, late: [last], opened: 0 } : { ...next, ...lateOf(stored) });
    },
  };
};

const lateOf = ({ late, opened }: LateHistory) => (late ? { late, opened: opened ?? 0 } : {});

function settleLate(stored: LateHistory): LateHistory {
  const { start, rows, ids, late, opened = 0 } = stored;
  if (!late) return stored;
  if (opened < 3) return { ...stored, opened: opened + 1 };
  const arrived = late.filter(({ revision }) => !ids.has(revision.id));
  const ordered = [...rows.slice(0, -1), ...arrived, ...rows.slice(-1)];
  return withRows(
    start,
    ordered.map((row, at) => ({ ...row, seq: at + 1 })),
  );
}

export const seededBugs: readonly SeededBug[] = [
  {
    title: 'ids from counters of devices',
    twist: { sha256: counterIds, device: CountingDevice },
    seeds: 300,
    breaks: /^(lost|diverged)/,
  },
  {
    title: 'a cursor saved before the rows',
    twist: { device: CursorFirstDevice },
    seeds: 300,
    breaks: /^diverged/,
  },
  { title: 'last write wins by the clock', twist: { device: LastWriteDevice }, seeds: 300, breaks: /^hidden/ },
  {
    title: 'no chain check',
    twist: { sha256: blindChain, spared: ['digit altered in the answer'] },
    seeds: 300,
    breaks: /^(lost|diverged)/,
  },
  { title: 'a cursor moved to the head', twist: { device: HeadCursorDevice }, seeds: 300, breaks: /^diverged/ },
  { title: 'any 200 taken for an answer', twist: { device: Any200Device }, seeds: 300, breaks: /^lost/ },
  {
    title: 'rows becoming visible out of order',
    twist: { ...unchained, open: lateCommit },
    seeds: 300,
    breaks: /^diverged/,
  },
  { title: 'revisions deleted once confirmed', twist: { device: DeletingDevice }, seeds: 300, breaks: /^diverged/ },
  { title: 'an acknowledgement trusted without its echo', twist: { device: AckDevice }, seeds: 3000, breaks: /^lost/ },
  {
    title: 'parents that are the heads when saving',
    twist: { device: SaveTimeParentsDevice },
    seeds: 300,
    breaks: /^hidden/,
  },
  {
    title: 'an echo taken without recomputing the chain',
    twist: { device: CredulousDevice },
    seeds: 300,
    breaks: /^(invented|diverged)/,
  },
];
