import { createServer, type Server } from 'node:http';
import type { Endpoint } from '../server/endpoint.ts';
import { readMetrics, watchLoop } from '../server/metrics.ts';
import { listenOn } from './listen-on.ts';

/**
 * OP3: `GET /metrics` on a port of its own that only this machine reaches, so that no web server in front can pass it on by
 * mistake. Returns once it listens.
 */
export async function serveMetrics(endpoint: Endpoint, port: number): Promise<Server> {
  const loop = watchLoop();
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
    readMetrics(endpoint, loop).then(
      (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text),
      (error: Error) => {
        endpoint.log.error({ name: error.name, stack: error.stack }, 'metrics could not be read');
        response.writeHead(503).end();
      },
    );
  });
  await listenOn(server, port, '127.0.0.1');
  return server;
}
