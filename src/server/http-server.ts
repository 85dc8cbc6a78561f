import { createServer, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { type ServerProblem, statusOf } from './problems.ts';
import { securityHeaders } from './security-headers.ts';

/**
 * HX1: what one connection may take: a request ends within a minute, its headers within twenty seconds and 16 KB, and a
 * connection nobody speaks on is closed; it stays open longer than the usual reverse proxy keeps its own (60 s).
 */
const limits = {
  requestTimeout: 60_000,
  headersTimeout: 20_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
  requireHostHeader: false, // told by the listener, with a code
};

/** HX2: the endpoint's HTTP server. What is no readable request gets a code and the security headers too, and its connection is closed. */
export function createHttpServer(app: Hono, https: boolean): Server {
  const answerTo = (problem: ServerProblem) => {
    const body = JSON.stringify({ code: problem });
    const headers = [
      ...securityHeaders(https),
      ['content-type', 'application/json; charset=utf-8'],
      ['content-length', String(body.length)],
      ['cache-control', 'no-store'],
      ['connection', 'close'],
    ] as [string, string][];
    return { status: statusOf[problem], headers, body };
  };
  const unreadable = answerTo('request-unreadable');
  const listener = getRequestListener(app.fetch, { errorHandler: () => new Response(unreadable.body, unreadable) });
  const server = createServer(limits, listener);
  server.on('checkExpectation', (_, response) => {
    response.writeHead(unreadable.status, Object.fromEntries(unreadable.headers)).end(unreadable.body);
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const { status, headers, body } = answerTo(problemOf(error.code));
    const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...headers.map((header) => header.join(': '))];
    socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`);
  });
  return server;
}

function problemOf(code: string | undefined): ServerProblem {
  if (code === 'HPE_HEADER_OVERFLOW') return 'headers-too-large';
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'too-slow' : 'request-unreadable';
}
