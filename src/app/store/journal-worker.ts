/// <reference lib="webworker" />
import type { JournalAnswer, JournalRequest } from './journal-messages.ts';

// The second copy: an append-only file per tab in the origin's private file system, flushed before every answer.
// Opening and clearing away old files happen under one lock, so no tab loses a file it has just made.

const folder = 'journal';
const lock = 'gotovo-journal';
let handle: FileSystemSyncAccessHandle | null = null;
let ownName = '';
let oldNames: string[] = [];

self.onmessage = async ({ data }: MessageEvent<JournalRequest>) => {
  let answer: JournalAnswer;
  try {
    const texts = data.op === 'open' ? await navigator.locks.request(lock, open) : undefined;
    if (data.op !== 'open') write(data.text);
    if (data.op === 'begin') await navigator.locks.request(lock, removeOld);
    answer = texts ? { call: data.call, ok: true, texts } : { call: data.call, ok: true };
  } catch (error) {
    answer = { call: data.call, ok: false, error: String(error) };
  }
  self.postMessage(answer);
};

async function journalFolder(): Promise<FileSystemDirectoryHandle> {
  return (await navigator.storage.getDirectory()).getDirectoryHandle(folder, { create: true });
}

async function open(): Promise<string[]> {
  const directory = await journalFolder();
  const texts: string[] = [];
  const names: string[] = [];
  for await (const name of (directory as unknown as { keys: () => AsyncIterable<string> }).keys()) names.push(name);
  for (const name of names) texts.push(await (await (await directory.getFileHandle(name)).getFile()).text());
  oldNames = names;
  ownName = `${crypto.randomUUID()}.ndjson`;
  handle = await (await directory.getFileHandle(ownName, { create: true })).createSyncAccessHandle();
  return texts;
}

function write(text: string): void {
  if (!handle) throw new Error('the journal is not open');
  const bytes = new TextEncoder().encode(text);
  const written = handle.write(bytes, { at: handle.getSize() });
  if (written !== bytes.length) throw new Error('the journal took only a part');
  handle.flush();
}

async function removeOld(): Promise<void> {
  const directory = await journalFolder();
  for (const name of oldNames) {
    // another tab's open file cannot be removed: it stays, and is read again at the next start
    if (name !== ownName) await directory.removeEntry(name).catch(() => undefined);
  }
  oldNames = [];
}
