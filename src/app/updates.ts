import { type ReadonlySignal, signal } from '@preact/signals';
import { trustedUrl } from './store/trusted-url.ts';

/** The installed program: whether it is whole on this device, and whether a newer one waits. */
export type Updates = {
  offlineReady: ReadonlySignal<boolean>;
  /** set when a newer version waits; calling it switches over and loads the page again, only after the person's click */
  apply: ReadonlySignal<(() => void) | null>;
};

/** A new version is offered, never forced, and looked for when `later` has come; without a service worker the program works while the page is open. */
export function createUpdates(later: Promise<void>): Updates {
  const offlineReady = signal(Boolean(navigator.serviceWorker?.controller));
  const apply = signal<(() => void) | null>(null);
  // a registration that fails (no network, a filter page) is tried again at the next start
  if ('serviceWorker' in navigator && !import.meta.env.DEV) later.then(register).catch(() => undefined);
  return { offlineReady, apply };

  async function register(): Promise<void> {
    const { Workbox } = await import('workbox-window'); // not needed to fill and save
    const workbox = new Workbox(trustedUrl('/service-worker.js'), { updateViaCache: 'none' });
    workbox.addEventListener('activated', () => {
      offlineReady.value = true;
    });
    workbox.addEventListener('waiting', () => {
      apply.value = () => {
        workbox.addEventListener('controlling', () => location.reload());
        workbox.messageSkipWaiting();
      };
    });
    await workbox.register();
  }
}
