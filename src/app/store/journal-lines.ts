import { sha256 } from '@noble/hashes/sha2.js';
import { checkRevision } from '../../core/submission/check-revision.ts';
import { type Revision, toTuple } from '../../core/submission/revision.ts';

/** ST2: one line a revision; its id is the hash of its content, so a damaged line cannot pass for a whole one. */
export const toLines = (revisions: readonly Revision[]): string =>
  revisions.map((revision) => `${JSON.stringify([revision.id, toTuple(revision)])}\n`).join('');

/** ST2: the whole lines of one journal in order; torn and damaged ones are left out and counted. */
export function readLines(text: string): { revisions: Revision[]; damaged: number } {
  const revisions: Revision[] = [];
  let damaged = 0;
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const revision = readLine(line);
    if (revision) revisions.push(revision);
    else damaged += 1;
  }
  return { revisions, damaged };
}

function readLine(line: string): Revision | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return null; // a torn line is expected after a power cut; it was never shown as saved
  }
  if (!Array.isArray(parsed)) return null;
  const checked = checkRevision(parsed[1], sha256);
  return checked.ok && checked.value.id === parsed[0] ? checked.value : null;
}
