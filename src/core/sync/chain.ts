import { hashText, type Sha256 } from '../submission/revision.ts';

/** A place in a history as one server numbers it: the last row applied and the chain value after it. Seq 0: nothing yet, chain ''. */
export type Cursor = { seq: number; chain: string };

export const noCursor: Cursor = { seq: 0, chain: '' };

/** SY1: every row's chain value is SHA-256 over the value before it and the row's id; value 0 is random per history and server. */
export const nextChain = (chain: string, id: string, sha256: Sha256): string => hashText(chain + id, sha256);
