import type { Server } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createAdaptorServer } from '@hono/node-server';
import { createServer } from '../server/create-server.ts';
import type { Endpoint } from '../server/endpoint.ts';
import { lockForServing } from '../server/store/serve-lock.ts';
import { commandTexts } from '../texts/command-line.ts';
import { readArguments } from './arguments.ts';
import { loadDemo } from './load-demo.ts';
import { UsageError } from './usage-error.ts';
import { dataFolder, openStoreIn } from './with-endpoint.ts';

const version = '0.2.0';

/** `gotovo serve [--port 8080] [--data DIR] [--demo]`: serves the program and the endpoint and prints the address. */
export async function serve(args: string[]): Promise<void> {
  const { flags } = readArguments('serve', args, {
    port: { type: 'string' },
    data: { type: 'string' },
    demo: { type: 'boolean' },
  });
  const port = readPort(flags.port);
  const folder = dataFolder(flags.data);
  const lock = lockForServing(folder);
  if (!lock) throw new Error(commandTexts.alreadyServed(folder));
  const endpoint = await openStoreIn(folder);
  const server = await listen(endpoint, port);
  const address = server.address();
  const shown = typeof address === 'object' && address ? address.port : port;
  const codes = flags.demo ? await loadDemo(endpoint) : null;
  const isEmpty = (await endpoint.places()).byId.size === 0;
  process.stdout.write(`${commandTexts.open(process.env.PUBLIC_URL ?? `http://localhost:${shown}`)}\n`);
  if (codes) process.stdout.write(`${commandTexts.demoCodes(codes)}\n`);
  else if (isEmpty) process.stderr.write(`${commandTexts.emptyStore}\n`);
  const stop = () => {
    server.close(async () => {
      await endpoint.engine.close();
      lock.free();
      process.exit(0);
    });
    server.closeIdleConnections();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

async function listen(endpoint: Endpoint, port: number): Promise<Server> {
  // the bundle lies in dist/server, the program beside it
  const programFolder = join(dirname(fileURLToPath(import.meta.url)), '..', 'app');
  const https = process.env.PUBLIC_URL?.startsWith('https:') ?? false;
  const app = createServer({ endpoint, programFolder, version, https });
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { requestTimeout: 60_000, headersTimeout: 20_000 },
  }) as Server;
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(error.code === 'EADDRINUSE' ? new Error(commandTexts.portTaken(port)) : error),
    );
    server.listen(port, done);
  });
  return server;
}

function readPort(typed: string | undefined): number {
  const text = typed ?? process.env.PORT ?? '8080';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw new UsageError(commandTexts.badPort(text));
  return port;
}
