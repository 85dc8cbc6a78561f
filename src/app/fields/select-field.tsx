import { useId } from 'preact/hooks';
import type { Json } from '../../core/json.ts';
import { propertiesOf } from '../../core/submission/answer.ts';
import { useProgram } from '../program.ts';
import { useRegister } from '../use-view.ts';

type Props = {
  registerKey: string;
  property?: string;
  label: string;
  hideLabel?: boolean;
  /** value → words; the empty choice comes first by itself */
  options: Readonly<Record<string, string>>;
  empty?: string;
};

/** One of a few words, saved at once. */
export function SelectField({ registerKey, property, label, hideLabel, options, empty = '—' }: Props) {
  const id = useId();
  const { value, write } = useRegisterValue(registerKey, property);
  return (
    <div class={hideLabel ? undefined : 'f'}>
      <label class={hideLabel ? 'vh' : 'lab'} for={id}>
        {label}
      </label>
      <select
        id={id}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => write(event.currentTarget.value || null)}
      >
        <option value="">{empty}</option>
        {Object.entries(options).map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Yes or no in a table's cell, saved at once. */
export function CheckField({ registerKey, property, label }: { registerKey: string; property: string; label: string }) {
  const { value, write } = useRegisterValue(registerKey, property);
  return (
    <label class="tick">
      <input type="checkbox" checked={value === true} onChange={(event) => write(event.currentTarget.checked)} />
      <span class="vh">{label}</span>
    </label>
  );
}

function useRegisterValue(registerKey: string, property?: string) {
  const program = useProgram();
  const stored = useRegister(registerKey)[0]?.value ?? null;
  // asked anew at the moment of writing: a field of the same row may have saved when it was left
  const read = () => program.registers.value.get(program.pathOf(registerKey))?.[0]?.value ?? null;
  return {
    value: property ? (propertiesOf(stored)[property] ?? null) : stored,
    write: (next: Json) => program.answer(registerKey, property ? { ...propertiesOf(read()), [property]: next } : next),
  };
}
