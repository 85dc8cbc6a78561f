import { useState } from 'preact/hooks';
import { sendingTexts } from '../../texts/sending.ts';
import { Message } from '../../ui/message.tsx';
import { useProgram } from '../program.ts';
import { showAnchor } from '../show-anchor.ts';
import type { EnrolOutcome } from '../sync/enrol-outcome.ts';
import { CodeField, codeProblem } from './code-field.tsx';

type Refusal = Exclude<EnrolOutcome, 'enrolled'>;

/** EN1 on the screen: the code in groups of four, a mistyped one told before any request, the answer in words. */
export function CodeForm({ onEntered = () => setTimeout(showAnchor) }: { onEntered?: () => void }) {
  const program = useProgram();
  const [digits, setDigits] = useState('');
  const [label, setLabel] = useState(program.label);
  const [problem, setProblem] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);

  async function enter(event: Event): Promise<void> {
    event.preventDefault();
    setRefusal(null);
    const slip = codeProblem(digits);
    setProblem(slip);
    if (slip) return;
    setBusy(true);
    const outcome = await program.enrol(digits, label.trim() || program.label);
    setBusy(false);
    if (outcome !== 'enrolled') return setRefusal(outcome);
    onEntered(); // usually the form is gone: the keyboard goes on at the heading, which says what has come of it
  }

  return (
    <form class="stack" onSubmit={enter} noValidate>
      <CodeField
        id="code"
        digits={digits}
        hint={sendingTexts.codeHint(digits.length)}
        problem={problem}
        onDigits={(typed) => {
          setDigits(typed);
          setProblem(null);
        }}
      />
      <div class="f">
        <label class="lab" for="device-name">
          {sendingTexts.deviceName}
        </label>
        <input
          id="device-name"
          type="text"
          maxLength={40}
          autocomplete="off"
          value={label}
          aria-describedby="device-hint"
          onInput={(event) => setLabel(event.currentTarget.value)}
        />
        <p class="hint" id="device-hint">
          {sendingTexts.deviceHint}
        </p>
      </div>
      <p class="row">
        <button type="submit" class="btn" aria-disabled={busy}>
          {sendingTexts.enter}
        </button>
        <span role="status">{busy ? sendingTexts.entering : ''}</span>
      </p>
      {refusal ? <Refused refusal={refusal} /> : null}
    </form>
  );
}

function Refused({ refusal }: { refusal: Refusal }) {
  const [title, text] = sendingTexts.codeRefused[refusal];
  return (
    <Message sign="warn" tone="warn" title={title}>
      <p>{text}</p>
    </Message>
  );
}
