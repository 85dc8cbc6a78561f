import { Hono } from 'hono';
import { answerProblem } from './answer-json.ts';
import { checkHealth, noteProblem } from './check-health.ts';
import { countRequest } from './counters.ts';
import type { Endpoint } from './endpoint.ts';
import { Refused } from './problems.ts';
import { deviceCodeRoute, deviceRevokeRoute, devicesRoute } from './routes/devices.ts';
import { enrolRoute } from './routes/enrol.ts';
import { headsRoute } from './routes/heads.ts';
import { programRoute } from './routes/program-files.ts';
import { challengeRoute, deviceKeyRoute, sessionRoute } from './routes/session.ts';
import { syncRoute } from './routes/sync.ts';
import { securityHeaders } from './security-headers.ts';

export type ServerParts = { endpoint: Endpoint; programFolder: string; version: string; https: boolean };

/** The endpoint over HTTP: the program's files, and the few requests of a device. Logs method, route, status and time, never content. */
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
  ]);
  app.use(async (context, next) => {
    const began = performance.now();
    for (const [name, value] of headers) context.header(name, value);
    await next();
    const { method, path } = context.req;
    const { status } = context.res;
    const route = path === '/health' || (method === 'POST' && routes.has(path)) ? path : 'file';
    const ms = performance.now() - began;
    countRequest(counters, route, status, ms / 1000);
    log.info({ method, route, status, ms: Math.round(ms) });
  });
  app.get('/health', async (context) => {
    const problem = await checkHealth(endpoint);
    context.header('cache-control', 'no-store');
    return problem === null
      ? context.json({ ok: true, version })
      : context.json({ ok: false, code: problem, version }, 503);
  });
  app.post('*', async (_, next) => {
    if (endpoint.watch.isDamaged) throw new Refused('store-damaged'); // OP2
    await next();
  });
  for (const [path, handle] of routes) app.post(path, handle);
  app.get('*', programRoute(programFolder));
  app.all('*', (context) => {
    context.header('allow', 'GET, HEAD, POST');
    return answerProblem(context, 'method-not-allowed');
  });
  app.onError((error, context) => {
    const problem = error instanceof Refused ? error.problem : noteProblem(endpoint, error);
    if (problem === null) log.error({ name: error.name, stack: error.stack }, 'a request failed');
    return answerProblem(context, problem ?? 'internal');
  });
  return app;
}
