import { sha256 } from '@noble/hashes/sha2.js';
import type { Revision } from '../../core/submission/revision.ts';
import { readRevisionLine, revisionLine } from '../../core/submission/revision-line.ts';

/** ST2: one line a revision; its id is the hash of its content, so a damaged line cannot pass for a whole one. */
export const toLines = (revisions: readonly Revision[]): string =>
  revisions.map((one) => `${revisionLine(one)}\n`).join('');

/** The same for a write that is not in the database yet: every line also says its place in that write. */
export const toFreshLines = (revisions: readonly Revision[]): string =>
  revisions.map((one, place) => `${revisionLine(one, place)}\n`).join('');

export type JournalContent = {
  revisions: Revision[];
  /** ids of the last write: a kill may have come before the database took it, so it may never have been shown as saved */
  lastWrite: ReadonlySet<string>;
  damaged: number;
};

/** ST2: the whole lines of one journal in order; torn and damaged ones are left out and counted. */
export function readLines(text: string): JournalContent {
  const revisions: Revision[] = [];
  let lastWrite = new Set<string>();
  let damaged = 0;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const read = readRevisionLine(line, sha256);
    if (read === null) {
      damaged += 1;
      continue;
    }
    revisions.push(read.revision);
    if (read.place === null || read.place === 0) lastWrite = new Set();
    if (read.place !== null) lastWrite.add(read.revision.id);
  }
  return { revisions, lastWrite, damaged };
}
