import { effect, type ReadonlySignal, signal } from '@preact/signals';
import { trustedUrl } from './store/trusted-url.ts';

/** The installed program: whether it is whole on this device, whether a newer one waits, and whether one was let in elsewhere. */
export type Updates = {
  offlineReady: ReadonlySignal<boolean>;
  /** on an officer's device: whether what only officers have is whole on this device, too (W11) */
  officerFilesReady: ReadonlySignal<boolean>;
  /** set when a newer version waits; calling it switches over and loads the page again, only after the person's click */
  apply: ReadonlySignal<(() => void) | null>;
  /** another tab has let a newer version in; this one goes on with what it has */
  replaced: ReadonlySignal<boolean>;
};

const lookEveryMs = 3_600_000;
const askEveryMs = 60_000;

type Parts = {
  /** when what is not needed to fill in and save may begin to load */
  later: Promise<void>;
  /** resolves when nothing is being saved */
  settled: () => Promise<void>;
  isOfficer: ReadonlySignal<boolean>;
};

/**
 * W1, W7: a new version is offered, never forced, and looked for when `later` has come, every hour and when the network comes back;
 * without a service worker the program works while the page is open.
 */
export function createUpdates({ later, settled, isOfficer }: Parts): Updates {
  const offlineReady = signal(Boolean(navigator.serviceWorker?.controller));
  const officerFilesReady = signal(false);
  const apply = signal<(() => void) | null>(null);
  const replaced = signal(false);
  // a registration that fails (no network, a filter page) is tried again at the next start
  if ('serviceWorker' in navigator && !import.meta.env.DEV) later.then(register).catch(() => undefined);
  return { offlineReady, officerFilesReady, apply, replaced };

  async function register(): Promise<void> {
    const { Workbox, messageSW } = await import('workbox-window'); // not needed to fill and save
    const workbox = new Workbox(trustedUrl('/service-worker.js'), { updateViaCache: 'none' });
    let isOurs = false;
    workbox.addEventListener('activated', () => {
      offlineReady.value = true;
    });
    const offer = () => {
      apply.value = () => {
        isOurs = true;
        void settled().then(() => workbox.messageSkipWaiting());
      };
    };
    workbox.addEventListener('controlling', ({ isUpdate }) => {
      if (isOurs) location.reload();
      else if (isUpdate) replaced.value = true;
    });
    const registration = await workbox.register();
    // W4: not the library's `waiting`, which listens no more once an install has failed or another one followed it
    const offerWaiting = () => {
      if (registration?.active && registration.waiting) offer(); // the first install has nothing active before it
    };
    registration?.addEventListener('updatefound', () =>
      registration.installing?.addEventListener('statechange', offerWaiting),
    );
    offerWaiting();
    const look = () => void workbox.update().catch(() => undefined); // no network: the next look finds it
    setInterval(look, lookEveryMs);
    addEventListener('online', look);
    const bringOfficerFiles = async () => {
      const { active } = await navigator.serviceWorker.ready;
      if (!active || !isOfficer.value || officerFilesReady.value || replaced.value) return;
      officerFilesReady.value = await messageSW(active, { type: 'BRING_OFFICER_FILES' });
    };
    effect(() => {
      if (isOfficer.value && offlineReady.value) void bringOfficerFiles();
    });
    setInterval(bringOfficerFiles, askEveryMs); // a filter, a line that died: the next time brings the rest
    addEventListener('online', bringOfficerFiles);
  }
}
