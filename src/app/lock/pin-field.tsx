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
  inputRef?: Ref<HTMLInputElement>;
};

/** Where a PIN is typed; what is wrong with it is told under it at once. */
export function PinField({ value, onInput, problem, fresh = false, inputRef }: Props) {
  const id = useId();
  return (
    <>
      <div class="f">
        <label class="lab" for={id}>
          {lockTexts.pin}
        </label>
        <input
          id={id}
          ref={inputRef ?? null}
          type="password"
          class="d"
          inputMode="numeric"
          autocomplete={fresh ? 'new-password' : 'off'}
          maxLength={6}
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
