import type { Context } from 'hono';
import { isHistory, mayRead, ownHistoryOf } from '../../core/access/access.ts';
import {
  fromWire,
  type HistoryAnswer,
  protocol,
  type SyncRequest,
  syncRequestSchema,
} from '../../core/sync/messages.ts';
import { type LockedHistory, serveHistory } from '../../core/sync/serve-history.ts';
import { answerJson } from '../answer-json.ts';
import { deviceOf } from '../device-cookie.ts';
import type { Endpoint } from '../endpoint.ts';
import { Refused } from '../problems.ts';
import { readBody } from '../read-body.ts';
import { refusalBy } from '../refusal-by.ts';
import { type Device, devicesById, noteContact } from '../store/devices.ts';
import { lockHistory, readHistories, sha256 } from '../store/histories.ts';
import type { Places } from '../store/places.ts';

const mostInBytes = 1024 * 1024;

type Turn = {
  endpoint: Endpoint;
  device: Device;
  tree: Places;
  signers: ReadonlyMap<string, Device>;
  /** those that are only read, in one query for all */
  tables: ReadonlyMap<string, LockedHistory>;
};

/** `POST /sync`: push and pull of several histories in one turn (docs/sync.md). */
export const syncRoute = (endpoint: Endpoint) => (context: Context) => sync(endpoint, context);

async function sync(endpoint: Endpoint, context: Context): Promise<Response> {
  const device = await deviceOf(context, endpoint);
  const request = await readBody(context, syncRequestSchema, mostInBytes);
  const brought = request.histories.reduce((sum, { revisions }) => sum + revisions.length, 0);
  if (!mayBring(endpoint, device, brought)) throw new Refused('too-often');
  const { engine } = endpoint;
  const turn: Turn = {
    endpoint,
    device,
    tree: await endpoint.places(),
    signers: await devicesById(engine.read, signerIds(request)),
    tables: await readHistories(engine.read, onlyRead(request)),
  };
  const now = endpoint.now();
  const told = request.unsent ?? 0;
  // DV1: what this turn brings is no longer unsent once it is answered
  const unsent = Math.max(0, told - brought);
  const note = (isAwaited: boolean, still = unsent) =>
    engine.write((writer) => noteContact(writer, device.no, { now, unsent: still, isAwaited }));
  const isNews = now - device.seenAt > 60_000 || unsent !== device.unsent;
  // at once with what the turn brings, so that both share a commit
  const noted = isNews && !device.isAwaited && note(false);
  const [histories] = await Promise.all([serveAll(turn, request), noted]);
  const isTaken = histories.every((answer, at) => 'rows' in answer || request.histories[at]?.revisions.length === 0);
  if (device.isAwaited) await note(!hasBroughtAll(turn, request, histories), isTaken ? unsent : told);
  else if (!isTaken) await note(false, told);
  endpoint.counters.turns += 1;
  return answerJson(context, { proto: protocol, nonce: request.nonce, histories });
}

/** HX12 */
function mayBring({ allowances, now }: Endpoint, { id, place }: Device, count: number): boolean {
  return allowances.revisions(id, count, now()) && allowances.revisionsOfPlace(place, count, now());
}

/** OP4: its own history is known here to its end, and nothing is left on the device that it did not bring in this turn. */
function hasBroughtAll({ device, tree }: Turn, request: SyncRequest, answers: readonly HistoryAnswer[]): boolean {
  const own = ownHistoryOf(device, tree.lineage);
  const brought = request.histories.reduce((sum, { revisions }) => sum + revisions.length, 0);
  const isKnown = answers.some((answer) => answer.history === own && 'rows' in answer);
  return isKnown && !answers.some((answer) => 'diverged' in answer) && (request.unsent ?? 0) <= brought;
}

async function serveAll(turn: Turn, request: SyncRequest): Promise<HistoryAnswer[]> {
  const histories: HistoryAnswer[] = [];
  const { counters } = turn.endpoint;
  for (const asked of request.histories) {
    const answer = await serveOne(turn, asked);
    if ('diverged' in answer) counters.diverged += 1;
    if ('rows' in answer) counters.refused += answer.refused.length;
    histories.push(answer);
  }
  return histories;
}

async function serveOne(turn: Turn, asked: SyncRequest['histories'][number]): Promise<HistoryAnswer> {
  const { endpoint, device, tree } = turn;
  const { history } = asked;
  if (!mayRead(device, history, tree.lineage) || !isHistory(history, (id) => tree.byId.get(id)))
    return { history, denied: 'not-your-history' };
  const parts = {
    history,
    sha256,
    now: endpoint.now(),
    via: 'http',
    refusalOf: refusalBy({ ...turn, bearer: device }),
  };
  if (asked.revisions.length === 0) {
    const table = turn.tables.get(history);
    if (table) return serveHistory(table, asked, parts);
    return asked.after.seq > 0
      ? { history, diverged: true }
      : { history, rows: [], start: '', chain: '', head: 0, refused: [] };
  }
  const { answer, stored } = await endpoint.engine.write(async (writer) => {
    const table = await lockHistory(writer, history, device.no);
    const answer = await serveHistory(table, asked, parts);
    return { answer, stored: 'rows' in answer ? answer.head - table.head.seq : 0 };
  });
  endpoint.counters.stored += stored;
  return answer;
}

const onlyRead = (request: SyncRequest): string[] =>
  request.histories.filter(({ revisions }) => revisions.length === 0).map(({ history }) => history);

const signerIds = (request: SyncRequest): string[] => [
  ...new Set(
    request.histories.flatMap(({ revisions }) => revisions.flatMap((wire) => fromWire(wire, '').signature?.by ?? [])),
  ),
];
