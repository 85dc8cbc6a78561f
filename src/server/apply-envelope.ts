import { type Actor, isHistory, mayRead, ownHistoryOf } from '../core/access/access.ts';
import type { Envelope } from '../core/envelope/envelope.ts';
import { fail, ok, type Result } from '../core/result.ts';
import { reissue } from '../core/submission/reissue.ts';
import type { Revision } from '../core/submission/revision.ts';
import { toWire } from '../core/sync/messages.ts';
import { serveHistory } from '../core/sync/serve-history.ts';
import type { Endpoint } from './endpoint.ts';
import { refusalBy } from './refusal-by.ts';
import { endAwaiting } from './store/awaited.ts';
import { type Device, devicesById } from './store/devices.ts';
import type { Writer } from './store/engine.ts';
import { lockHistory, sha256 } from './store/histories.ts';
import type { Places } from './store/places.ts';

/** What a file brings to one history. */
export type Target = { history: string; revisions: readonly Revision[] };
export type ForeignHistory = { code: 'foreign-history'; history: string };

/** What became of it; `seq` and `chain`: the history's head afterwards. */
export type Taken = {
  history: string;
  new: number;
  accepted: string[];
  refused: { id: string; why: string }[];
  seq: number;
  chain: string;
};

/**
 * EV6: where a file's revisions belong if `actor` has brought it: local ones are re-issued under his place (RV8); one history he
 * may not write, and the whole file is refused.
 */
export function targetsOf(
  { histories, revisions }: Envelope,
  actor: Actor,
  { byId, lineage }: Places,
): Result<Target[], ForeignHistory> {
  const byHistory = new Map<string, Revision[]>();
  for (const { history } of histories) {
    const isLocal = history.startsWith('local:') && actor.role !== 'endpoint';
    const target = isLocal ? ownHistoryOf(actor, lineage) : history;
    if (!isHistory(target, (id) => byId.get(id)) || !mayRead(actor, target, lineage))
      return fail({ code: 'foreign-history', history });
    const brought = revisions.filter((revision) => revision.history === history);
    const known = byHistory.get(target) ?? [];
    byHistory.set(target, [...known, ...(isLocal ? reissue(brought, target, sha256) : brought)]);
  }
  return ok([...byHistory].map(([history, brought]) => ({ history, revisions: brought })));
}

/** EV5: through the same merge as over the network, as if the signing device had brought it; all histories in one transaction. */
export async function applyTargets(
  endpoint: Endpoint,
  targets: readonly Target[],
  { actor, device }: { actor: Actor; device: Device | null },
): Promise<Taken[]> {
  const { engine } = endpoint;
  const signers = await signersOf(endpoint, targets);
  const refusalOf = refusalBy({ endpoint, bearer: actor, tree: await endpoint.places(), signers });
  const means = { sha256, refusalOf, now: endpoint.now(), via: 'file' };
  return engine.write(async (writer) => {
    const taken: Taken[] = [];
    for (const target of targets) taken.push(await applyOne(writer, target, device, means));
    if (device?.isAwaited) await endAwaiting(writer, device.no);
    return taken;
  });
}

function signersOf({ engine }: Endpoint, targets: readonly Target[]): Promise<Map<string, Device>> {
  const named = targets.flatMap(({ revisions }) => revisions.flatMap(({ signature }) => signature?.by ?? []));
  return devicesById(engine.read, [...new Set(named)]);
}

type Means = Omit<Parameters<typeof serveHistory>[2], 'history'>;

async function applyOne(
  writer: Writer,
  { history, revisions }: Target,
  device: Device | null,
  means: Means,
): Promise<Taken> {
  const table = await lockHistory(writer, history, device?.no ?? null);
  const before = table.head;
  const asked = { after: before, revisions: revisions.map((revision) => [...toWire(revision)]) };
  const answer = await serveHistory(table, asked, { ...means, history });
  if (!('rows' in answer)) throw new Error(`${history} did not know its own head`);
  const refused = answer.refused.map(({ index, why }) => ({ id: revisions[index]?.id ?? '', why }));
  const refusedIds = new Set(refused.map(({ id }) => id));
  return {
    history,
    new: answer.head - before.seq,
    accepted: revisions.flatMap(({ id }) => (refusedIds.has(id) ? [] : [id])),
    refused,
    seq: answer.head,
    chain: (await table.chainAt(answer.head)) ?? before.chain,
  };
}
