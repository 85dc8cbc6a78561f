import type { Server } from 'node:http';

/** longer than any turn that is only waiting for its commit; shorter than what systemd gives before it kills */
const limitInMs = 15_000;

/**
 * OP5: on SIGTERM or SIGINT nothing new is let in, what has begun is answered, then the store is closed and the process ends
 * with 0. What has not ended within the limit, a line that hardly works, is cut off: nothing of it was confirmed, the device
 * brings it again.
 */
export function stopOnSignal(servers: readonly Server[], close: () => Promise<void>): void {
  const stop = async () => {
    const limit = setTimeout(() => {
      for (const server of servers) server.closeAllConnections();
    }, limitInMs);
    await Promise.all(servers.map(closeServer));
    clearTimeout(limit);
    await close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());
}

const closeServer = (server: Server): Promise<void> =>
  new Promise((done) => {
    // a connection that was busy goes when its answer has: whoever keeps it open for more must not hold the process
    const sweep = setInterval(() => server.closeIdleConnections(), 100);
    server.close(() => {
      clearInterval(sweep);
      done();
    });
  });
