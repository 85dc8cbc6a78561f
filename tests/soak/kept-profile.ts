import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Random } from '../simulation/random.ts';
import { aProfile, killDevice } from '../support/device.ts';
import { answer, counts, keys, type OnScreen, readScreen, startPerson, untilSaidSaved, words } from './person.ts';

/** A profile with saved answers, put aside: what stood on its screen, and how many revisions it holds. */
export type KeptProfile = { folder: string; values: OnScreen; revisions: number };

/** Fills the screen `rounds` times over, one start each; the last start ends by a kill when `killed`. */
export async function fillProfile(address: string, rounds: number, killed = false): Promise<KeptProfile> {
  const folder = aProfile();
  let [values, revisions]: [OnScreen, number] = [{}, 0];
  for (let round = 1; round <= rounds; round += 1) {
    const { device, page } = await startPerson(address, folder);
    for (const key of keys) {
      const isCount = (counts as readonly string[]).includes(key);
      await answer(page, key, isCount ? String(100 * round + revisions) : (words[round % words.length] ?? ''));
      revisions += 1;
    }
    await untilSaidSaved(page);
    values = await readScreen(page);
    if (killed && round === rounds) await killDevice(folder);
    else await device.close();
  }
  return { folder, values, revisions };
}

const caches = /\/(Cache|Code Cache|GPUCache|GrShaderCache|ShaderCache|component_crx_cache|Crashpad)$|Singleton/;

/** A copy of the profile to do harm to. */
export function copyProfile({ folder }: Pick<KeptProfile, 'folder'>): string {
  const copy = aProfile();
  cpSync(folder, copy, { recursive: true, filter: (file) => !caches.test(file) });
  return copy;
}

/** The files of the browser's database in a profile. */
export function databaseFiles(profile: string): string[] {
  const folder = join(profile, 'Default', 'IndexedDB');
  return filesUnder(folder).filter((file) => file.includes('.indexeddb.leveldb/') && !file.endsWith('/LOCK'));
}

/** The journal's own files in a profile: those of the private file system that hold revisions. */
export const journalFiles = (profile: string): string[] =>
  filesUnder(join(profile, 'Default', 'File System')).filter(
    (file) => !/\.(log|ldb)$|MANIFEST|CURRENT|LOCK|LOG/.test(file) && readFileSync(file).includes('K5-0'),
  );

function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const all = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)));
  return all.filter((file) => statSync(file).isFile()).sort();
}

const harms = ['flipped', 'cut', 'zeroed', 'removed'] as const;

/** Does one kind of harm to one file, as chance has it; says which. */
export function harm(file: string, random: Random): string {
  const what = random.pick(harms);
  const bytes = readFileSync(file);
  if (what === 'removed') rmSync(file);
  else if (what === 'cut') truncateSync(file, random.below(bytes.length + 1));
  else {
    const times = what === 'zeroed' ? bytes.length : 1 + random.below(64);
    for (let at = 0; at < times && bytes.length > 0; at += 1) {
      if (what === 'zeroed') bytes[at] = 0;
      else {
        const spot = random.below(bytes.length);
        bytes[spot] = (bytes[spot] ?? 0) ^ (1 + random.below(255));
      }
    }
    writeFileSync(file, bytes);
  }
  return `${file.split('/').at(-1)} ${what}`;
}

/**
 * What the browser itself finds of the program's database, asked before the program opens it: rows, or null when it cannot
 * be opened. A first opening may fail and the next one find it put right, so it is asked as often as the program would.
 */
export async function countRows(page: Page, address: string): Promise<number | null> {
  await page.goto(`${address}/health`);
  return page.evaluate(async () => {
    const outcome = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((done, fail) => {
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
      });
    const count = async (): Promise<number> => {
      const opening = indexedDB.open('gotovo');
      let isNew = false;
      opening.onupgradeneeded = () => {
        isNew = true;
        opening.transaction?.abort(); // nothing is made in the program's place
      };
      const database = await outcome(opening).catch((cause: unknown) => {
        if (isNew) return null;
        throw cause;
      });
      if (database === null) return 0;
      try {
        if (!database.objectStoreNames.contains('revisions')) return 0;
        return (await outcome(database.transaction('revisions').objectStore('revisions').getAll())).length;
      } finally {
        database.close();
      }
    };
    const unreadable = () => null;
    return (await count().catch(unreadable)) ?? count().catch(unreadable);
  });
}

/** What stood on the screen and does not any more, a line each. */
export const differences = (before: OnScreen, now: OnScreen): string[] =>
  keys
    .filter((key) => before[key] !== now[key])
    .map((key) => `${key}: ${before[key]} was there, ${now[key] || 'nothing'} is there`);
