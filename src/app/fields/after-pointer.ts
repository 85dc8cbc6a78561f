let isDown = false;
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
    },
    true,
  );

/**
 * Runs at once, or, while a button of the mouse or a finger is down, after it is up and its click has been dealt with: what
 * appears after an answer must not push the thing being clicked from under the pointer.
 */
export function afterPointer(run: () => void): void {
  if (!isDown) run();
  else addEventListener('pointerup', () => setTimeout(run), { once: true });
}
