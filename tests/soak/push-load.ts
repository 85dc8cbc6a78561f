import { setTimeout as after } from 'node:timers/promises';
import type { Revision } from '../../src/core/submission/revision.ts';
import { noCursor } from '../../src/core/sync/chain.ts';
import { buildSyncRequest, readSyncAnswer } from '../../src/core/sync/client-turn.ts';
import type { Engine } from '../../src/server/store/engine.ts';
import { readHistory } from '../../src/server/store/histories.ts';
import { verifyStore } from '../../src/server/store/verify-store.ts';
import { aRevision, sha256 } from '../fixtures/a-revision.ts';
import { WireDevice } from '../support/endpoint.ts';

/** Devices that push without a pause, and remember what the endpoint has answered for. */
export type Load = {
  /** answered as stored, in the order of the answers */
  acknowledged: Revision[];
  attempted: Set<string>;
  /** answers that are none: of the wrong status, broken, or of another history */
  strange: ReadonlySet<string>;
  /** until that many more are answered; false: they were not within a minute */
  more: (count: number) => Promise<boolean>;
  /** until a request was refused so; false: none was within a minute */
  refusedWith: (status: number) => Promise<boolean>;
  stop: () => Promise<void>;
};

const schools = ['s1', 's2'];

/** `addressOf` is asked before every request, so an endpoint may come back elsewhere; `waitsFor`: refusals after which a device comes again. */
export function startLoad(
  addressOf: (pusher: number) => string,
  pushers: number,
  waitsFor: readonly number[] = [503],
): Load {
  let pushing = true;
  const acknowledged: Revision[] = [];
  const attempted = new Set<string>();
  const strange = new Set<string>();
  const refusals = new Set<number>();
  const push = async (pusher: number): Promise<void> => {
    const history = schools[pusher % 2] ?? '';
    let cursor = noCursor;
    for (let nth = 0; pushing; nth += 1) {
      const size = 1 + ((nth + pusher) % 3);
      const revisions = Array.from({ length: size }, (_, at) =>
        aRevision({ history, value: `${pusher}-${nth}-${at}` }),
      );
      for (const { id } of revisions) attempted.add(id);
      const offers = [{ history, after: cursor, revisions }];
      const device = new WireDevice(addressOf(pusher));
      device.cookie = `__Host-dev=${history}-${1 + Math.floor(pusher / 2)}`;
      const answer = await device.post('/sync', buildSyncRequest(offers, 'nonce-1', 0)).catch(() => null);
      if (answer?.status !== 200) {
        if (answer) refusals.add(answer.status);
        if (answer && !waitsFor.includes(answer.status)) strange.add(`answered with ${answer.status}`);
        await after(10); // the process is dead, or its database
        continue;
      }
      const read = readSyncAnswer(answer.body, offers, 'nonce-1', sha256);
      const turn = read.ok ? read.value[0] : null;
      if (turn?.state !== 'page') strange.add(`${history}: ${read.ok ? turn?.state : read.problem.code}`);
      if (turn?.state !== 'page') return;
      if (turn.refused.length > 0) strange.add(`refused: ${turn.refused[0]?.why}`);
      cursor = turn.cursor;
      acknowledged.push(...revisions);
    }
  };
  const all = Promise.all(Array.from({ length: pushers }, (_, pusher) => push(pusher)));
  return {
    acknowledged,
    attempted,
    strange,
    more: (count) => {
      const wanted = acknowledged.length + count;
      return within(60_000, () => acknowledged.length >= wanted);
    },
    refusedWith: (status) => within(60_000, () => refusals.has(status)),
    stop: async () => {
      pushing = false;
      await all;
    },
  };
}

async function within(inMs: number, isSo: () => boolean): Promise<boolean> {
  for (const end = Date.now() + inMs; !isSo(); await after(10)) if (Date.now() > end) return false;
  return true;
}

/** What a store lacks of the acknowledged, holds that nobody brought, or has damaged; nothing: all is well. */
export async function faultsIn(
  engine: Engine,
  acknowledged: readonly Revision[],
  attempted: ReadonlySet<string>,
): Promise<string[]> {
  const checks = await verifyStore(engine.read);
  const damaged = checks.flatMap(({ history, fault }) => (fault ? [`${history}: ${fault}`] : []));
  if ((await engine.file?.isIntact()) === false) damaged.push('the file is not intact');
  const held = new Set<string>();
  for (const history of schools) {
    const table = await readHistory(engine.read, history);
    for (const { revision } of (await table?.rows(1, table.head.seq)) ?? []) held.add(revision.id);
  }
  const lost = acknowledged.filter(({ id }) => !held.has(id)).map(({ value }) => `acknowledged and gone: ${value}`);
  const invented = [...held].filter((id) => !attempted.has(id)).map((id) => `nobody brought ${id}`);
  return [...damaged, ...lost, ...invented];
}
