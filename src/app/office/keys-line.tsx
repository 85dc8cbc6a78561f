import type { ComponentChildren } from 'preact';

/** What single keys and short codes do: «↑ ↓ строка», one after the other. */
export function KeysLine({ lead, keys, children }: Props) {
  return (
    <p class="s q keys">
      {lead ? `${lead} ` : null}
      {keys.map(([names, does]) => (
        <span key={does}>
          {names.map((name) => (
            <kbd key={name}>{name}</kbd>
          ))}{' '}
          {does}{' '}
        </span>
      ))}
      {children}
    </p>
  );
}

type Props = {
  lead?: string;
  /** names of the keys, and what they do */
  keys: readonly (readonly [readonly string[], string])[];
  children?: ComponentChildren;
};
