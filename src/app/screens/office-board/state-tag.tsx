import type { Standing } from '../../../core/verification/standing.ts';
import type { BoardRow } from '../../../reports/board/board.ts';
import { boardTexts } from '../../../texts/board.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { Sign } from '../../../ui/signs.tsx';

export const signOf: Readonly<Record<Standing['state'], Sign>> = {
  neverOpened: 'no',
  filling: 'pen',
  returned: 'back',
  submitted: 'up',
  accepted: 'yes',
};

export const toneOf: Readonly<Record<Standing['state'], 'bad' | 'warn' | 'acc' | 'ok'>> = {
  neverOpened: 'bad',
  filling: 'warn',
  returned: 'warn',
  submitted: 'acc',
  accepted: 'ok',
};

/** How far a school has come as a pill: sign, word, colour. */
export function StateTag({ row: { state, returned } }: { row: BoardRow }) {
  return (
    <span class={`tag ${toneOf[state]}`}>
      <Icon sign={signOf[state]} />
      {state === 'returned' ? boardTexts.returned(returned) : boardTexts.states[state]}
    </span>
  );
}
