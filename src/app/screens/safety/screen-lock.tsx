import { useId, useState } from 'preact/hooks';
import { lockTexts } from '../../../texts/lock.ts';
import { Icon } from '../../../ui/icon.tsx';
import { lock } from '../../lock/lock.ts';
import { canKeepPin, isPin, readPin, removePin, setPin } from '../../lock/pin.ts';

/** LK1: closing the screen with a PIN, switched on and off, with the honest word on what it is not. */
export function ScreenLock() {
  const [isOn, setOn] = useState(() => readPin() !== null);
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();

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
          <div class="f">
            <label class="lab" for={id}>
              {lockTexts.pin}
            </label>
            <input
              id={id}
              type="password"
              class="d"
              inputMode="numeric"
              autocomplete="new-password"
              maxLength={6}
              value={typed}
              aria-invalid={problem ? 'true' : undefined}
              aria-describedby={problem ? `${id}e` : undefined}
              onInput={(event) => setTyped(event.currentTarget.value)}
            />
          </div>
          {problem ? (
            <p class="err" id={`${id}e`} role="alert">
              <Icon sign="stop" />
              <span>{problem}</span>
            </p>
          ) : null}
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
