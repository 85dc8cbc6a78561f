import type { Revision } from '../../core/submission/revision.ts';
import { toFreshLines, toLines } from './journal-lines.ts';
import type { JournalAnswer, JournalRequest } from './journal-messages.ts';
import workerUrl from './journal-worker.ts?worker&url';
import { trustedUrl } from './trusted-url.ts';

/** The second copy of every revision on this device. Every method throws when the copy is not durable. */
export type Journal = {
  /** The texts of all journals found, this tab's and former ones'; begins a new file of this tab's. Call first. */
  open: () => Promise<string[]>;
  /** Writes everything known into this tab's own file, then clears away the files read by `open`. */
  begin: (revisions: readonly Revision[]) => Promise<void>;
  append: (revisions: readonly Revision[]) => Promise<void>;
};

/** Longer than any lock is waited for and any disk writes: who has not answered by then never will. */
const longestCallInMs = 15_000;

/** On the first load the worker's own file may still be on a slow line; the person is told before (W9). */
const longestLoadInMs = 60_000;

/** The journal in the origin's private file system, written by a worker of its own. */
export function createOpfsJournal(): Journal {
  let worker: Worker | null = null;
  let calls = 0;
  const waiting = new Map<number, { done: (texts: string[]) => void; fail: (cause: Error) => void }>();
  let broken: Error | null = null;
  let ran = false;
  const failAll = (cause: Error) => {
    broken = cause; // a dead worker never answers: later calls must fail, not wait
    worker?.terminate();
    for (const call of waiting.values()) call.fail(cause);
    waiting.clear();
  };
  const start = (): Worker => {
    const made = new Worker(trustedUrl(workerUrl), { type: 'module' });
    made.onmessage = ({ data }: MessageEvent<JournalAnswer>) => {
      ran = true;
      const call = waiting.get(data.call);
      waiting.delete(data.call);
      if (data.ok) call?.done(data.texts ?? []);
      else call?.fail(new Error(data.error));
    };
    made.onerror = () => failAll(new Error('the journal worker does not run'));
    made.onmessageerror = () => failAll(new Error('the journal worker could not be understood'));
    return made;
  };
  const ask = (request: { op: 'open' } | { op: 'begin' | 'append'; text: string }) =>
    new Promise<string[]>((done, fail) => {
      if (!navigator.storage?.getDirectory || !navigator.locks) throw new Error('no private file system');
      if (broken) throw broken;
      worker ??= start();
      calls += 1;
      const longest = ran || navigator.serviceWorker?.controller ? longestCallInMs : longestLoadInMs;
      const late = setTimeout(() => failAll(new Error('the journal does not answer')), longest);
      waiting.set(calls, {
        done: (texts) => {
          clearTimeout(late);
          done(texts);
        },
        fail: (cause) => {
          clearTimeout(late);
          fail(cause);
        },
      });
      worker.postMessage({ call: calls, ...request } as JournalRequest);
    });
  return {
    open: () => {
      // a worker whose files were thrown away under it may wait for ever for new ones
      if (worker) failAll(new Error('the journal is opened anew'));
      worker = null;
      broken = null;
      return ask({ op: 'open' });
    },
    begin: async (revisions) => void (await ask({ op: 'begin', text: toLines(revisions) })),
    append: async (revisions) => void (await ask({ op: 'append', text: toFreshLines(revisions) })),
  };
}
