import { promisify } from 'node:util';
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib';
import type { Context } from 'hono';
import { type ServerProblem, statusOf } from './problems.ts';

const packBrotli = promisify(brotliCompress);
const packGzip = promisify(gzip);
type Packed = Buffer<ArrayBuffer>;

/** below this packing saves nothing */
const worthPackingInBytes = 256;
/** up to here packing costs less than handing it to another thread */
const packedAtOnceInBytes = 16 * 1024;

/** A JSON answer, never cached; packed with brotli or gzip when that saves anything. */
export async function answerJson(context: Context, body: unknown): Promise<Response> {
  const text = JSON.stringify(body);
  const accepts = context.req.header('accept-encoding') ?? '';
  const coding =
    text.length < worthPackingInBytes ? null : /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : null;
  context.header('content-type', 'application/json; charset=utf-8');
  context.header('cache-control', 'no-store');
  if (coding === null) return context.body(text);
  context.header('content-encoding', coding);
  return context.body(await pack(Buffer.from(text), coding));
}

function pack(plain: Buffer, coding: 'br' | 'gzip'): Packed | Promise<Packed> {
  const isSmall = plain.length <= packedAtOnceInBytes;
  if (coding === 'gzip') return isSmall ? gzipSync(plain) : packGzip(plain);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } };
  return isSmall ? brotliCompressSync(plain, quality) : packBrotli(plain, quality);
}

export function answerProblem(context: Context, code: ServerProblem): Response {
  context.header('cache-control', 'no-store');
  if (code === 'too-often') context.header('retry-after', '3600');
  if (code === 'store-busy' || code === 'store-full') context.header('retry-after', '30');
  return context.json({ code }, statusOf[code]);
}
