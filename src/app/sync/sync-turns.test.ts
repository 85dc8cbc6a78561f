import { describe, expect, it } from 'vitest';
import { aRevision, sha256 } from '../../../tests/fixtures/a-revision.ts';
import type { Revision } from '../../core/submission/revision.ts';
import { type Cursor, nextChain, noCursor } from '../../core/sync/chain.ts';
import { type SyncRequest, syncRequestSchema } from '../../core/sync/messages.ts';
import { type NewRow, serveHistory } from '../../core/sync/serve-history.ts';
import type { ConfirmedPage } from '../store/dexie-store.ts';
import type { Call } from './call-endpoint.ts';
import { SyncTurns } from './sync-turns.ts';

/** An endpoint of one history in memory, answering through the real half of the server. */
class MemoryEndpoint {
  rows: NewRow[] = [];
  start: string;
  /** number of a row its disk has lost */
  damaged = 0;
  constructor(start: string) {
    this.start = start;
  }
  async answer(body: unknown, refused: ReadonlySet<string>): Promise<Call> {
    const request: SyncRequest = syncRequestSchema.parse(JSON.parse(JSON.stringify(body)));
    const histories = [];
    for (const { history, ...asked } of request.histories) {
      const table = {
        head: { seq: this.rows.length, chain: this.rows.at(-1)?.chain ?? this.start },
        chainAt: async (seq: number) => (seq === 0 ? this.start : (this.rows[seq - 1]?.chain ?? null)),
        seqsOf: async (ids: readonly string[]) =>
          new Map(this.rows.filter((row) => ids.includes(row.revision.id)).map((row) => [row.revision.id, row.seq])),
        append: async (rows: readonly NewRow[]) => void this.rows.push(...rows),
        rows: async (first: number, last: number) =>
          this.rows.slice(first - 1, last).filter(({ seq }) => seq !== this.damaged),
      };
      const refusalOf = ({ id }: Revision) => (refused.has(id) ? 'not-your-branch' : null);
      histories.push(await serveHistory(table, asked, { history, sha256, refusalOf, now: 7, via: 'http' }));
    }
    return { kind: 'answer', body: { proto: 1, nonce: request.nonce, histories } };
  }
}

/** A device of history s1 with a store of confirmations in memory. */
function aDevice(endpoint: () => MemoryEndpoint, refused: ReadonlySet<string> = new Set()) {
  const held = new Map<string, Revision>();
  const offered: number[] = [];
  let cursor: Cursor = noCursor;
  let confirmed = new Map<string, number>();
  let keeps = true;
  const turns = new SyncTurns({
    store: {
      confirmations: async () => ({ cursor, ids: confirmed, latest: null }),
      confirm: async (page: ConfirmedPage) => {
        if (page.after.seq !== cursor.seq || page.after.chain !== cursor.chain) return false;
        cursor = page.cursor;
        confirmed = new Map([...confirmed, ...page.confirmed.map(({ id, srvAt }) => [id, srvAt] as const)]);
        return true;
      },
      forget: async () => {
        cursor = noCursor;
        confirmed = new Map();
      },
    },
    call: (_path, body) => {
      offered.push((body as SyncRequest).histories.reduce((sum, one) => sum + one.revisions.length, 0));
      return endpoint().answer(body, refused);
    },
    sha256,
    nonce: () => 'nonce',
    revisionsOf: () => [...held.values()],
    admit: async (revisions) => revisions,
    keep: async (revisions) => {
      if (keeps) for (const revision of revisions) held.set(revision.id, revision);
      return keeps;
    },
    onProgress: () => undefined,
  });
  return {
    turns,
    offered,
    held,
    write: (...revisions: Revision[]) => {
      for (const revision of revisions) held.set(revision.id, revision);
    },
    run: () => turns.run(['s1']),
    confirmed: () => confirmed,
    cursor: () => cursor,
    moveCursor: (to: Cursor) => {
      cursor = to;
    },
    stopKeeping: () => {
      keeps = false;
    },
  };
}
const anAnswer = (value: number) => aRevision({ history: 's1', value });

