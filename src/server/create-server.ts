import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { Hono } from 'hono';
import type { Logger } from 'pino';
import { securityHeaders } from './security-headers.ts';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

export type ServerParts = { programFolder: string; version: string; log: Logger; https: boolean };

/** The endpoint: serves the program's files with the headers it needs. Logs method, kind of answer and time, never content. */
export function createServer({ programFolder, version, log, https }: ServerParts): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    const began = performance.now();
    await next();
    for (const [name, value] of securityHeaders(https)) context.res.headers.set(name, value);
    log.info({ method: context.req.method, status: context.res.status, ms: Math.round(performance.now() - began) });
  });
  app.get('/health', (context) => {
    context.header('cache-control', 'no-store');
    return context.json({ ok: true, version });
  });
  app.get('*', async (context) => {
    const path = context.req.path;
    const file = await readProgramFile(programFolder, path);
    if (file)
      return answerFile(file, path, context.req.header('accept-encoding') ?? '', context.req.header('if-none-match'));
    const isNavigation = (context.req.header('accept') ?? '').includes('text/html') && extname(path) === '';
    const index = isNavigation ? await readProgramFile(programFolder, '/index.html') : null;
    if (!index) return context.json({ code: 'not-found' }, 404);
    return answerFile(index, '/index.html', context.req.header('accept-encoding') ?? '', undefined);
  });
  app.all('*', (context) => context.json({ code: 'method-not-allowed' }, 405, { allow: 'GET, HEAD' }));
  app.onError((error, context) => {
    log.error({ message: error.message }, 'a request failed');
    return context.json({ code: 'internal' }, 500);
  });
  return app;
}

type ProgramFile = { plain: Buffer; brotli: Buffer | null };

async function readProgramFile(folder: string, path: string): Promise<ProgramFile | null> {
  const name = normalize(join(folder, path === '/' ? 'index.html' : decodeURIComponent(path)));
  if (!name.startsWith(folder + sep) || name.includes('\0') || name.endsWith('.br')) return null;
  const plain = await readFile(name).catch(() => null);
  return plain && { plain, brotli: await readFile(`${name}.br`).catch(() => null) };
}

/** Hashed files may be kept for ever, so that a second visit resumes a broken first load; the rest is asked for again. */
function answerFile(
  { plain, brotli }: ProgramFile,
  path: string,
  accepts: string,
  known: string | undefined,
): Response {
  const packed = brotli !== null && /\bbr\b/.test(accepts);
  const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 16)}${packed ? '-br' : ''}"`;
  const headers = new Headers({
    'content-type': contentTypes[extname(path)] ?? 'text/html; charset=utf-8',
    'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'Accept-Encoding',
    etag: tag,
  });
  if (known === tag) return new Response(null, { status: 304, headers });
  if (packed) headers.set('content-encoding', 'br');
  return new Response(new Uint8Array(packed ? brotli : plain), { headers });
}
