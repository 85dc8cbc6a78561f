import { get, set } from 'idb-keyval';

const key = 'gotovo-had-data';

/** Two small marks, outside the database, that this device held answers; both may be gone, then nothing is known. */
export async function hadData(): Promise<boolean> {
  return localStorage.getItem(key) !== null || (await get(key).catch(() => undefined)) !== undefined;
}

/** Leaves both marks; a mark that cannot be left is no reason to stop working. */
export async function markHadData(): Promise<void> {
  if (localStorage.getItem(key) !== null) return;
  localStorage.setItem(key, '1');
  await set(key, 1).catch(() => undefined);
}