describe('turns of a device', () => {
  it('[SY8] bring what is new, take what others brought, and confirm both', async () => {
    const endpoint = new MemoryEndpoint('start');
    const [one, two] = [aDevice(() => endpoint), aDevice(() => endpoint)];
    one.write(anAnswer(1), anAnswer(2));
    two.write(anAnswer(3));
    for (const device of [one, two, one]) expect(await device.run()).toEqual({ kind: 'done' });
    expect([...one.held.keys()].sort()).toEqual([...two.held.keys()].sort());
    expect([one.confirmed().size, two.confirmed().size, one.cursor().seq]).toEqual([3, 3, 3]);
  });

  it('[SY4] pull first and then offer again after the endpoint was restored from a copy', async () => {
    let endpoint = new MemoryEndpoint('start');
    const device = aDevice(() => endpoint);
    device.write(anAnswer(1), anAnswer(2));
    await device.run();
    const restored = new MemoryEndpoint('start');
    restored.rows = endpoint.rows.slice(0, 1);
    const other = anAnswer(9);
    const chain = nextChain(restored.rows[0]?.chain ?? '', other.id, sha256);
    restored.rows.push({ seq: 2, revision: other, srvAt: 8, via: 'http', chain });
    endpoint = restored;
    device.offered.length = 0;
    expect(await device.run()).toEqual({ kind: 'done' });
    expect(device.offered).toEqual([0, 0, 1]);
    expect(endpoint.rows.map(({ revision }) => revision.value)).toEqual([1, 9, 2]);
    expect([device.turns.forgotten, device.confirmed().size]).toEqual([1, 3]);
  });

  it('[SY5] offer a refused revision once in a session, and the others all the same', async () => {
    const endpoint = new MemoryEndpoint('start');
    const bad = anAnswer(1);
    const device = aDevice(() => endpoint, new Set([bad.id]));
    device.write(bad, anAnswer(2));
    await device.run();
    await device.run();
    expect(device.offered).toEqual([2, 0]);
    expect([...device.turns.refused]).toEqual([[bad.id, 'not-your-branch']]);
    expect(endpoint.rows.map(({ revision }) => revision.value)).toEqual([2]);
  });

  it('[SY8] read the cursor anew when another tab has moved it, and end well', async () => {
    const endpoint = new MemoryEndpoint('start');
    const device = aDevice(() => endpoint);
    device.write(anAnswer(1));
    await device.run();
    const { cursor } = { cursor: device.cursor() };
    device.write(anAnswer(2));
    await device.turns.load('s1');
    device.moveCursor(noCursor);
    expect(await device.run()).toEqual({ kind: 'done' });
    expect([cursor.seq, device.cursor().seq, endpoint.rows.length]).toEqual([1, 2, 2]);
  });

  it('confirm nothing that this device could not keep', async () => {
    const endpoint = new MemoryEndpoint('start');
    const other = aDevice(() => endpoint);
    other.write(anAnswer(1));
    await other.run();
    const device = aDevice(() => endpoint);
    device.stopKeeping();
    expect(await device.run()).toEqual({ kind: 'not-kept' });
    expect([device.cursor(), device.confirmed().size]).toEqual([noCursor, 0]);
  });

  it('[SY7] end when the endpoint names more rows and gives none, instead of asking for ever', async () => {
    const endpoint = new MemoryEndpoint('start');
    const [one, two] = [aDevice(() => endpoint), aDevice(() => endpoint)];
    one.write(anAnswer(1), anAnswer(2));
    await one.run();
    endpoint.damaged = 2;
    expect(await two.run()).toEqual({ kind: 'answer-broken' });
    expect([two.offered.length, two.cursor().seq]).toEqual([2, 1]);
  });
});
