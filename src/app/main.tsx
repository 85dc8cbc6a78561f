import { render, type VNode } from 'preact';
import { programTexts } from '../texts/program.ts';
import { Message } from '../ui/message.tsx';
import { crash } from './crash.tsx';
import { Opening } from './frame/opening.tsx';
import './gotovo.css';
import { Late, Unfinished } from './unfinished.tsx';

// What is painted first: the frame. The program itself, with the database, comes behind it.

const root = document.getElementById('app') ?? document.body;

window.addEventListener('error', ({ error }) => crash(error));
window.addEventListener('unhandledrejection', ({ reason }) => crash(reason));

/** On a line nothing competes with the frame; an installed program need not wait, and a hidden page paints nothing. */
const painted = () =>
  new Promise<void>((done) => {
    if (document.hidden || navigator.serviceWorker?.controller) done();
    else requestAnimationFrame(() => setTimeout(done));
  });

/** The longest the frame stands there without a word: a line may stall, and a file it left hollow never answers (W9). */
const patienceInMs = 20_000;

async function start(): Promise<void> {
  // W9: boot.js has already said that loading is not finished
  if (document.documentElement.dataset.broken) return;
  render(<Opening />, root);
  await painted();
  const late = setTimeout(() => render(<Opening said={<Late />} />, root), patienceInMs);
  const sayBlocked = () => {
    clearTimeout(late); // nothing is missing: it opens by itself once the other window is closed
    render(<Opening said={blocked} />, root);
  };
  try {
    render(await openProgram(sayBlocked), root);
  } finally {
    clearTimeout(late);
  }
}

/** ST9: which window to close. */
const blocked = (
  <Message sign="lock" tone="warn" title={programTexts.blockedTitle}>
    <p>{programTexts.blockedText}</p>
  </Message>
);

async function openProgram(onBlocked: () => void): Promise<VNode> {
  const program = await import('./start-program.tsx').catch(console.error);
  // a hollow file is a module that gives nothing
  return program?.startProgram ? program.startProgram(onBlocked) : <Opening said={<Unfinished />} />;
}

start().catch((cause: unknown) => {
  console.error(cause);
  const failed = (
    <Message
      sign="stop"
      tone="bad"
      title={programTexts.startFailedTitle}
      actions={
        <button type="button" class="btn sm" onClick={() => location.reload()}>
          {programTexts.reload}
        </button>
      }
    >
      <p>{programTexts.startFailedText}</p>
    </Message>
  );
  render(<Opening said={failed} />, root);
});
