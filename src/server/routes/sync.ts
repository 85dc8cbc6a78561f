import type { Context } from 'hono';
import { isHistory, mayRead } from '../../core/access/access.ts';
import {
  fromWire,
  type HistoryAnswer,
  protocol,
  type SyncRequest,
  syncRequestSchema,
} from '../../core/sync/messages.ts';
import { type LockedHistory, serveHistory } from '../../core/sync/serve-history.ts';
import { answerJson } from '../answer-json.ts';
import { type Allowance, createAllowance } from '../create-allowance.ts';
import { deviceOf, giveToken } from '../device-cookie.ts';
import type { Endpoint } from '../endpoint.ts';
import { Refused } from '../problems.ts';
import { readBody } from '../read-body.ts';
import { refusalBy } from '../refusal-by.ts';
import { type Device, devicesById, noteContact } from '../store/devices.ts';
import { lockHistory, readHistories, sha256 } from '../store/histories.ts';
import type { Places } from '../store/places.ts';

const mostInBytes = 1024 * 1024;
const day = 86_400_000;

type Turn = {
  endpoint: Endpoint;
  device: Device;
  tree: Places;
  signers: ReadonlyMap<string, Device>;
  /** those that are only read, in one query for all */
  tables: ReadonlyMap<string, LockedHistory>;
};

/** HX12: a school brings some thousands a year; what a device has noted without a network for years fits too. */
const mostRevisionsAnHour = 50_000;

/** `POST /sync`: push and pull of several histories in one turn (docs/sync.md). */
export const syncRoute = (endpoint: Endpoint) => {
  const allowance = createAllowance(mostRevisionsAnHour);
  return (context: Context) => sync(endpoint, allowance, context);
};

async function sync(endpoint: Endpoint, allowance: Allowance, context: Context): Promise<Response> {
  const device = await deviceOf(context, endpoint);
  const request = await readBody(context, syncRequestSchema, mostInBytes);
  const brought = request.histories.reduce((sum, { revisions }) => sum + revisions.length, 0);
  if (!allowance(device.id, brought, endpoint.now())) throw new Refused('too-often');
  const { engine } = endpoint;
  const turn: Turn = {
    endpoint,
    device,
    tree: await endpoint.places(),
    signers: await devicesById(engine.read, signerIds(request)),
    tables: await readHistories(engine.read, onlyRead(request)),
  };
  const now = endpoint.now();
  const isNews = now - device.seenAt > 60_000 || (request.unsent ?? 0) !== device.unsent;
  // at once with what the turn brings, so that both share a commit
  const noted = isNews && engine.write((writer) => noteContact(writer, device.no, now, request.unsent ?? 0));
  const [histories] = await Promise.all([serveAll(turn, request), noted]);
  if (now - device.seenAt > day) giveToken(context, device.token);
  return answerJson(context, { proto: protocol, nonce: request.nonce, histories });
}

async function serveAll(turn: Turn, request: SyncRequest): Promise<HistoryAnswer[]> {
  const histories: HistoryAnswer[] = [];
  for (const asked of request.histories) histories.push(await serveOne(turn, asked));
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
  return endpoint.engine.write(async (writer) =>
    serveHistory(await lockHistory(writer, history, device.no), asked, parts),
  );
}

const onlyRead = (request: SyncRequest): string[] =>
  request.histories.filter(({ revisions }) => revisions.length === 0).map(({ history }) => history);

const signerIds = (request: SyncRequest): string[] => [
  ...new Set(
    request.histories.flatMap(({ revisions }) => revisions.flatMap((wire) => fromWire(wire, '').signature?.by ?? [])),
  ),
];
