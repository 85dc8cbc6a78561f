import { sha256 } from '@noble/hashes/sha2.js';
import * as z from 'zod/mini';
import { base64url, type Revision, utf8 } from '../../core/submission/revision.ts';
import { readLines, toLines } from './journal-lines.ts';

const largestFile = 32 * 1024 * 1024;
const largestText = 64 * 1024 * 1024;
const headerSchema = z.object({ format: z.string(), history: z.string(), count: z.number(), sha256: z.string() });

export type CopyProblem = 'broken' | 'not-a-copy' | 'newer';

/** CF1: one gzip file with every revision, its count and its hash in the first line. */
export async function writeCopy(history: string, revisions: readonly Revision[], madeAt: string): Promise<Blob> {
  const lines = toLines(revisions);
  const hash = base64url(sha256(new TextEncoder().encode(lines)));
  const header = JSON.stringify({ format: 'gotovo-copy/1', history, madeAt, count: revisions.length, sha256: hash });
  const stream = new Blob([`${header}\n${lines}`]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Blob([await new Response(stream).blob()], { type: 'application/gzip' });
}

/** CF2: a copy is taken whole or not at all: size capped while inflating, count and hash equal, every line sound and of its history. */
export async function readCopyFile(
  file: Blob,
): Promise<{ ok: true; history: string; revisions: Revision[] } | { ok: false; problem: CopyProblem }> {
  if (file.size > largestFile) return { ok: false, problem: 'not-a-copy' };
  const text = await inflate(file);
  if (text === null) return { ok: false, problem: (await looksGzip(file)) ? 'broken' : 'not-a-copy' };
  const end = text.indexOf('\n');
  const header = parseHeader(text.slice(0, Math.max(0, end)));
  if (!header) return { ok: false, problem: 'not-a-copy' };
  if (header.format !== 'gotovo-copy/1')
    return { ok: false, problem: header.format.startsWith('gotovo-copy/') ? 'newer' : 'not-a-copy' };
  const lines = text.slice(end + 1);
  const { revisions, damaged } = readLines(lines);
  const sound =
    damaged === 0 &&
    revisions.length === header.count &&
    revisions.every((one) => one.history === header.history) &&
    base64url(sha256(utf8(lines))) === header.sha256;
  return sound ? { ok: true, history: header.history, revisions } : { ok: false, problem: 'broken' };
}

function parseHeader(line: string) {
  try {
    return headerSchema.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null; // not JSON: not our file
  }
}

async function looksGzip(file: Blob): Promise<boolean> {
  const [a, b] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return a === 0x1f && b === 0x8b;
}

async function inflate(file: Blob): Promise<string | null> {
  try {
    const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let text = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text + decoder.decode();
      text += decoder.decode(value, { stream: true });
      if (text.length > largestText) {
        await reader.cancel();
        return null;
      }
    }
  } catch {
    return null; // cut short, altered, or no gzip at all: the caller says which
  }
}
