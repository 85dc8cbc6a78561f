import { useId, useState } from 'preact/hooks';
import type { FormColumn } from '../../../core/form/column-form.ts';
import type { Json } from '../../../core/json.ts';
import { propertiesOf } from '../../../core/submission/answer.ts';
import { monitoringScreenTexts as texts } from '../../../texts/monitoring-screen.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { useSavedText } from '../../fields/use-saved-text.ts';
import { shortMoment } from '../../moment-text.ts';
import { usePrivateValues } from '../../monitoring/use-private-values.ts';
import type { PrivateValues } from '../../private-values/private-values.ts';
import { useProgram } from '../../program.ts';

type Props = { column: FormColumn; path: string; label: string };
type PartName = NonNullable<FormColumn['fields']>[number];

/** MS8: a name or a contact: a field for each of its parts, kept apart from revisions; closed where its place cannot be opened. */
export function PrivateCell({ column, path, label }: Props) {
  const values = usePrivateValues();
  if (values === undefined) return null;
  if (values === null) return <p class="err">{texts.privateClosed}</p>;
  return (
    <div class="stack tight">
      <Elsewhere values={values} path={path} />
      {(column.fields ?? []).map((name) => (
        <Part key={name} name={name} path={path} label={label} values={values} />
      ))}
      <Where values={values} path={path} />
    </div>
  );
}

function Elsewhere({ values, path }: { values: PrivateValues; path: string }) {
  const { registers } = useProgram();
  return values.of(registers.value, path).state === 'elsewhere' ? <p class="hint">{texts.privateElsewhere}</p> : null;
}

const signs = { device: 'disk', file: 'usb', endpoint: 'dbl' } as const;

/** PV9: where the value is, as far as this device was told. */
function Where({ values, path }: { values: PrivateValues; path: string }) {
  const { registers } = useProgram();
  const now = values.of(registers.value, path);
  if (now.state !== 'here') return null;
  return (
    <p>
      <Mark sign={signs[now.where]} small>
        {texts.privateIs[now.where](now.since && shortMoment(now.since))}
      </Mark>
    </p>
  );
}

type PartProps = { name: PartName; path: string; label: string; values: PrivateValues };

function Part({ name, path, label, values }: PartProps) {
  const { registers } = useProgram();
  const id = useId();
  const [failed, setFailed] = useState(false);
  const partsNow = (): { readonly [part: string]: Json } => {
    const now = values.of(registers.value, path);
    return now.state === 'here' ? propertiesOf(now.value) : {};
  };
  const stored = partsNow()[name];
  const field = useSavedText({
    stored: typeof stored === 'string' ? stored : '',
    save: async (text) => {
      const { [name]: _before, ...rest } = partsNow(); // asked anew: the field beside it may have saved meanwhile
      const next = text.trim() === '' ? rest : { ...rest, [name]: text.trim() };
      const kept = await values.answer(path, Object.keys(next).length === 0 ? null : next);
      setFailed(!kept);
      return kept;
    },
  });
  return (
    <div class="f">
      <label class="s" for={id}>
        {texts.parts[name]}
      </label>
      <input
        id={id}
        type="text"
        autocomplete="off"
        aria-label={texts.label(label, texts.parts[name])}
        aria-describedby={failed ? `${id}e` : undefined}
        {...field.inputProps}
      />
      {failed ? (
        <p class="err" id={`${id}e`}>
          <Icon sign="stop" />
          <span>{texts.privateNotKept}</span>
        </p>
      ) : null}
    </div>
  );
}
