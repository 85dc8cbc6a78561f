import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { readDay } from '../../../core/submission/typed-text.ts';
import { networkScreenTexts as texts } from '../../../texts/network-screen.ts';
import { dateText } from '../../../texts/numbers.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useSavedText } from '../../fields/use-saved-text.ts';

/** so long may one text of a value be (RV4) */
const longest = 4000;

type Props = {
  label: string;
  /** the label is spoken, not shown: cells of tables */
  hideLabel?: boolean;
  hint?: string;
  stored: string;
};

type Saved = Props & { save: (text: string) => Promise<boolean> };

/** A line that saves by itself. */
export function LineField({ save, ...props }: Saved) {
  const field = useSavedText({ stored: props.stored, save });
  return (
    <Labelled {...props} problem={field.failed ? texts.unsaved : null}>
      {(described) => <input type="text" autocomplete="off" maxLength={longest} {...described} {...field.inputProps} />}
    </Labelled>
  );
}

/** A longer text that saves by itself. */
export function AreaField({ save, ...props }: Saved) {
  const field = useSavedText({ stored: props.stored, save });
  return (
    <Labelled {...props} problem={field.failed ? texts.unsaved : null}>
      {(described) => <textarea rows={4} maxLength={longest} {...described} {...field.inputProps} />}
    </Labelled>
  );
}

/** A day as people type it; what is no day stays in the field and is told. */
export function DayField({ save, ...props }: Saved) {
  const field = useSavedText({
    stored: dateText(props.stored),
    mayKeep: (text) => readDay(text) === null || typeof readDay(text) === 'string',
    save: (text) => {
      const day = readDay(text);
      return save(typeof day === 'string' ? day : '');
    },
  });
  return (
    <Labelled {...props} problem={field.held ? texts.badDay : field.failed ? texts.unsaved : null}>
      {(described) => (
        <input type="text" inputMode="numeric" class="d" autocomplete="off" {...described} {...field.inputProps} />
      )}
    </Labelled>
  );
}

type Described = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: 'true' };

type LabelledProps = Props & { problem: string | null; children: (described: Described) => ComponentChildren };

function Labelled({ label, hideLabel, hint, problem, children }: LabelledProps) {
  const id = useId();
  const by = [hint ? `${id}h` : '', problem ? `${id}e` : ''].filter(Boolean).join(' ');
  return (
    <div class={hideLabel ? undefined : 'f'}>
      <label class={hideLabel ? 'vh' : 'lab'} for={id}>
        {label}
      </label>
      {children({
        id,
        ...(by ? { 'aria-describedby': by } : {}),
        ...(problem ? { 'aria-invalid': 'true' as const } : {}),
      })}
      {hint ? (
        <p class="hint" id={`${id}h`}>
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p class="err" id={`${id}e`}>
          <Icon sign="stop" />
          <span>{problem}</span>
        </p>
      ) : null}
    </div>
  );
}
