import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as after } from 'node:timers/promises';

/** All that may happen to one request and its answer between a device and the endpoint. */
export const wireFaults = [
  'request lost',
  'request cut',
  'request reset',
  'request doubled',
  'request late',
  'request held',
  'answer lost',
  'answer cut',
  'answer shortened',
  'answer slow',
  'captive page',
  'foreign JSON',
  'redirect',
  'network wants a sign-in',
  'bad gateway',
  'try later',
] as const;
export type WireFault = (typeof wireFaults)[number];

export type FaultLineParts = {
  /** where the request goes, `nth` from 1 */
  target: (nth: number) => string;
  /** what happens to the request; null: nothing */
  fault: (nth: number) => WireFault | null;
  /** a whole number from 0 to below `limit`: where to cut, how long to hold */
  below: (limit: number) => number;
  onFault: (fault: WireFault) => void;
};

type Sent = { target: string; path: string; headers: Record<string, string>; body: Buffer };
type Answered = { status: number; headers: IncomingMessage['headers']; body: Buffer };

export type FaultLine = {
  address: string;
  /** delivers what is still held */
  flush: () => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * A line to the endpoint on which anything may happen. A device calls `ADDRESS/TOKEN/path`: the line keeps its cookie, as a
 * browser would. Only GET and POST pass, as filters have it.
 */
export async function startFaultLine(parts: FaultLineParts): Promise<FaultLine> {
  const late: Sent[] = [];
  let count = 0;
  const flush = async (): Promise<void> => {
    for (const sent of late.splice(0)) await forward(sent).catch(() => null);
  };
  const server = createServer(async (asked, answer) => {
    const body = await readWhole(asked);
    if (asked.method !== 'GET' && asked.method !== 'POST') return void answer.writeHead(405).end();
    count += 1;
    const sent = sentOf(asked, body, parts.target(count));
    const fault = parts.fault(count);
    if (fault) parts.onFault(fault);
    if (fault === 'request late') late.push(sent);
    else if (late.length > 0 && parts.below(3) === 0) await flush(); // after newer ones
    await meet(fault, sent, answer, parts);
  });
  server.keepAliveTimeout = 0; // it breaks no connection but those it means to break
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    flush,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** Lets the fault happen to the request, and answers whatever is left to answer. */
async function meet(fault: WireFault | null, sent: Sent, answer: ServerResponse, parts: FaultLineParts): Promise<void> {
  const { socket } = answer;
  if (fault === 'request lost' || fault === 'request late') return void socket?.destroy();
  if (fault === 'request reset') return void socket?.resetAndDestroy();
  if (fault === 'request cut') {
    await sendCut(sent, parts.below(sent.body.length));
    return void socket?.destroy();
  }
  const foreign = fault ? foreignAnswers[fault] : undefined;
  if (foreign) return void answer.writeHead(foreign.status, foreign.headers).end(foreign.body);
  if (fault === 'request held') await after(parts.below(40));
  if (fault === 'request doubled') await Promise.all([forward(sent), forward(sent)]).catch(() => null);
  const given = await forward(sent).catch(() => null);
  if (given === null || fault === 'answer lost') return void socket?.destroy();
  await giveBack(fault, given, answer, parts);
}

async function giveBack(
  fault: WireFault | null,
  { status, headers, body }: Answered,
  answer: ServerResponse,
  { below }: FaultLineParts,
): Promise<void> {
  const { 'content-type': type = 'text/plain' } = headers;
  const cut = body.subarray(0, below(body.length));
  if (fault === 'answer shortened')
    return void answer.writeHead(status, { 'content-type': type, 'content-length': cut.length }).end(cut);
  answer.writeHead(status, { 'content-type': type, 'content-length': body.length });
  if (fault === 'answer cut') return void answer.write(cut, () => answer.socket?.destroy());
  if (fault === 'answer slow')
    for (let at = 0; at < body.length; at += 400) {
      answer.write(body.subarray(at, at + 400));
      await after(2);
    }
  answer.end(fault === 'answer slow' ? undefined : body);
}

type Foreign = { status: number; headers: Record<string, string>; body: string };
const page = (status: number, more: Record<string, string> = {}): Foreign => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8', ...more },
  body: '<!doctype html><title>Вход в сеть</title>',
});

/** What others answer in the endpoint's place. */
const foreignAnswers: Partial<Record<WireFault, Foreign>> = {
  'captive page': page(200),
  'foreign JSON': { status: 200, headers: { 'content-type': 'application/json' }, body: '{"ok":true}' },
  redirect: page(302, { location: 'http://127.0.0.1:9/login' }),
  'network wants a sign-in': page(511),
  'bad gateway': page(502),
  'try later': page(503, { 'retry-after': '30' }),
};

function sentOf(asked: IncomingMessage, body: Buffer, target: string): Sent {
  const [, token = '', ...rest] = (asked.url ?? '').split('/');
  const kept = ['content-type', 'content-encoding', 'x-gotovo'];
  const headers = Object.fromEntries(
    kept.flatMap((name) => (asked.headers[name] ? [[name, asked.headers[name]]] : [])),
  );
  return { target, path: `/${rest.join('/')}`, headers: { ...headers, cookie: `__Host-dev=${token}` }, body };
}

function forward({ target, path, headers, body }: Sent): Promise<Answered> {
  return new Promise((done, fail) => {
    const asking = request(target + path, {
      agent: false, // an idle connection may be closed just when it is used again
      method: 'POST',
      headers: { ...headers, 'content-length': body.length },
    });
    asking.on('error', fail);
    asking.on('response', (response) => {
      const { statusCode: status = 0 } = response;
      readWhole(response).then((whole) => done({ status, headers: response.headers, body: whole }), fail);
    });
    asking.end(body);
  });
}

/** The first bytes of a request that promised more. */
function sendCut({ target, path, headers, body }: Sent, bytes: number): Promise<void> {
  const { hostname, port } = new URL(target);
  const head = Object.entries({ ...headers, host: hostname, 'content-length': body.length });
  return new Promise((done) => {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => done()); // nobody there: lost is lost
    socket.on('close', () => done());
    socket.write(`POST ${path} HTTP/1.1\r\n${head.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`);
    socket.write(body.subarray(0, bytes), () => socket.destroy());
  });
}

async function readWhole(stream: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
