import { sha256 } from '@noble/hashes/sha2.js';
import { checkRevision } from '../../core/submission/check-revision.ts';
import { type Revision, toTuple } from '../../core/submission/revision.ts';
import type { JournalAnswer, JournalRequest } from './journal-messages.ts';
import workerUrl from './journal-worker.ts?worker&url';
import { trustedUrl } from './trusted-url.ts';

/** The second copy of every revision on this device. Every method throws when the copy is not durable. */
export type Journal = {
  /** The texts of all journals found, this tab's and former ones'. Call first. */
  open: () => Promise<string[]>;
  /** Writes everything known into this tab's own file, then clears away the files read by `open`. */
  begin: (revisions: readonly Revision[]) => Promise<void>;
  append: (revisions: readonly Revision[]) => Promise<void>;
};

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

/** The journal in the origin's private file system, written by a worker of its own. */
export function createOpfsJournal(): Journal {
  let worker: Worker | null = null;
  let calls = 0;
  const waiting = new Map<number, { done: (texts: string[]) => void; fail: (cause: Error) => void }>();
  const failAll = (cause: Error) => {
    for (const call of waiting.values()) call.fail(cause);
    waiting.clear();
  };
  const start = (): Worker => {
    const made = new Worker(trustedUrl(workerUrl), { type: 'module' });
    made.onmessage = ({ data }: MessageEvent<JournalAnswer>) => {
      const call = waiting.get(data.call);
      waiting.delete(data.call);
      if (data.ok) call?.done(data.texts ?? []);
      else call?.fail(new Error(data.error));
    };
    made.onerror = () => failAll(new Error('the journal worker did not start'));
    return made;
  };
  const ask = (request: { op: 'open' } | { op: 'begin' | 'append'; text: string }) =>
    new Promise<string[]>((done, fail) => {
      if (!navigator.storage?.getDirectory || !navigator.locks) throw new Error('no private file system');
      worker ??= start();
      calls += 1;
      waiting.set(calls, { done, fail });
      worker.postMessage({ call: calls, ...request } as JournalRequest);
    });
  return {
    open: () => ask({ op: 'open' }),
    begin: async (revisions) => void (await ask({ op: 'begin', text: toLines(revisions) })),
    append: async (revisions) => void (await ask({ op: 'append', text: toLines(revisions) })),
  };
}
