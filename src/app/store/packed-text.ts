import { largestPackedInBytes, largestUnpackedInBytes } from '../../core/envelope/signed-lines.ts';
import { fail, ok, type Result } from '../../core/result.ts';

/** `not-packed`: no gzip at all; `broken`: cut, altered, or not UTF-8. */
export type PackedProblem = { code: 'not-packed' | 'broken' | 'too-large' };

export async function packText(text: string): Promise<Blob> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Blob([await new Response(stream).blob()], { type: 'application/gzip' });
}

/** EV3 in a browser: the text of a packed file; its size is counted while it is inflated. */
export async function unpackText(file: Blob): Promise<Result<string, PackedProblem>> {
  if (file.size > largestPackedInBytes) return fail({ code: 'too-large' });
  if (!(await looksPacked(file))) return fail({ code: 'not-packed' });
  try {
    const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    let text = '';
    let size = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return ok(text + decoder.decode());
      size += value.length;
      if (size > largestUnpackedInBytes) {
        await reader.cancel();
        return fail({ code: 'too-large' });
      }
      text += decoder.decode(value, { stream: true });
    }
  } catch {
    return fail({ code: 'broken' });
  }
}

async function looksPacked(file: Blob): Promise<boolean> {
  const [a, b] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return a === 0x1f && b === 0x8b;
}
