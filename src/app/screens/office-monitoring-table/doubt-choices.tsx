import { useId } from 'preact/hooks';
import type { Json } from '../../../core/json.ts';
import { tableTexts as words } from '../../../texts/monitoring-table.ts';

/** What can be given beside the choices: a figure, or one of a long list; null: nothing. */
export type Besides = 'count' | readonly { value: Json; label: string }[] | null;

export function Beside({
  besides,
  value,
  onType,
}: {
  besides: NonNullable<Besides>;
  value: string;
  onType: (typed: string) => void;
}) {
  const id = useId();
  return (
    <div class="f">
      <label class="lab" for={id}>
        {besides === 'count' ? words.typed : words.pick}
      </label>
      {besides === 'count' ? (
        <input
          id={id}
          type="text"
          inputMode="numeric"
          class="d"
          autocomplete="off"
          value={value}
          onInput={({ currentTarget }) => onType(currentTarget.value)}
        />
      ) : (
        <select id={id} value={value} onChange={({ currentTarget }) => onType(currentTarget.value)}>
          <option value="">{words.pickNone}</option>
          {besides.map((one) => (
            <option key={String(one.value)} value={String(one.value)}>
              {one.label}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}

type TileProps = {
  name: string;
  value: string;
  chosen: string | null;
  onChoose: (value: string) => void;
  children: string;
};

export function Tile({ name, value, chosen, onChoose, children }: TileProps) {
  return (
    <label class="opt">
      <input type="radio" name={name} checked={chosen === value} onChange={() => onChoose(value)} />
      <span>{children}</span>
    </label>
  );
}
