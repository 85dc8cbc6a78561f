import { useState } from 'preact/hooks';
import { lockTexts } from '../../../texts/lock.ts';
import { Icon } from '../../../ui/icon.tsx';
import { lock } from '../../lock/lock.ts';
import { canKeepPin, isPin, readPin, removePin, setPin } from '../../lock/pin.ts';
import { PinField } from '../../lock/pin-field.tsx';

/** LK1: closing the screen with a PIN, switched on and off, with the honest word on what it is not. */
export function ScreenLock() {
  const [isOn, setOn] = useState(() => readPin() !== null);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);

  async function set(event: Event): Promise<void> {
    event.preventDefault();
    if (!isPin(typed)) return setProblem(lockTexts.notPin);
    setProblem(null);
    await setPin(typed);
    setTyped('');
    setOn(true);
  }
  function remove(): void {
    removePin();
    setOn(false);
  }

  return (
    <section class="stack tight" aria-labelledby="screen-lock">
      <h2 id="screen-lock">{lockTexts.setTitle}</h2>
      <p>{isOn ? lockTexts.on : lockTexts.setText}</p>
      <p class="hint">{lockTexts.honest}</p>
      {isOn ? (
        <p class="row">
          <button type="button" class="btn sm" onClick={lock}>
            <Icon sign="lock" />
            {lockTexts.closeNow}
          </button>
          <button type="button" class="btn sm" onClick={remove}>
            {lockTexts.off}
          </button>
        </p>
      ) : canKeepPin() ? (
        <form class="stack tight" onSubmit={set} noValidate>
          <PinField value={typed} onInput={setTyped} problem={problem} fresh />
          <p>
            <button type="submit" class="btn sm">
              {lockTexts.set}
            </button>
          </p>
        </form>
      ) : (
        <p>{lockTexts.cannot}</p>
      )}
    </section>
  );
}
