import { promisify } from 'node:util';
import { brotliDecompress, brotliDecompressSync, gunzip, gunzipSync, inflate, inflateSync } from 'node:zlib';
import type { Context } from 'hono';
import type * as z from 'zod/mini';
import { Refused } from './problems.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });
const inflaters = { gzip: promisify(gunzip), br: promisify(brotliDecompress), deflate: promisify(inflate) };
const inflatersAtOnce = { gzip: gunzipSync, br: brotliDecompressSync, deflate: inflateSync };
/** up to here inflating costs less than handing it to another thread; the cap of what comes out holds all the same */
const inflatedAtOnceInBytes = 8 * 1024;

/**
 * HT1: a body is read up to its cap, inflated up to its cap, decoded as well-formed UTF-8, parsed and checked with its schema;
 * nothing of a request is done before all of it holds. HT2: only the program's own pages may ask: JSON, a header of its own and
 * the same origin. HX9: whatever else comes is refused with a code and changes nothing.
 */
export async function readBody<Schema extends z.ZodMiniType>(
  context: Context,
  schema: Schema,
  mostInBytes: number,
): Promise<z.infer<Schema>> {
  checkOrigin(context);
  const text = decode(await inflated(context, await readCapped(context, mostInBytes), mostInBytes));
  const parsed = schema.safeParse(parseJson(text));
  if (!parsed.success) throw new Refused('body-unreadable');
  return parsed.data;
}

/** EV3, HT2: a file as it lies on a stick, up to its cap; what is in it is looked into by whoever takes it. */
export function readFileBody(context: Context, mostInBytes: number): Promise<Uint8Array> {
  checkOrigin(context, 'application/gzip');
  return readCapped(context, mostInBytes);
}

function checkOrigin({ req }: Context, type = 'application/json'): void {
  const site = req.header('sec-fetch-site');
  const origin = req.header('origin');
  const foreign =
    (site !== undefined && site !== 'same-origin') ||
    (site === undefined && origin !== undefined && hostOf(origin) !== req.header('host'));
  const isOfType = (req.header('content-type') ?? '').split(';')[0]?.trim() === type;
  if (foreign || !isOfType || req.header('x-gotovo') !== '1') throw new Refused('foreign-origin');
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

async function readCapped(context: Context, mostInBytes: number): Promise<Buffer> {
  const { req } = context;
  const said = req.header('content-length');
  if (Number(said ?? 0) > mostInBytes) throw new Refused('body-too-large');
  // HTTP itself ends a body at the length it names; only one that names none has to be counted while it comes
  if (said !== undefined) return Buffer.from(await req.raw.arrayBuffer());
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (req.raw.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > mostInBytes) {
      context.header('connection', 'close'); // the rest is not waited for, so nothing can follow it
      throw new Refused('body-too-large');
    }
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function inflated({ req }: Context, body: Buffer, mostInBytes: number): Promise<Buffer> {
  const coding = req.header('content-encoding');
  if (coding === undefined || coding === 'identity') return body;
  if (coding !== 'gzip' && coding !== 'br' && coding !== 'deflate') throw new Refused('coding-unknown');
  try {
    const by = body.length <= inflatedAtOnceInBytes ? inflatersAtOnce : inflaters;
    return await by[coding](body, { maxOutputLength: mostInBytes });
  } catch (error) {
    const tooLarge = (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new Refused(tooLarge ? 'body-too-large' : 'body-unreadable');
  }
}

function decode(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Refused('body-unreadable');
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused('body-unreadable');
  }
}
