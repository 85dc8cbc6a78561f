import { type Context, Hono } from 'hono';
import { answerProblem } from './answer-json.ts';
import { checkHealth, noteProblem } from './check-health.ts';
import { countRequest } from './counters.ts';
import type { Endpoint } from './endpoint.ts';
import { Refused, type ServerProblem } from './problems.ts';
import { deviceCodeRoute, deviceRevokeRoute, devicesRoute } from './routes/devices.ts';
import { enrolRoute } from './routes/enrol.ts';
import { envelopeRoute } from './routes/envelope.ts';
import { headsRoute } from './routes/heads.ts';
import { placesRoute } from './routes/places.ts';
import { privateRoute } from './routes/private.ts';
import { programRoute } from './routes/program-files.ts';
import { challengeRoute, deviceKeyRoute, sessionRoute } from './routes/session.ts';
import { syncRoute } from './routes/sync.ts';
import { securityHeaders } from './security-headers.ts';

export type ServerParts = { endpoint: Endpoint; programFolder: string; version: string; https: boolean };

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']);

/**
 * The endpoint over HTTP: the program's files, and the few requests of a device. Logs method, route, status and time, never
 * content. HX11: it asks nobody. HX8: a new route needs its row in the access matrix, `tests/hostile/access.test.ts`.
 */
export function createServer({ endpoint, programFolder, version, https }: ServerParts): Hono {
  const app = new Hono();
  const { log, counters } = endpoint;
  const headers = securityHeaders(https);
  const routes = new Map([
    ['/sync', syncRoute(endpoint)],
    ['/heads', headsRoute(endpoint)],
    ['/enrol', enrolRoute(endpoint)],
    ['/challenge', challengeRoute(endpoint)],
    ['/session', sessionRoute(endpoint)],
    ['/device-key', deviceKeyRoute(endpoint)],
    ['/devices', devicesRoute(endpoint)],
    ['/device-code', deviceCodeRoute(endpoint)],
    ['/device-revoke', deviceRevokeRoute(endpoint)],
    ['/envelope', envelopeRoute(endpoint)],
    ['/places', placesRoute(endpoint)],
    ['/private', privateRoute(endpoint)],
  ]);
  app.use(async (context, next) => {
    const began = performance.now();
    for (const [name, value] of headers) context.header(name, value);
    if (!URL.canParse(context.req.url)) throw new Refused('request-unreadable'); // the host may be anything
    await next();
    const { method, path } = context.req;
    const { status } = context.res;
    // HX7: an address that is no route is whatever its sender wrote, and is not written down
    const route = path === '/health' || (method === 'POST' && routes.has(path)) ? path : 'file';
    const ms = performance.now() - began;
    countRequest(counters, route, status, ms / 1000);
    log.info({ method: methods.has(method) ? method : 'other', route, status, ms: Math.round(ms) });
  });
  app.get('/health', async (context) => {
    const problem = await checkHealth(endpoint);
    context.header('cache-control', 'no-store');
    return problem === null
      ? context.json({ ok: true, version })
      : context.json({ ok: false, code: problem, version }, 503);
  });
  app.use(async ({ req }, next) => {
    if (req.method === 'POST' && endpoint.watch.isDamaged) throw new Refused('store-damaged'); // OP2
    await next();
  });
  for (const [path, handle] of routes) app.post(path, handle);
  app.get('*', programRoute(programFolder));
  app.all('*', (context) => {
    context.header('allow', 'GET, HEAD, POST');
    return answerProblem(context, 'method-not-allowed');
  });
  app.onError((error, context) => {
    const problem = problemOf(error, context, endpoint);
    if (problem === null) log.error({ name: error.name, stack: error.stack }, 'a request failed');
    return answerProblem(context, problem ?? 'internal');
  });
  return app;
}

/** Null: a bug. A request whose sender went away in the middle of it is none. */
function problemOf(error: Error, { req }: Context, endpoint: Endpoint): ServerProblem | null {
  if (error instanceof Refused) return error.problem;
  return req.raw.signal.aborted ? 'request-unreadable' : noteProblem(endpoint, error);
}
