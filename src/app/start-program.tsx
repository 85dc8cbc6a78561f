import { computed, type ReadonlySignal } from '@preact/signals';
import type { VNode } from 'preact';
import { programTexts } from '../texts/program.ts';
import { App, bringScreens } from './app.tsx';
import { createProgram } from './create-program.ts';
import { bringWords, formOnScreen } from './form-on-screen.ts';
import { watchIdle } from './lock/lock.ts';
import type { Program } from './program.ts';
import { hadData, markHadData } from './store/device-marker.ts';
import { createOpfsJournal } from './store/journal.ts';
import { callEndpoint } from './sync/call-endpoint.ts';
import { createEnrolmentStore } from './sync/enrolment.ts';
import { createUpdates } from './updates.ts';

// The only file that wires store, clock, chance and screens together.

const historyKey = 'gotovo-history';
const campaignKey = 'gotovo-campaign';

function localHistory(make: () => string): string {
  const kept = localStorage.getItem(historyKey) ?? make();
  localStorage.setItem(historyKey, kept);
  return kept;
}

/** The line and the processor belong to the screen first, and to the answers typed right away. */
const quietPauseInMs = 1000;

/** Opens what is kept on this device and gives the whole program to be shown. `onBlocked`: another window does not let it yet. */
export async function startProgram(onBlocked: () => void): Promise<VNode> {
  let showed = () => {};
  const later = new Promise<void>((done) => {
    showed = () => setTimeout(done, quietPauseInMs);
  });
  bringWords(/^\/criterion\/(\w+)/.exec(location.pathname)?.slice(1)).catch(() => undefined); // the screen asks again and tells
  const program = await createProgram({
    form: formOnScreen,
    journal: createOpfsJournal(),
    now: () => new Date(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    marker: { hadData, markHadData },
    localHistory,
    label: matchMedia('(pointer: coarse)').matches ? programTexts.phone : programTexts.computer,
    enrolments: createEnrolmentStore(),
    call: callEndpoint,
    chosenCampaign: {
      read: () => localStorage.getItem(campaignKey),
      write: (id) => localStorage.setItem(campaignKey, id),
    },
    lock: navigator.locks ?? null,
    onBlocked,
    later,
  });
  watchIdle(() => Date.now());
  addEventListener('online', program.syncNow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') return;
    program.syncNow();
    void program.catchUp();
  });
  document.addEventListener('resume', program.catchUp); // a frozen tab hears nothing (ST7)
  later.then(() => bringWords()).catch(() => undefined); // search and the other screens ask again
  const updates = createUpdates({
    later,
    settled: () => untilSettled(program),
    isOfficer: computed(() => program.delivery.value.enrolment?.role === 'officer'),
  });
  // W2: from then on this tab needs no file any more, whatever version another one lets in
  void Promise.all([later, untilTrue(updates.offlineReady)]).then(() => bringScreens(program));
  return <App program={program} updates={updates} onShown={showed} />;
}

const untilTrue = (signal: ReadonlySignal<boolean>) =>
  new Promise<void>((done) => {
    signal.subscribe((is) => is && done());
  });

/** Nothing is being written any more; what could not be written stands on screen with its message. */
const untilSettled = ({ saving }: Program) => untilTrue(computed(() => saving.value.pending === 0));
