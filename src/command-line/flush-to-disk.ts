import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Returns once the bytes of a file are on the disk: a power cut after that takes nothing of it. */
export function flushToDisk(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
