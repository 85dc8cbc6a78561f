import { Hono } from 'hono';
import { answerProblem } from './answer-json.ts';
import type { Endpoint } from './endpoint.ts';
import { Refused } from './problems.ts';
import { deviceCodeRoute, deviceRevokeRoute, devicesRoute } from './routes/devices.ts';
import { enrolRoute } from './routes/enrol.ts';
import { envelopeRoute } from './routes/envelope.ts';
import { headsRoute } from './routes/heads.ts';
import { placesRoute } from './routes/places.ts';
import { programRoute } from './routes/program-files.ts';
import { challengeRoute, deviceKeyRoute, sessionRoute } from './routes/session.ts';
import { syncRoute } from './routes/sync.ts';
import { securityHeaders } from './security-headers.ts';

export type ServerParts = { endpoint: Endpoint; programFolder: string; version: string; https: boolean };

/** The endpoint over HTTP: the program's files, and the few requests of a device. Logs method, route, status and time, never content. */
export function createServer({ endpoint, programFolder, version, https }: ServerParts): Hono {
  const app = new Hono();
  const { log } = endpoint;
  const headers = securityHeaders(https);
  app.use(async (context, next) => {
    const began = performance.now();
    for (const [name, value] of headers) context.header(name, value);
    await next();
    const { method, path } = context.req;
    const route = method === 'POST' && context.res.status !== 404 ? path : 'file';
    log.info({ method, route, status: context.res.status, ms: Math.round(performance.now() - began) });
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
  app.post('/envelope', envelopeRoute(endpoint));
  app.post('/places', placesRoute(endpoint));
  app.get('*', programRoute(programFolder));
  app.all('*', (context) => {
    context.header('allow', 'GET, HEAD, POST');
    return answerProblem(context, 'method-not-allowed');
  });
  app.onError((error, context) => {
    const problem = error instanceof Refused ? error.problem : endpoint.engine.problemOf(error);
    if (problem === null) log.error({ name: error.name, stack: error.stack }, 'a request failed');
    return answerProblem(context, problem ?? 'internal');
  });
  return app;
}
