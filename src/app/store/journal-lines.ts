import { sha256 } from '@noble/hashes/sha2.js';
import { checkRevision } from '../../core/submission/check-revision.ts';
import { type Revision, type Signature, toTuple } from '../../core/submission/revision.ts';

/** ST2: one line a revision; its id is the hash of its content, so a damaged line cannot pass for a whole one. */
export const toLines = (revisions: readonly Revision[]): string => revisions.map((one) => toLine(one, null)).join('');

/** The same for a write that is not in the database yet: every line also says its place in that write. */
export const toFreshLines = (revisions: readonly Revision[]): string => revisions.map(toLine).join('');

function toLine(revision: Revision, place: number | null): string {
  const { id, signature } = revision;
  const ending = signature ? [place, signature.by, signature.value] : place === null ? [] : [place];
  return `${JSON.stringify([id, toTuple(revision), ...ending])}\n`;
}

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
    const read = readLine(line);
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

function readLine(line: string): { revision: Revision; place: number | null } | null {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return null; // a torn line is expected after a power cut; it was never shown as saved
  }
  if (!Array.isArray(parsed)) return null;
  const [id, tuple, place, by, value] = parsed;
  const checked = checkRevision(tuple, sha256);
  if (!checked.ok || checked.value.id !== id) return null;
  const signature: Signature | null = typeof by === 'string' && typeof value === 'string' ? { by, value } : null;
  const revision = signature ? { ...checked.value, signature } : checked.value;
  return { revision, place: typeof place === 'number' ? place : null };
}
