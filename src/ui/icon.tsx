import { type Sign, signs } from './signs.tsx';

/** A sign beside words; with `label` it speaks by itself. */
export function Icon({ sign, label, spin }: { sign: Sign; label?: string; spin?: boolean }) {
  const className = spin ? 'i spin' : 'i';
  if (label)
    return (
      <svg class={className} viewBox="0 0 20 20" role="img" aria-label={label}>
        {signs[sign]}
      </svg>
    );
  return (
    <svg class={className} viewBox="0 0 20 20" aria-hidden="true">
      {signs[sign]}
    </svg>
  );
}
