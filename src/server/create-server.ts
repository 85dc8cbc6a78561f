import { type Context, Hono } from 'hono';
import { answerProblem } from './answer-json.ts';
import type { Endpoint } from './endpoint.ts';
import { Refused, type ServerProblem } from './problems.ts';
import { deviceCodeRoute, deviceRevokeRoute, devicesRoute } from './routes/devices.ts';
import { enrolRoute } from './routes/enrol.ts';
import { headsRoute } from './routes/heads.ts';
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
  const { log } = endpoint;
  const headers = securityHeaders(https);
  const routes = new Set<string>();
  app.use(async (context, next) => {
    const began = performance.now();
    for (const [name, value] of headers) context.header(name, value);
    if (!URL.canParse(context.req.url)) throw new Refused('request-unreadable'); // the host may be anything
    await next();
    const { method, path } = context.req;
    // HX7: an address that is no route is whatever its sender wrote, and is not written down
    const route = routes.has(path) ? path : 'file';
    log.info({
      method: methods.has(method) ? method : 'other',
      route,
      status: context.res.status,
      ms: Math.round(performance.now() - began),
    });
  });
  app.get('/health', (context) => {
    context.header('cache-control', 'no-store');
    return context.json({ ok: true, version });
  });
  app.post('/sync', syncRoute(endpoint));
  app.post('/heads', headsRoute(endpoint));
  app.post('/enrol', enrolRoute(endpoint));
  app.post('/challenge', challengeRoute(endpoint));
  app.post('/session', sessionRoute(endpoint));
  app.post('/device-key', deviceKeyRoute(endpoint));
  app.post('/devices', devicesRoute(endpoint));
  app.post('/device-code', deviceCodeRoute(endpoint));
  app.post('/device-revoke', deviceRevokeRoute(endpoint));
  for (const { path } of app.routes) if (!path.includes('*')) routes.add(path);
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
function problemOf(error: Error, { req }: Context, { engine }: Endpoint): ServerProblem | null {
  if (error instanceof Refused) return error.problem;
  return req.raw.signal.aborted ? 'request-unreadable' : engine.problemOf(error);
}
