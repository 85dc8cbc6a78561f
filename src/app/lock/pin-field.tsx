import type { Ref } from 'preact';
import { useId } from 'preact/hooks';
import { lockTexts } from '../../texts/lock.ts';
import { Icon } from '../../ui/icon.tsx';

type Props = {
  value: string;
  onInput: (typed: string) => void;
  /** what is wrong with it, in words; null: nothing */
  problem: string | null;
  /** a PIN that is being set, not one that is asked for */
  fresh?: boolean;
  /** LK4: a passphrase, or one of its recovery codes */
  passphrase?: boolean;
  inputRef?: Ref<HTMLInputElement>;
};

/** Where a PIN is typed; what is wrong with it is told under it at once. */
export function PinField({ value, onInput, problem, fresh = false, passphrase = false, inputRef }: Props) {
  const id = useId();
  return (
    <>
      <div class="f">
        <label class="lab" for={id}>
          {passphrase ? lockTexts.passphrase : lockTexts.pin}
        </label>
        <input
          id={id}
          ref={inputRef ?? null}
          type="password"
          class={passphrase ? undefined : 'd'}
          inputMode={passphrase ? 'text' : 'numeric'}
          autocomplete={fresh ? 'new-password' : 'off'}
          maxLength={passphrase ? 200 : 6}
          value={value}
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={problem ? `${id}e` : undefined}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      </div>
      <div role="alert">
        {problem ? (
          <p class="err" id={`${id}e`}>
            <Icon sign="stop" />
            <span>{problem}</span>
          </p>
        ) : null}
      </div>
    </>
  );
}
