import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { Sign } from './signs.tsx';

export type Tone = 'ok' | 'warn' | 'bad';

/** Status in text: sign + word (+ colour). */
export function Mark({
  sign,
  tone,
  small,
  children,
}: {
  sign: Sign;
  tone?: Tone;
  small?: boolean;
  children: ComponentChildren;
}) {
  return (
    <span class={['mark', tone, small && 's'].filter(Boolean).join(' ')}>
      <Icon sign={sign} />
      <span>{children}</span>
    </span>
  );
}

/** Status as a pill: the state of a whole self-assessment or table. */
export function Tag({ sign, tone, children }: { sign: Sign; tone?: Tone; children: ComponentChildren }) {
  return (
    <span class={tone ? `tag ${tone}` : 'tag'}>
      <Icon sign={sign} />
      {children}
    </span>
  );
}
