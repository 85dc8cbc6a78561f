import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * OP7: a folder with all above it, or the system's refusal. Node's own `recursive` never returns where the system says of a new
 * folder that there is no such file, as it does below /proc.
 */
export function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!isFolder(folder)) throw error; // else another process has just made it
  }
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
