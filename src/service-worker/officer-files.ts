import { registerRoute } from 'workbox-routing';
import { askAnew, isOfItsKind } from './whole-file.ts';

declare const self: ServiceWorkerGlobalScope;

/** A file of this release by its address and hash; `officer`: only an officer's device keeps it. */
export type ReleaseFile = { url: string; revision: string | null; integrity: string; officer?: true };

/** A device that has it is an officer's. Names of files carry their hash, so those of two releases lie side by side. */
const cacheName = 'officer-files';

/**
 * W11: keeps these files on devices that ask for them, from then on with every release: it comes in with all of them or not at
 * all. Gives what brings those still missing and tells whether all are here; one try at a time.
 */
export function keepOfficerFiles(files: readonly ReleaseFile[]): () => Promise<boolean> {
  const byPath = new Map(files.map((file) => [new URL(file.url, self.location.href).pathname, file]));
  const bringAll = async () => {
    for (const file of files) await bring(file);
    const cache = await caches.open(cacheName);
    const kept = await Promise.all(files.map(({ url }) => cache.match(url)));
    if (!kept.every(Boolean)) throw new Error('no room for the files of officers');
  };
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith('/assets/'),
    async ({ url, request }) => {
      const file = byPath.get(url.pathname);
      // W2: a tab of the release before this one finds its files, too
      return file ? bring(file) : ((await caches.match(request)) ?? fetch(request));
    },
  );
  self.addEventListener('install', (event) =>
    event.waitUntil(caches.has(cacheName).then((isOfficers) => (isOfficers ? bringAll() : undefined))),
  );
  self.addEventListener('activate', (event) => event.waitUntil(dropOlder(byPath)));
  let coming: Promise<boolean> | null = null;
  let next: Promise<boolean> | null = null;
  const start = () => {
    coming = bringAll()
      .then(
        () => true,
        () => false,
      )
      .finally(() => {
        coming = null;
      });
    return coming;
  };
  return () => {
    if (!coming) return start();
    // the line may have come back after this try had failed: whoever asks meanwhile has one of his own
    next ??= coming.then((isWhole) => {
      next = null;
      return isWhole || start();
    });
    return next;
  };
}

/** W3: from this device, or checked by its hash and kind and kept; one that came as something else is an error. */
async function bring({ url, integrity }: ReleaseFile): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(url);
  if (kept) return kept;
  const answer = await fetch(url, { integrity }).catch(() => null);
  if (!answer?.ok || !isOfItsKind(answer)) {
    await askAnew(url);
    throw new Error(`${url} did not come whole`);
  }
  await cache.put(url, answer.clone()).catch(() => undefined); // no room: it serves this once
  return answer;
}

/** W2: files of the release before go when no other tab may need them, else with a later release. */
async function dropOlder(byPath: ReadonlyMap<string, ReleaseFile>): Promise<void> {
  if (!(await caches.has(cacheName))) return;
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (tabs.length > 1) return;
  const cache = await caches.open(cacheName);
  for (const kept of await cache.keys()) if (!byPath.has(new URL(kept.url).pathname)) await cache.delete(kept);
}
