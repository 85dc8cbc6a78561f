import { rmSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import type { Cursor } from '../../../src/core/sync/chain.ts';
import { nextChain } from '../../../src/core/sync/chain.ts';
import { toWire } from '../../../src/core/sync/messages.ts';
import { serveHistory } from '../../../src/core/sync/serve-history.ts';
import type { Engine } from '../../../src/server/store/engine.ts';
import { lockHistory, readHistory } from '../../../src/server/store/histories.ts';
import { openPostgres } from '../../../src/server/store/open-postgres.ts';
import { openSqlite } from '../../../src/server/store/open-sqlite.ts';
import { aRevision, sha256 } from '../../fixtures/a-revision.ts';
import { Random } from '../../simulation/random.ts';
import { aFolder } from '../../support/endpoint.ts';
import { databaseOf } from '../../support/postgres.ts';
import sharePostgres from '../../support/share-postgres.ts';
import { emptied } from '../served-stores.ts';
import type { Attempt, Rig, SoakPart } from '../soak-part.ts';

const [writers, readers, commits] = [32, 4, 1000];
const histories = ['s1', 's2', 's3', 's4', 's5'];

class Undone extends Error {}

/** ES3: 32 write at once and some of it is undone; whoever reads on from a cursor gets every committed row, in order and once. */
async function attemptWriting(seed: number, engines: readonly Engine[]): Promise<Attempt> {
  const [first] = engines;
  if (first) await emptied(first);
  const random = new Random(seed);
  const committed = new Map(histories.map((history) => [history, new Set<string>()]));
  const seen = new Set<string>();
  let [left, writing] = [commits, true];
  const write = async (nth: number): Promise<void> => {
    const engine = engines[nth % engines.length];
    while (engine && left > 0) {
      left -= 1;
      const [history, isUndone, wait] = [random.pick(histories), random.chance(0.05), random.below(4)];
      const revision = aRevision({ history, value: `${seed}-${left}` });
      await commit(engine, history, revision, { isUndone, wait }).then(
        () => committed.get(history)?.add(revision.id),
        (error) => {
          if (!(error instanceof Undone)) throw error;
          seen.add('undone');
        },
      );
    }
  };
  const reading = Array.from({ length: readers }, async (_, nth) => {
    const engine = engines[nth % engines.length];
    return engine ? follow(engine, () => writing, seen) : [];
  });
  await Promise.all(Array.from({ length: writers }, (_, nth) => write(nth))).finally(() => {
    writing = false;
  });
  const lost: string[] = [];
  for (const [nth, delivered] of (await Promise.all(reading)).entries())
    for (const fault of faultsOf(delivered, committed)) lost.push(`reader ${nth}: ${fault}`);
  const kept = [...committed.values()].reduce((sum, ids) => sum + ids.size, 0);
  return { kept, lost, seen: [...seen] };
}

type Slowly = { isUndone: boolean; wait: number };

const commit = (engine: Engine, history: string, revision: ReturnType<typeof aRevision>, { isUndone, wait }: Slowly) =>
  engine.write(async (writer) => {
    const asked = { after: { seq: 0, chain: '' }, revisions: [[...toWire(revision)]] };
    const parts = { history, sha256, refusalOf: () => null, now: 0, via: 'http' };
    await serveHistory(await lockHistory(writer, history, null), asked, parts);
    if (wait > 2) await after(wait);
    if (isUndone) throw new Undone();
  });

type Delivered = { history: string; ids: string[]; fault: string | null };

/** Reads every history on from its cursor until nobody writes any more. */
async function follow(engine: Engine, isWriting: () => boolean, seen: Set<string>): Promise<Delivered[]> {
  const all = histories.map((history): Delivered => ({ history, ids: [], fault: null }));
  const cursors = new Map<string, Cursor>();
  for (let isLast = false; ; ) {
    isLast = !isWriting();
    for (const one of all) {
      const table = await readHistory(engine.read, one.history);
      if (!table) continue;
      const at = cursors.get(one.history) ?? { seq: 0, chain: (await table.chainAt(0)) ?? '' };
      if (at.seq > 0 && (await table.chainAt(at.seq)) !== at.chain) one.fault = 'the cursor is not known any more';
      let { seq, chain } = at;
      for (const row of await table.rows(at.seq + 1, table.head.seq)) {
        seq += 1;
        if (row.seq !== seq) one.fault = `a hole before ${row.seq}`;
        chain = nextChain(chain, row.revision.id, sha256);
        one.ids.push(row.revision.id);
      }
      if (seq === table.head.seq && chain !== table.head.chain) one.fault = 'another chain than the head names';
      if (seq > at.seq && at.seq > 0 && isWriting()) seen.add('read on while others wrote');
      cursors.set(one.history, { seq, chain });
    }
    if (isLast) return all;
    await after(1);
  }
}

function* faultsOf(delivered: readonly Delivered[], committed: ReadonlyMap<string, ReadonlySet<string>>) {
  for (const { history, ids, fault } of delivered) {
    if (fault) yield `${history}: ${fault}`;
    const got = new Set(ids);
    if (got.size !== ids.length) yield `${history}: a row twice`;
    for (const id of committed.get(history) ?? []) if (!got.has(id)) yield `${history}: never delivered ${id}`;
    for (const id of got) if (!committed.get(history)?.has(id)) yield `${history}: undone and delivered ${id}`;
  }
}

const rigOver = (engines: readonly Engine[], after: () => void): Rig => ({
  attempt: (seed) => attemptWriting(seed, engines),
  close: async () => {
    await Promise.all(engines.map(({ close }) => close()));
    after();
  },
});

const common = { goal: 100, mustSee: ['undone', 'read on while others wrote'] };

export const concurrentWritersSqlite: SoakPart = {
  ...common,
  name: 'concurrent-writers-sqlite',
  title: '1,000 commits of 32 writers, 5 % of them undone, beside readers by cursor, SQLite',
  open: async () => {
    const folder = aFolder();
    return rigOver([await openSqlite(folder)], () => rmSync(folder, { recursive: true }));
  },
};

export const concurrentWritersPostgres: SoakPart = {
  ...common,
  name: 'concurrent-writers-postgres',
  title: '1,000 commits of 32 writers over two pools, 5 % of them undone, beside readers by cursor, PostgreSQL',
  open: async () => {
    const stopSharing = sharePostgres();
    const url = await databaseOf(aFolder());
    const open = () => openPostgres(url, { mayBegin: true });
    return rigOver([await open(), await open()], stopSharing);
  },
};
