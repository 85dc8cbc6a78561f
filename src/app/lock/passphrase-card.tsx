import { useState } from 'preact/hooks';
import { lockTexts } from '../../texts/lock.ts';
import { passphraseTexts as words } from '../../texts/passphrase.ts';
import { Icon } from '../../ui/icon.tsx';
import { lock } from './lock.ts';
import { isPassphrase, passphraseOf, recoveryCodes } from './passphrase.ts';
import { canKeepPin, hasPassphrase, removePin, setPin } from './pin.ts';
import { PinField } from './pin-field.tsx';

const chance = () => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;

/** LK4, LK5: an officer's passphrase, set, changed and taken off, with its recovery codes shown once. */
export function PassphraseCard() {
  const [isOn, setOn] = useState(hasPassphrase);
  const [codes, setCodes] = useState<readonly string[] | null>(null);

  async function set(typed: string): Promise<void> {
    const made = recoveryCodes(chance);
    await setPin(passphraseOf(typed), made);
    setCodes(made);
    setOn(true);
  }

  return (
    <section class="stack tight" aria-labelledby="passphrase">
      <h2 id="passphrase">{words.title}</h2>
      <p>{isOn ? words.on : words.text}</p>
      <p class="hint">{words.honest}</p>
      {codes ? <Codes codes={codes} onKept={() => setCodes(null)} /> : null}
      {isOn ? (
        <p class="row">
          <button type="button" class="btn sm" onClick={lock}>
            <Icon sign="lock" />
            {words.closeNow}
          </button>
          <button type="button" class="btn sm" onClick={() => setOn(false)}>
            {words.change}
          </button>
          <button
            type="button"
            class="btn sm"
            onClick={() => {
              removePin();
              setCodes(null);
              setOn(false);
            }}
          >
            {words.off}
          </button>
        </p>
      ) : canKeepPin() ? (
        <Fresh onSet={set} />
      ) : (
        <p>{lockTexts.cannot}</p>
      )}
    </section>
  );
}

function Fresh({ onSet }: { onSet: (typed: string) => Promise<void> }) {
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (busy) return;
    if (!isPassphrase(typed)) return setProblem(words.weak);
    setBusy(true);
    await onSet(typed);
  }
  return (
    <form class="stack tight" onSubmit={submit} noValidate>
      <PinField value={typed} onInput={setTyped} problem={problem} fresh passphrase />
      <p>
        <button type="submit" class="btn sm" aria-disabled={busy}>
          {busy ? words.setting : words.set}
        </button>
      </p>
    </form>
  );
}

function Codes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  return (
    <div class="card stack">
      <h3>{words.codesTitle}</h3>
      <p>{words.codesText}</p>
      <ol class="list">
        {codes.map((code) => (
          <li key={code}>{code.replace(/(\d{4})(?=\d)/g, '$1 ')}</li>
        ))}
      </ol>
      <p class="row">
        <button type="button" class="btn sm" onClick={() => print()}>
          <Icon sign="print" />
          {words.print}
        </button>
        <button type="button" class="btn sm" onClick={onKept}>
          {words.kept}
        </button>
      </p>
    </div>
  );
}
