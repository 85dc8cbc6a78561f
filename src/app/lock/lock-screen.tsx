import { useEffect, useRef, useState } from 'preact/hooks';
import { lockTexts } from '../../texts/lock.ts';
import { CodeForm } from '../enrolment/code-form.tsx';
import { useProgram } from '../program.ts';
import { unlock } from './lock.ts';
import { passphraseOf } from './passphrase.ts';
import { checkPin, hasPassphrase, isPin, removePin } from './pin.ts';
import { PinField } from './pin-field.tsx';

/** LK1, LK3–LK5: stands instead of the program until the PIN or the officer's passphrase, or a new code, is entered. */
export function LockScreen() {
  const { now } = useProgram();
  const isPassphrase = hasPassphrase();
  const [pin, setPin] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);

  async function open(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    if (!isPassphrase && !isPin(pin)) return setSaid(lockTexts.notPin);
    setBusy(true);
    const outcome = await checkPin(isPassphrase ? passphraseOf(pin) : pin, () => now().getTime());
    setBusy(false);
    setPin('');
    if (outcome.code === 'right') return unlock();
    setSaid(lockTexts[outcome.code](outcome.seconds, isPassphrase));
    field.current?.focus();
  }

  return (
    <main class="stack narrow">
      <h1>{lockTexts.title}</h1>
      <p class="lead">{isPassphrase ? lockTexts.leadPassphrase : lockTexts.lead}</p>
      <form class="card stack" onSubmit={open} noValidate>
        <PinField value={pin} onInput={setPin} problem={said} passphrase={isPassphrase} inputRef={field} />
        <p class="row">
          <button type="submit" class="btn main" aria-disabled={busy}>
            {busy ? lockTexts.checking : lockTexts.open}
          </button>
        </p>
      </form>
      <details>
        <summary>{isPassphrase ? lockTexts.forgottenPassphrase : lockTexts.forgotten}</summary>
        <div class="card stack">
          <p>{isPassphrase ? lockTexts.forgottenPassphraseText : lockTexts.forgottenText}</p>
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
