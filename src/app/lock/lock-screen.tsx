import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { lockTexts } from '../../texts/lock.ts';
import { Icon } from '../../ui/icon.tsx';
import { CodeForm } from '../enrolment/code-form.tsx';
import { useProgram } from '../program.ts';
import { unlock } from './lock.ts';
import { checkPin, isPin, removePin } from './pin.ts';

/** LK1–LK3: stands instead of the program until the PIN, or a new code of the school, is entered. */
export function LockScreen() {
  const { now } = useProgram();
  const [pin, setPin] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);

  async function open(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    if (!isPin(pin)) return setSaid(lockTexts.notPin);
    setBusy(true);
    const outcome = await checkPin(pin, () => now().getTime());
    setBusy(false);
    setPin('');
    if (outcome.code === 'right') return unlock();
    setSaid(lockTexts[outcome.code](outcome.seconds));
    field.current?.focus();
  }

  return (
    <main class="stack narrow">
      <h1>{lockTexts.title}</h1>
      <p class="lead">{lockTexts.lead}</p>
      <form class="card stack" onSubmit={open} noValidate>
        <div class="f">
          <label class="lab" for={id}>
            {lockTexts.pin}
          </label>
          <input
            id={id}
            ref={field}
            type="password"
            class="d"
            inputMode="numeric"
            autocomplete="off"
            maxLength={6}
            value={pin}
            aria-invalid={said ? 'true' : undefined}
            aria-describedby={said ? `${id}e` : undefined}
            onInput={(event) => setPin(event.currentTarget.value)}
          />
        </div>
        <div role="alert">
          {said ? (
            <p class="err" id={`${id}e`}>
              <Icon sign="stop" />
              <span>{said}</span>
            </p>
          ) : null}
        </div>
        <p class="row">
          <button type="submit" class="btn main" aria-disabled={busy}>
            {busy ? lockTexts.checking : lockTexts.open}
          </button>
        </p>
      </form>
      <details>
        <summary>{lockTexts.forgotten}</summary>
        <div class="card stack">
          <p>{lockTexts.forgottenText}</p>
          <CodeForm
            onEntered={() => {
              removePin();
              unlock();
            }}
          />
        </div>
      </details>
    </main>
  );
}
