import { fieldTexts } from '../../../texts/fields.ts';
import { Icon } from '../../../ui/icon.tsx';

/** PD1: typed words that look like somebody's data are not kept before the person has decided. */
export const HeldText = ({ id, onKeep }: { id: string; onKeep: () => void }) => (
  <div class="err" id={id} role="status">
    <Icon sign="warn" />
    <span>
      {fieldTexts.looksPersonal}{' '}
      <button type="button" class="btn sm" onClick={onKeep}>
        {fieldTexts.keepAnyway}
      </button>
    </span>
  </div>
);
