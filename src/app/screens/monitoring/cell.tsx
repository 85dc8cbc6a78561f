import { useId } from 'preact/hooks';
import type { ColumnForm, FormColumn } from '../../../core/form/column-form.ts';
import type { Json } from '../../../core/json.ts';
import { cellKey } from '../../../core/monitoring/column-rows.ts';
import { fitsColumn } from '../../../core/monitoring/fits-column.ts';
import { propertiesOf } from '../../../core/submission/answer.ts';
import { systemNameIn } from '../../../core/systems/form-with-systems.ts';
import { systemChoices } from '../../../core/systems/systems.ts';
import { monitoringTexts } from '../../../texts/monitoring.ts';
import { monitoringScreenTexts as texts } from '../../../texts/monitoring-screen.ts';
import { Icon } from '../../../ui/icon.tsx';
import { TextField } from '../../fields/text-field.tsx';
import type { FormPlace, Monitoring } from '../../monitoring/use-monitoring.ts';
import { useProgram } from '../../program.ts';
import { useSystems } from '../../use-systems.ts';
import { useRegister } from '../../use-view.ts';
import { PrivateCell } from './private-cell.tsx';

export type CellProps = { column: FormColumn; place: FormPlace; monitoring: Monitoring };

/** One cell of the form: it saves by itself, and beside an empty one stands what is known already (MS3). */
export function Cell(props: CellProps) {
  const { column, place, monitoring } = props;
  const { answer } = useProgram();
  const key = cellKey(column.id, place.id);
  const offer = monitoring.offers.get(key);
  const label = texts.label(column.title, place.name);
  const take = offer ? texts.take(wordsOf(column, offer.value), offer) : '';
  return (
    <div class="stack tight">
      <Field {...props} label={label} />
      {offer ? (
        <button
          type="button"
          class="btn sm link offer"
          tabIndex={-1}
          aria-label={texts.label(label, take)}
          onClick={() => answer(monitoring.pathOf(key), offer.value)}
        >
          {take}
        </button>
      ) : null}
    </div>
  );
}

function Field({ column, place, monitoring, label }: CellProps & { label: string }) {
  const path = monitoring.pathOf(cellKey(column.id, place.id));
  if (column.private) return <PrivateCell column={column} path={path} label={label} />;
  if (column.kind === 'count')
    return (
      <TextField
        registerKey={path}
        kind="count"
        hideLabel
        label={label}
        problemOf={(value) => (fitsColumn(column, value) ? null : texts.least(column.least ?? 0))}
      />
    );
  const isClosed =
    column.id === '19' && monitoring.cellOf('5', place) === 'none' && monitoring.cellOf('19', place) === null;
  return <ChoiceCell column={column} path={path} label={label} closed={isClosed ? texts.noSystem : null} />;
}

type ChoiceProps = {
  column: FormColumn;
  path: string;
  label: string /** why nothing can be chosen */;
  closed?: string | null;
};

/** One of a few; what came from elsewhere and is none of them stays to be seen. */
export function ChoiceCell({ column, path, label, closed = null }: ChoiceProps) {
  const { answer } = useProgram();
  const id = useId();
  const stored = useRegister(path)[0]?.value ?? null;
  const systems = useSystems();
  const options = column.kind === 'system' ? systemChoices(systems, stored ?? undefined) : optionsOf(column);
  const isUnfit = stored !== null && !(fitsColumn(column, stored) && String(stored) in options);
  const typed = isUnfit ? String(propertiesOf(stored).typed ?? JSON.stringify(stored)) : '';
  return (
    <>
      <label class="vh" for={id}>
        {label}
      </label>
      <select
        id={id}
        disabled={closed !== null}
        value={stored === null ? '' : isUnfit ? typed : String(stored)}
        aria-invalid={isUnfit ? 'true' : undefined}
        aria-describedby={isUnfit ? `${id}e` : undefined}
        onChange={({ currentTarget: { value } }) =>
          answer(path, value === '' ? null : column.kind === 'choice' ? Number(value) : value)
        }
      >
        <option value="">{closed ?? texts.empty}</option>
        {isUnfit ? <option value={typed}>{typed}</option> : null}
        {Object.entries(options).map(([key, words]) => (
          <option key={key} value={key}>
            {column.kind === 'choice' ? texts.option(key, words) : words}
          </option>
        ))}
      </select>
      {isUnfit ? (
        <p class="err" id={`${id}e`}>
          <Icon sign="stop" />
          <span>{texts.notAnOption(typed)}</span>
        </p>
      ) : null}
    </>
  );
}

/** What can be chosen in a column, with its words. */
export const optionsOf = ({ options }: FormColumn): Readonly<Record<string, string>> => options ?? {};

/** A value of a column in words. */
export function wordsOf(column: FormColumn, value: Json): string {
  if (value === null) return texts.empty;
  const words = optionsOf(column)[String(value)];
  if (words !== undefined) return words;
  return typeof value === 'object' ? String(propertiesOf(value).typed ?? '') : String(value);
}

/** What the program adds to column 25 of a branch that works otherwise. */
export const addedNote = (form: ColumnForm, branch: string, system: string): string =>
  texts.addedNote(branch, monitoringTexts.systemNote(systemNameIn(form, system)));
