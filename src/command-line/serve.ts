import type { Server } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programVersion } from '../core/program-version.ts';
import { createServer } from '../server/create-server.ts';
import type { Endpoint } from '../server/endpoint.ts';
import { createHttpServer } from '../server/http-server.ts';
import { commandTexts } from '../texts/command-line.ts';
import { readArguments } from './arguments.ts';
import { loadDemo } from './load-demo.ts';
import { answer, say } from './say.ts';
import { UsageError } from './usage-error.ts';
import { dataFolder, lockStore, openStoreIn } from './with-endpoint.ts';

/** CL6: `gotovo serve [--port 8080] [--data DIR] [--demo]`: serves the program and the endpoint and prints the address. */
export async function serve(args: string[]): Promise<void> {
  const { flags } = readArguments('serve', args, {
    port: { type: 'string' },
    data: { type: 'string' },
    demo: { type: 'boolean' },
  });
  const port = readPort(flags.port);
  const publicUrl = readPublicUrl();
  const folder = dataFolder(flags.data);
  const lock = lockStore(folder);
  if (!lock) throw new Error(commandTexts.alreadyServed(folder));
  try {
    const endpoint = await openStoreIn(folder);
    const demo = flags.demo ? await loadDemo(endpoint) : null;
    const server = await listen(endpoint, port, publicUrl?.protocol === 'https:');
    stopOnSignal(server, async () => {
      await endpoint.engine.close();
      lock.free();
    });
    const address = server.address();
    const shown = typeof address === 'object' && address ? address.port : port;
    answer(commandTexts.open(publicUrl?.href.replace(/\/$/, '') ?? `http://localhost:${shown}`));
    if (demo) answer(commandTexts.demoCodes(demo));
    else if ((await endpoint.places()).byId.size === 0) say(commandTexts.emptyStore);
  } catch (error) {
    lock.free();
    throw error;
  }
}

async function listen(endpoint: Endpoint, port: number, https: boolean): Promise<Server> {
  // the bundle lies in dist/server, the program beside it
  const programFolder = join(dirname(fileURLToPath(import.meta.url)), '..', 'app');
  const app = createServer({ endpoint, programFolder, version: programVersion, https });
  const server = createHttpServer(app, https);
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(error.code === 'EADDRINUSE' ? new Error(commandTexts.portTaken(port)) : error),
    );
    server.listen(port, done);
  });
  return server;
}

/** Requests under way are answered, then the store is closed. */
function stopOnSignal(server: Server, close: () => Promise<void>): void {
  const stop = () => {
    server.close(async () => {
      await close();
      process.exit(0);
    });
    server.closeIdleConnections();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

function readPort(typed: string | undefined): number {
  const text = typed ?? (process.env.PORT || '8080');
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
