import { join } from 'node:path';
import Database from 'libsql';
import { makeFolder } from '../make-folder.ts';

/** S7: one `serve` on one store: an exclusive lock the system lifts by itself when the process ends, however it ends. */
export function lockForServing(folder: string): { free: () => void } | null {
  makeFolder(folder);
  const lock = new Database(join(folder, 'serve.lock'));
  try {
    lock.exec('begin exclusive');
  } catch {
    lock.close();
    return null;
  }
  return { free: () => lock.close() };
}
