import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import { type ServerProblem, statusOf } from './problems.ts';

const packBrotli = promisify(brotliCompress);
const packGzip = promisify(gzip);
/** below this packing saves nothing */
const worthPackingInBytes = 256;

/** A JSON answer, never cached; packed with brotli or gzip when that saves anything. */
export async function answerJson(context: Context, body: unknown): Promise<Response> {
  const plain = Buffer.from(JSON.stringify(body));
  const accepts = context.req.header('accept-encoding') ?? '';
  const coding =
    plain.length < worthPackingInBytes
      ? null
      : /\bbr\b/.test(accepts)
        ? 'br'
        : /\bgzip\b/.test(accepts)
          ? 'gzip'
          : null;
  context.header('content-type', 'application/json; charset=utf-8');
  context.header('cache-control', 'no-store');
  if (coding === null) return context.body(new Uint8Array(plain));
  context.header('content-encoding', coding);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };
  return context.body(new Uint8Array(coding === 'br' ? await packBrotli(plain, quality) : await packGzip(plain)));
}

export function answerProblem(context: Context, code: ServerProblem): Response {
  context.header('cache-control', 'no-store');
  if (code === 'store-busy' || code === 'store-full') context.header('retry-after', '30');
  return context.json({ code }, statusOf[code]);
}
