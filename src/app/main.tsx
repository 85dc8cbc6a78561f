import { render } from 'preact';
import { parseForm } from '../core/form/parse-form.ts';
import { publishedForms } from '../forms/forms.ts';
import { programTexts } from '../texts/program.ts';
import { Message } from '../ui/message.tsx';
import { App } from './app.tsx';
import { crash } from './crash.tsx';
import { createProgram } from './create-program.ts';
import './gotovo.css';
import { hadData, markHadData } from './store/device-marker.ts';
import { createOpfsJournal } from './store/journal.ts';
import { callEndpoint } from './sync/call-endpoint.ts';
import { createEnrolmentStore } from './sync/enrolment.ts';
import { registerUpdates } from './updates.ts';

// The only file that wires store, clock, chance and screens together.

const historyKey = 'gotovo-history';
const campaignKey = 'gotovo-campaign';
const root = document.getElementById('app') ?? document.body;

window.addEventListener('error', ({ error }) => crash(error));
window.addEventListener('unhandledrejection', ({ reason }) => crash(reason));

function localHistory(make: () => string): string {
  const kept = localStorage.getItem(historyKey) ?? make();
  localStorage.setItem(historyKey, kept);
  return kept;
}

async function start(): Promise<void> {
  // W9: boot.js has already said that loading is not finished
  if (document.documentElement.dataset.broken) return;
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
  render(<App program={program} updates={registerUpdates()} />, root);
}

start().catch((cause: unknown) => {
  console.error(cause);
  const failed = (
    <main>
      <Message sign="stop" tone="bad" title={programTexts.startFailedTitle}>
        <p>{programTexts.startFailedText}</p>
      </Message>
    </main>
  );
  render(failed, root);
});
