import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Context } from 'hono';
import { Refused } from '../problems.ts';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

/** The program's files; every address of the program that is not a file opens its page. */
export const programRoute = (folder: string) => async (context: Context) => {
  const { path } = context.req;
  const file = await readProgramFile(folder, path);
  if (file) return answerFile(context, file, path, context.req.header('if-none-match'));
  const isNavigation = (context.req.header('accept') ?? '').includes('text/html') && extname(path) === '';
  const index = isNavigation ? await readProgramFile(folder, '/index.html') : null;
  if (!index) throw new Refused('not-found');
  return answerFile(context, index, '/index.html', undefined);
};

type ProgramFile = { plain: Buffer; brotli: Buffer | null };

async function readProgramFile(folder: string, path: string): Promise<ProgramFile | null> {
  const name = normalize(join(folder, path === '/' ? 'index.html' : decode(path)));
  if (!name.startsWith(folder + sep) || name.includes('\0') || name.endsWith('.br')) return null;
  const plain = await readFile(name).catch(() => null);
  return plain && { plain, brotli: await readFile(`${name}.br`).catch(() => null) };
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    throw new Refused('not-found');
  }
}

/** Hashed files may be kept for ever, so that a second visit resumes a broken first load; the rest is asked for again. */
function answerFile(
  context: Context,
  { plain, brotli }: ProgramFile,
  path: string,
  known: string | undefined,
): Response {
  const packed = brotli !== null && /\bbr\b/.test(context.req.header('accept-encoding') ?? '');
  const tag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 16)}${packed ? '-br' : ''}"`;
  const headers = {
    'content-type': contentTypes[extname(path)] ?? 'text/html; charset=utf-8',
    'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'Accept-Encoding',
    etag: tag,
  };
  if (known === tag) return context.body(null, 304, headers);
  const coding: Record<string, string> = packed ? { 'content-encoding': 'br' } : {};
  return context.body(new Uint8Array(packed ? brotli : plain), 200, { ...headers, ...coding });
}
