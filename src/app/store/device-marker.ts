import { get, set } from 'idb-keyval';

const key = 'gotovo-had-data';

/** Two small marks, outside the database, that this device held answers; both may be gone, then nothing is known. */
export async function hadData(): Promise<boolean> {
  return readTwin() !== null || (await get(key).catch(() => undefined)) !== undefined;
}

/** Leaves both marks; a mark that cannot be left is no reason to stop working. */
export async function markHadData(): Promise<void> {
  if (readTwin() !== null) return;
  try {
    localStorage.setItem(key, '1');
  } catch {
    // blocked or full: the other mark stands
  }
  await set(key, 1).catch(() => undefined);
}

function readTwin(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // blocked by a setting of the browser
  }
}
