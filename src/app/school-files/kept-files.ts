import { createStore, del, get, set, values } from 'idb-keyval';
import type { KnownPlaces } from './known-places.ts';

/** A file that still has a way to go: to the endpoint, or its receipt back to the school. */
export type KeptFile = {
  /** of the envelope; its name here */
  hash: string;
  bytes: Uint8Array;
  /** device and school as people call them */
  label: string;
  place: string;
  /** the school the officer named; null: he did not have to */
  named: string | null;
  coded: boolean;
  /** the endpoint's receipt; null: it has not got the file yet */
  receipt: string | null;
  /** why the endpoint did not take it; null: it did, or was not asked yet */
  refused: string | null;
};

/** What only an officer's device keeps, in a database of its own; the answers themselves are in the program's. */
export type KeptFiles = {
  places: () => Promise<KnownPlaces | null>;
  keepPlaces: (known: KnownPlaces) => Promise<void>;
  all: () => Promise<KeptFile[]>;
  keep: (file: KeptFile) => Promise<void>;
  forget: (hash: string) => Promise<void>;
};

export function createKeptFiles(name: string): KeptFiles {
  const files = createStore(`${name}-school-files`, 'files');
  const places = createStore(`${name}-known-places`, 'places');
  return {
    places: async () => (await get<KnownPlaces>('known', places)) ?? null,
    keepPlaces: (known) => set('known', known, places),
    all: () => values<KeptFile>(files),
    keep: (file) => set(file.hash, file, files),
    forget: (hash) => del(hash, files),
  };
}
