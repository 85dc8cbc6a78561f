/// <reference lib="webworker" />
import { addPlugins, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: { url: string; revision: string | null }[] };

// W6: docs/architecture.md, "Kill switch", says how a release is withdrawn.
// W3, W4: the whole program is stored or nothing is. W1: a new version waits until the person lets it in; requests to /api and
// anything but GET never pass through here.
// A file that came hollow over a dying line, or from a filter as something else, may sit in the browser's cache for a year: it is
// asked for anew, for the next try.
const askAnew = (url: string) =>
  fetch(url, { cache: 'reload' }).then(
    (answer) => answer.blob(),
    () => undefined,
  );

/** Bytes may be right and their kind wrong; a browser runs no such file. */
const kinds: Record<string, RegExp> = { js: /javascript/, css: /^text\/css/, html: /^text\/html/, svg: /^image\/svg/ };
const isOfItsKind = ({ url, headers }: Response): boolean =>
  kinds[/\.(\w+)$/.exec(new URL(url).pathname)?.[1] ?? '']?.test(headers.get('content-type') ?? '') ?? true;

addPlugins([
  {
    fetchDidFail: async ({ originalRequest }) => void (await askAnew(originalRequest.url)),
    cacheWillUpdate: async ({ request, response }) => {
      if (response.ok && isOfItsKind(response)) return response;
      await askAnew(request.url);
      return null;
    },
  },
]);
precacheAndRoute(self.__WB_MANIFEST, { cleanURLs: false });
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//, /^\/health$/] }));

self.addEventListener('message', ({ data }) => {
  if ((data as { type?: string } | null)?.type === 'SKIP_WAITING') self.skipWaiting();
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
