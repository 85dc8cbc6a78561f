import type { FormColumn } from '../../../core/form/column-form.ts';
import { listedKey } from '../../../core/monitoring/column-rows.ts';
import { firstValue } from '../../../core/submission/facts.ts';
import { monitoringScreenTexts as texts } from '../../../texts/monitoring-screen.ts';
import { moveInTable } from '../../../ui/cell-keys.ts';
import { Icon } from '../../../ui/icon.tsx';
import { TextField } from '../../fields/text-field.tsx';
import { useRemoving } from '../../fields/use-removing.tsx';
import type { FormPlace, Monitoring } from '../../monitoring/use-monitoring.ts';
import { useProgram } from '../../program.ts';

type Props = { column: FormColumn; place: FormPlace; monitoring: Monitoring; title: string };

/** Rows of a list, each a register of its own (MN1); removing one can be taken back at once. */
export function ListedRows({ column, place, monitoring, title }: Props) {
  const { answer } = useProgram();
  const { remove, undo } = useRemoving(texts);
  const { facts, pathOf } = monitoring;
  const keys = listedKeys(column, place, monitoring);
  const parts = column.rows ?? [];
  return (
    <fieldset class="stack tight">
      <legend class="lab">{title}</legend>
      {keys.length === 0 ? null : (
        <div class="scroll fold cells">
          <table onKeyDown={moveInTable}>
            <thead>
              <tr>
                {parts.map((part) => (
                  <th key={part.id} scope="col">
                    {part.title}
                  </th>
                ))}
                <th scope="col">
                  <span class="vh">{texts.removing}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {keys.map((key, at) => (
                <tr key={key}>
                  {parts.map((part) => (
                    <td key={part.id} data-l={part.title}>
                      <TextField
                        registerKey={pathOf(key)}
                        property={part.id}
                        kind={part.kind}
                        hideLabel
                        free={part.kind === 'text'}
                        label={texts.label(texts.rowOf(title, at + 1), part.title)}
                      />
                    </td>
                  ))}
                  <td data-l="">
                    <button
                      type="button"
                      class="btn sm link"
                      aria-label={texts.remove(texts.rowOf(title, at + 1))}
                      onClick={() => remove(pathOf(key), firstValue(facts, key))}
                    >
                      <Icon sign="bin" />
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p class="row">
        <button
          type="button"
          class="btn sm"
          aria-label={texts.label(title, texts.addRow)}
          onClick={() => answer(pathOf(listedKey(column.id, newRowId(keys), place.id)), { [parts[0]?.id ?? '']: '' })}
        >
          <Icon sign="plus" />
          {texts.addRow}
        </button>
        {undo}
      </p>
    </fieldset>
  );
}

/** Short keys of the rows that are there, in order. */
export function listedKeys({ id }: FormColumn, place: FormPlace, { facts }: Monitoring): string[] {
  const ending = place.id === null ? '' : `@${place.id}`;
  return [...facts.keys()]
    .filter((key) => key.startsWith(`${id}:`) && (place.id === null ? !key.includes('@') : key.endsWith(ending)))
    .sort();
}

/** After the rows there are; two devices that add one at the same moment add two. */
function newRowId(keys: readonly string[]): string {
  const last = keys.reduce((most, key) => Math.max(most, Number(/:(\d+)/.exec(key)?.[1] ?? 0)), 0);
  return `${String(last + 1).padStart(2, '0')}-${crypto.randomUUID().slice(0, 4)}`;
}
