import { useId } from 'preact/hooks';
import type { FormColumn } from '../../../core/form/column-form.ts';
import { propertiesOf } from '../../../core/submission/answer.ts';
import { monitoringScreenTexts as texts } from '../../../texts/monitoring-screen.ts';
import { openPrivateCells } from '../../monitoring/private-cells.ts';
import { useProgram } from '../../program.ts';

type Props = { column: FormColumn; path: string; label: string };

/** MS8: a name or a contact: a field for each of its parts, closed while there is no place they can be erased from. */
export function PrivateCell({ column, path, label }: Props) {
  const id = useId();
  const program = useProgram();
  const cells = openPrivateCells?.(program) ?? null;
  const parts = propertiesOf(cells?.valueOf(path) ?? null);
  if (cells === null)
    return (
      <>
        <label class="vh" for={id}>
          {label}
        </label>
        <input id={id} type="text" disabled placeholder={texts.privateCell} aria-describedby="private-later" />
      </>
    );
  return (
    <div class="stack tight">
      {(column.fields ?? []).map((name) => (
        <label key={name} class="f">
          <span class="s">{texts.parts[name]}</span>
          <input
            type="text"
            autocomplete="off"
            aria-label={texts.label(label, texts.parts[name])}
            value={String(parts[name] ?? '')}
            onChange={({ currentTarget: { value } }) => {
              const { [name]: _before, ...rest } = parts;
              const next = value.trim() === '' ? rest : { ...rest, [name]: value.trim() };
              cells.answer(path, Object.keys(next).length === 0 ? null : next);
            }}
          />
        </label>
      ))}
    </div>
  );
}
