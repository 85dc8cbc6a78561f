import type { Server } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programVersion } from '../core/program-version.ts';
import { createServer } from '../server/create-server.ts';
import type { Endpoint } from '../server/endpoint.ts';
import { eraseWhatIsOver } from '../server/erase-private-values.ts';
import { createHttpServer } from '../server/http-server.ts';
import { commandTexts } from '../texts/command-line.ts';
import { readArguments } from './arguments.ts';
import { listenOn } from './listen-on.ts';
import { loadDemo } from './load-demo.ts';
import { answer, say } from './say.ts';
import { serveMetrics } from './serve-metrics.ts';
import { stopOnSignal } from './stop-on-signal.ts';
import { UsageError } from './usage-error.ts';
import { dataFolder, lockStore, openStoreIn } from './with-endpoint.ts';

/** CL6: `gotovo serve [--port 8080] [--metrics-port PORT] [--data DIR] [--demo]`: serves the program and the endpoint and prints the address. */
export async function serve(args: string[]): Promise<void> {
  const { flags } = readArguments('serve', args, {
    port: { type: 'string' },
    'metrics-port': { type: 'string' },
    data: { type: 'string' },
    demo: { type: 'boolean' },
  });
  const port = readPort(flags.port ?? (process.env.PORT || '8080'));
  const metrics = flags['metrics-port'] ?? process.env.METRICS_PORT;
  const metricsPort = metrics ? readPort(metrics) : null;
  const publicUrl = readPublicUrl();
  const folder = dataFolder(flags.data);
  const lock = lockStore(folder);
  if (!lock) throw new Error(commandTexts.alreadyServed(folder));
  const servers: Server[] = [];
  try {
    const endpoint = await openStoreIn(folder);
    // OP2: a store that is not whole is not served
    if (!((await endpoint.engine.file?.isIntact('quick')) ?? true))
      throw new Error(commandTexts.unreadableStore(folder));
    await eraseOver(endpoint);
    const erasing = setInterval(() => void eraseOver(endpoint), dayInMs).unref();
    const demo = flags.demo ? await loadDemo(endpoint) : null;
    servers.push(await listen(endpoint, port, publicUrl?.protocol === 'https:'));
    if (metricsPort !== null) servers.push(await serveMetrics(endpoint, metricsPort));
    stopOnSignal(servers, async () => {
      clearInterval(erasing);
      await endpoint.engine.close();
      lock.free();
    });
    const address = servers[0]?.address();
    const shown = typeof address === 'object' && address ? address.port : port;
    answer(commandTexts.open(publicUrl?.href.replace(/\/$/, '') ?? `http://localhost:${shown}`));
    if (demo) {
      answer(commandTexts.demoCodes(demo));
      say(commandTexts.demoRegionCode(demo.region));
    } else if ((await endpoint.places()).byId.size === 0) say(commandTexts.emptyStore);
  } catch (error) {
    for (const server of servers) server.close();
    lock.free();
    throw error;
  }
}

const dayInMs = 86_400_000;

/** PV4: at every start and once a day; a store that cannot be written now is tried the next day. */
async function eraseOver(endpoint: Endpoint): Promise<void> {
  try {
    const { values, histories } = await eraseWhatIsOver(endpoint);
    if (values > 0) endpoint.log.warn({ values, histories }, 'private values erased');
  } catch (error) {
    endpoint.log.error({ name: error instanceof Error ? error.name : '' }, 'private values could not be erased');
  }
}

async function listen(endpoint: Endpoint, port: number, https: boolean): Promise<Server> {
  // the bundle lies in dist/server, the program beside it
  const programFolder = join(dirname(fileURLToPath(import.meta.url)), '..', 'app');
  const app = createServer({ endpoint, programFolder, version: programVersion, https });
  const server = createHttpServer(app, https);
  await listenOn(server, port, process.env.HOST || undefined);
  return server;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new UsageError(commandTexts.badPort(text));
  return port;
}

/** What people type to open the program; null: nothing said, the port on this machine. */
function readPublicUrl(): URL | null {
  const typed = process.env.PUBLIC_URL;
  if (!typed) return null;
  const url = URL.canParse(typed) ? new URL(typed) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new UsageError(commandTexts.badPublicUrl(typed));
  return url;
}
