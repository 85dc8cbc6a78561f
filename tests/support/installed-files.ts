import { readFileSync } from 'node:fs';

export type ListedFile = { url: string; integrity: string };

/** The two lists in the built service worker: what every device installs, and what only an officer's does besides. */
export function installedFiles(folder = 'dist/app'): { schools: ListedFile[]; officers: ListedFile[] } {
  const worker = readFileSync(`${folder}/service-worker.js`, 'utf8');
  const found = [
    ...worker.matchAll(/"integrity":"([^"]+)"(,"officer":true)?,"revision":(?:"\w+"|null),"url":"([^"]+)"/g),
  ].map(([, integrity = '', officer, url = '']) => ({ integrity, officer, url }));
  if (found.length === 0) throw new Error('no list of files in the service worker');
  return { schools: found.filter(({ officer }) => !officer), officers: found.filter(({ officer }) => officer) };
}
