/** The longest that anything waits for a paint: a page in the background is not painted at all. */
const longestWaitInMs = 100;
let waiting: (() => void)[] = [];
let timer = 0;

const runWaiting = () => {
  if (waiting.length === 0) return;
  clearTimeout(timer);
  const runs = waiting;
  waiting = [];
  for (const run of runs) run();
};

// whatever the person does next finds everything done
for (const type of ['pointerdown', 'keydown', 'click', 'input', 'change', 'blur', 'pagehide'])
  addEventListener(type, runWaiting, true);

/**
 * Runs work right after the browser has painted what it shows by itself, as a radio button that was chosen, and before the
 * next thing the person does is dealt with.
 */
export function afterPaint(run: () => void): void {
  waiting.push(run);
  if (waiting.length > 1) return;
  timer = window.setTimeout(runWaiting, longestWaitInMs);
  requestAnimationFrame(() => setTimeout(runWaiting));
}
