import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createAdaptorServer } from '@hono/node-server';
import { pino } from 'pino';
import { createServer } from '../server/create-server.ts';
import { UsageError } from './usage-error.ts';

const version = '0.1.0';

/** `gotovo serve [--port 8080]`: serves the program and prints its address. Environment: PORT, PUBLIC_URL, LOG_LEVEL. */
export async function serve(args: string[]): Promise<void> {
  const port = readPort(args);
  const log = pino({ level: process.env.LOG_LEVEL ?? 'warn' }, pino.destination(2));
  // the bundle lies in dist/server, the program beside it
  const programFolder = join(dirname(fileURLToPath(import.meta.url)), '..', 'app');
  const https = process.env.PUBLIC_URL?.startsWith('https:') ?? false;
  const app = createServer({ programFolder, version, log, https });
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { requestTimeout: 60_000, headersTimeout: 20_000 },
  });
  await new Promise<void>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(error.code === 'EADDRINUSE' ? new Error(`порт ${port} занят, выберите другой: --port`) : error),
    );
    server.listen(port, done);
  });
  const address = server.address();
  const shown = typeof address === 'object' && address ? address.port : port;
  process.stdout.write(`Готово открыто: ${process.env.PUBLIC_URL ?? `http://localhost:${shown}`}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.close(() => process.exit(0)));
}

function readPort(args: string[]): number {
  let typed: string | undefined;
  try {
    typed = parseArgs({ args, options: { port: { type: 'string' } } }).values.port;
  } catch (error) {
    throw new UsageError(`serve: ${error instanceof Error ? error.message.split('.')[0] : String(error)}`);
  }
  const port = Number(typed ?? process.env.PORT ?? 8080);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new UsageError(`serve: порт «${typed}» не число от 0 до 65535`);
  return port;
}
