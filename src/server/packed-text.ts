import { gunzipSync, gzipSync } from 'node:zlib';
import { largestPackedInBytes, largestUnpackedInBytes } from '../core/envelope/signed-lines.ts';
import { fail, ok, type Result } from '../core/result.ts';

/** `not-packed`: no gzip at all; `broken`: cut, altered, or not UTF-8. */
export type PackedProblem = { code: 'not-packed' | 'broken' | 'too-large' };

export const packText = (text: string): Buffer => gzipSync(text);

/** EV3 in Node: the text of a packed file; inflating ends as soon as it grows over the cap. */
export function unpackText(bytes: Uint8Array): Result<string, PackedProblem> {
  if (bytes.length > largestPackedInBytes) return fail({ code: 'too-large' });
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return fail({ code: 'not-packed' });
  try {
    const inflated = gunzipSync(bytes, { maxOutputLength: largestUnpackedInBytes });
    return ok(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(inflated));
  } catch (error) {
    const isTooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return fail({ code: isTooLarge ? 'too-large' : 'broken' });
  }
}
