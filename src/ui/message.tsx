import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { Tone } from './mark.tsx';
import type { Sign } from './signs.tsx';

type Props = {
  sign: Sign;
  tone?: Tone;
  title: string;
  alert?: boolean;
  actions?: ComponentChildren;
  children?: ComponentChildren;
};

/** What happened (title), is the work safe and what next (children), at most three actions. `alert` only for a lost write. */
export function Message({ sign, tone, title, alert, actions, children }: Props) {
  return (
    <div class={tone ? `msg ${tone}` : 'msg'} role={alert ? 'alert' : 'status'}>
      <Icon sign={sign} />
      <div>
        <p class="b">{title}</p>
        {children}
        {actions ? <p class="row">{actions}</p> : null}
      </div>
    </div>
  );
}
