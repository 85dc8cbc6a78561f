/// <reference lib="webworker" />
import { addPlugins, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { keepOfficerFiles, type ReleaseFile } from './officer-files.ts';
import { askAnew, isOfItsKind } from './whole-file.ts';

declare const self: ServiceWorkerGlobalScope;

// W6: docs/architecture.md, "Kill switch", says how a release is withdrawn.
// W3, W4: the whole program is stored or nothing is. W1: a new version waits until the person lets it in; requests to /api and
// anything but GET never pass through here.
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
const files = self.__WB_MANIFEST as ReleaseFile[];
precacheAndRoute(
  files.filter(({ officer }) => !officer),
  { cleanURLs: false },
);
const bringOfficerFiles = keepOfficerFiles(files.filter(({ officer }) => officer));
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api\//, /^\/health$/] }));

self.addEventListener('message', (event) => {
  const { type } = (event.data ?? {}) as { type?: string };
  if (type === 'SKIP_WAITING') self.skipWaiting();
  if (type === 'BRING_OFFICER_FILES')
    event.waitUntil(bringOfficerFiles().then((all) => event.ports[0]?.postMessage(all)));
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
