let isDown = false;
let waiting: (() => void)[] = [];

const runWaiting = () => {
  const runs = waiting;
  waiting = [];
  for (const run of runs) run();
};

addEventListener(
  'pointerdown',
  () => {
    isDown = true;
  },
  true,
);
for (const end of ['pointerup', 'pointercancel'] as const)
  addEventListener(
    end,
    () => {
      isDown = false;
      setTimeout(runWaiting);
    },
    true,
  );
// what is clicked is decided by now: what was typed before the click is saved before the click does its work
addEventListener('click', runWaiting, true);

/**
 * FD1: runs at once, or, while a button of the mouse or a finger is down, when it is up, before the click it makes is dealt with:
 * what appears after an answer must not push the thing being clicked from under the pointer.
 */
export function afterPointer(run: () => void): void {
  if (isDown) waiting.push(run);
  else run();
}
