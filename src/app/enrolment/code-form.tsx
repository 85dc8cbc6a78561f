import { useState } from 'preact/hooks';
import { codeText, digitsOf, isWholeCode } from '../../core/access/enrolment-code.ts';
import { sendingTexts } from '../../texts/sending.ts';
import { Icon } from '../../ui/icon.tsx';
import { Message } from '../../ui/message.tsx';
import { useProgram } from '../program.ts';
import { showAnchor } from '../show-anchor.ts';
import type { EnrolOutcome } from '../sync/create-sync.ts';

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
    if (digits.length < 20) return setProblem(sendingTexts.codeShort(digits.length));
    if (!isWholeCode(digits)) return setProblem(sendingTexts.codeMistyped);
    setProblem(null);
    setBusy(true);
    const outcome = await program.enrol(digits, label.trim() || program.label);
    setBusy(false);
    if (outcome !== 'enrolled') return setRefusal(outcome);
    onEntered(); // usually the form is gone: the keyboard goes on at the heading, which says what has come of it
  }

  return (
    <form class="stack" onSubmit={enter} noValidate>
      <div class="f">
        <label class="lab" for="code">
          {sendingTexts.code}
        </label>
        <input
          id="code"
          type="text"
          class="code"
          inputMode="numeric"
          autocomplete="off"
          placeholder={sendingTexts.codePlaceholder}
          value={codeText(digits)}
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={problem ? 'code-hint code-problem' : 'code-hint'}
          onInput={(event) => {
            setDigits(typeDigits(event.currentTarget));
            setProblem(null);
          }}
        />
        <p class="hint" id="code-hint">
          {sendingTexts.codeHint(digits.length)}
        </p>
        {problem ? (
          <p class="err" id="code-problem" role="alert">
            <Icon sign="stop" />
            <span>{problem}</span>
          </p>
        ) : null}
      </div>
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

/** Reads the digits and puts the spaces in, the caret staying behind the same digit. */
function typeDigits(input: HTMLInputElement): string {
  const before = digitsOf(input.value.slice(0, input.selectionStart ?? input.value.length)).length;
  const digits = digitsOf(input.value);
  input.value = codeText(digits);
  const caret = before + Math.max(0, Math.ceil(before / 4) - 1);
  input.setSelectionRange(caret, caret);
  return digits;
}
