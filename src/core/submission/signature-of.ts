import type { Signature } from './revision.ts';

/** HX4: signer and signature as they stand on the wire or in a file; null: none, or of another shape, which is never kept. */
export function signatureOf(by: unknown, value: unknown): Signature | null {
  const isShaped =
    typeof by === 'string' && typeof value === 'string' && /^[\w-]{1,40}$/.test(by) && /^[\w-]{86}$/.test(value);
  return isShaped ? { by, value } : null;
}
