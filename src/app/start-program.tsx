import type { VNode } from 'preact';
import { programTexts } from '../texts/program.ts';
import { App } from './app.tsx';
import { createProgram } from './create-program.ts';
import { bringWords, formOnScreen } from './form-on-screen.ts';
import { watchIdle } from './lock/lock.ts';
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

/** Opens what is kept on this device and gives the whole program to be shown. */
export async function startProgram(): Promise<VNode> {
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
    later,
  });
  watchIdle(() => Date.now());
  addEventListener('online', program.syncNow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') program.syncNow();
  });
  later.then(() => bringWords()).catch(() => undefined); // search and the other screens ask again
  return <App program={program} updates={createUpdates(later)} onShown={showed} />;
}
