import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that means harm: an empty page without any policy, and a redirect that keeps method and body. */
export async function startAttackServer(): Promise<{ port: number; stop: () => Promise<unknown> }> {
  const server = createServer((request, response) => {
    request.resume();
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const headers = {
      'access-control-allow-origin': request.headers.origin ?? '*',
      'access-control-allow-headers': '*',
    };
    if (pathname === '/bounce') response.writeHead(307, { ...headers, location: searchParams.get('to') ?? '/' }).end();
    else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<!doctype html><title>.</title>');
  });
  await new Promise<void>((done) => server.listen(0, done));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
