import { useId } from 'preact/hooks';
import type { Json } from '../../core/json.ts';
import { propertiesOf } from '../../core/submission/answer.ts';
import { looksPersonal } from '../../core/submission/personal-data.ts';
import { readCount, readDay, readDecimal, readPlain } from '../../core/submission/typed-text.ts';
import { fieldTexts } from '../../texts/fields.ts';
import { dateText, decimal } from '../../texts/numbers.ts';
import { Icon } from '../../ui/icon.tsx';
import { useTextRegister } from './use-text-register.ts';

const kinds = {
  text: { read: readPlain, show: String, className: undefined, mode: 'text' },
  reason: { read: (text: string) => text.trim(), show: String, className: undefined, mode: 'text' },
  url: { read: readPlain, show: String, className: undefined, mode: 'url' },
  count: { read: readCount, show: String, className: 'n', mode: 'numeric' },
  decimal: { read: readDecimal, show: (value: Json) => decimal(Number(value)), className: 'n', mode: 'decimal' },
  day: { read: readDay, show: (value: Json) => dateText(String(value)), className: 'd', mode: 'numeric' },
} as const;

type FieldKind = keyof typeof kinds;

type Props = {
  registerKey: string;
  property?: string;
  kind: FieldKind;
  label: string;
  /** the label is spoken, not shown: cells of tables */
  hideLabel?: boolean;
  hint?: string;
  /** of a longer text: so many lines high */
  rows?: number;
  className?: string;
  /** free text people write into: warns about pupils' data before saving (PD1) */
  free?: boolean;
  /** what is wrong with a value that was read, in words */
  problemOf?: (value: Json) => string | null;
};

/** A field that saves by itself: text, address, count, number or day. */
export function TextField(props: Props) {
  const { registerKey, kind, label, hideLabel, hint, rows, free, problemOf } = props;
  const { read, show, className, mode } = kinds[kind];
  const id = useId();
  const mayKeep = free ? (text: string) => !looksPersonal(text) : () => true;
  const field = useTextRegister({
    registerKey,
    read,
    show,
    mayKeep,
    ...(props.property ? { property: props.property } : {}),
  });
  const unread = typeof propertiesOf(field.value).typed === 'string' ? fieldTexts.unreadable[kind] : null;
  const problem = unread ?? (field.value === null ? null : (problemOf?.(field.value) ?? null));
  const describedBy = [hint ? `${id}h` : '', problem || field.held ? `${id}e` : ''].filter(Boolean).join(' ');
  const shared = {
    id,
    autocomplete: 'off' as const,
    'aria-invalid': problem ? ('true' as const) : undefined,
    'aria-describedby': describedBy || undefined,
    ...field.inputProps,
  };
  return (
    <div class={props.className ?? (hideLabel ? undefined : 'f')}>
      <label class={hideLabel ? 'vh' : 'lab'} for={id}>
        {label}
      </label>
      {rows === undefined ? (
        <input
          type="text"
          inputMode={mode}
          class={className}
          placeholder={kind === 'day' ? fieldTexts.dayPlaceholder : undefined}
          {...shared}
        />
      ) : (
        <textarea rows={rows} {...shared} />
      )}
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
      {field.held ? (
        <div class="err" id={`${id}e`} role="status">
          <Icon sign="warn" />
          <span>
            {fieldTexts.looksPersonal}{' '}
            <button type="button" class="btn sm" onClick={field.keepAnyway}>
              {fieldTexts.keepAnyway}
            </button>
          </span>
        </div>
      ) : null}
    </div>
  );
}
