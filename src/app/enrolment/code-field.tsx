import { codeText, digitsOf, isWholeCode } from '../../core/access/enrolment-code.ts';
import { sendingTexts } from '../../texts/sending.ts';
import { Icon } from '../../ui/icon.tsx';

type Props = {
  id: string;
  label?: string;
  digits: string;
  hint: string;
  problem: string | null;
  onDigits: (digits: string) => void;
};

/** EN1 on the screen: the code in groups of four. */
export function CodeField({ id, label = sendingTexts.code, digits, hint, problem, onDigits }: Props) {
  return (
    <div class="f">
      <label class="lab" for={id}>
        {label}
      </label>
      <input
        id={id}
        type="text"
        class="code"
        inputMode="numeric"
        autocomplete="off"
        placeholder={sendingTexts.codePlaceholder}
        value={codeText(digits)}
        aria-invalid={problem ? 'true' : undefined}
        aria-describedby={problem ? `${id}-hint ${id}-problem` : `${id}-hint`}
        onInput={(event) => onDigits(typeDigits(event.currentTarget))}
      />
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
      {problem ? (
        <p class="err" id={`${id}-problem`} role="alert">
          <Icon sign="stop" />
          <span>{problem}</span>
        </p>
      ) : null}
    </div>
  );
}

/** EN1: what is wrong with the digits typed, told before anything is done with them; null: nothing. */
export function codeProblem(digits: string): string | null {
  if (digits.length < 20) return sendingTexts.codeShort(digits.length);
  return isWholeCode(digits) ? null : sendingTexts.codeMistyped;
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
