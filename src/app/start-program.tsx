import type { VNode } from 'preact';
import { parseForm } from '../core/form/parse-form.ts';
import { publishedForms } from '../forms/forms.ts';
import { programTexts } from '../texts/program.ts';
import { App } from './app.tsx';
import { createProgram } from './create-program.ts';
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

/** Opens what is kept on this device and gives the whole program to be shown. */
export async function startProgram(): Promise<VNode> {
  const form = parseForm(publishedForms[0]);
  if (!form.ok) throw new Error(form.problem.code);
  const program = await createProgram({
    form: form.value,
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
  });
  addEventListener('online', program.syncNow);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') program.syncNow();
  });
  return <App program={program} updates={createUpdates()} />;
}
