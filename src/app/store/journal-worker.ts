/// <reference lib="webworker" />
import type { JournalAnswer, JournalRequest } from './journal-messages.ts';

// The second copy: an append-only file per tab in the origin's private file system, flushed before every answer.
// Opening and clearing away old files happen under one lock, so no tab loses a file it has just made.

const folder = 'journal';
const lock = 'gotovo-journal';
// a frozen tab may hold the lock: start-up must not wait for it for ever
const longestWaitInMs = 5000;
let handle: FileSystemSyncAccessHandle | null = null;
let ownName = '';
/** Files read at the opening, with the size they had. */
let readFiles: { name: string; size: number }[] = [];

self.onmessage = async ({ data }: MessageEvent<JournalRequest>) => {
  let answer: JournalAnswer;
  try {
    if (data.op === 'open') answer = { call: data.call, ok: true, texts: await locked(open) };
    else {
      write(data.text);
      if (data.op === 'begin') await locked(removeRead).catch(() => undefined); // kept files are read at the next start
      answer = { call: data.call, ok: true };
    }
  } catch (error) {
    answer = { call: data.call, ok: false, error: String(error) };
  }
  self.postMessage(answer);
};

function locked<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
  return navigator.locks.request(lock, { signal: AbortSignal.timeout(longestWaitInMs) }, work);
}

async function journalFolder(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create: true });
}

async function open(): Promise<string[]> {
  const directory = await journalFolder();
  const texts: string[] = [];
  const names: string[] = [];
  for await (const name of (directory as unknown as { keys: () => AsyncIterable<string> }).keys()) names.push(name);
  readFiles = [];
  for (const name of names) {
    try {
      const file = await (await directory.getFileHandle(name)).getFile();
      texts.push(await file.text());
      readFiles.push({ name, size: file.size });
    } catch {
      // one unreadable file must not hide the others; it is not removed, and tried again at the next start
    }
  }
  handle?.close();
  ownName = `${crypto.randomUUID()}.ndjson`;
  handle = await (await directory.getFileHandle(ownName, { create: true })).createSyncAccessHandle();
  return texts;
}

function write(text: string): void {
  if (!handle) throw new Error('the journal is not open');
  const bytes = new TextEncoder().encode(text);
  const end = handle.getSize();
  try {
    if (handle.write(bytes, { at: end }) !== bytes.length) throw new Error('the journal took only a part');
    handle.flush();
  } catch (error) {
    handle.truncate(end); // or the next line would be written onto half a line
    throw error;
  }
}

async function removeRead(): Promise<void> {
  const directory = await journalFolder();
  for (const { name, size } of readFiles) {
    // a file still open in another tab cannot be removed; one that grew since holds lines nobody has copied yet
    const grew = async () => (await (await directory.getFileHandle(name)).getFile()).size !== size;
    if (name !== ownName && !(await grew().catch(() => true))) await directory.removeEntry(name).catch(() => undefined);
  }
  readFiles = [];
}
