import { KeysLine } from './keys-line.tsx';
import type { QuickKeys } from './quick-keys.ts';

type Props = {
  lead: string;
  /** names of the keys, and what they do */
  does: readonly (readonly [readonly string[], string])[];
  /** beside the box that switches them off */
  on: string;
  keys: QuickKeys;
};

/** VS5, SI2: what the single keys do, and the switch. */
export const QuickKeysNote = ({ lead, does, on, keys }: Props) => (
  <KeysLine lead={lead} keys={does}>
    <label class="inline">
      <input type="checkbox" checked={keys.on} onChange={(event) => keys.set(event.currentTarget.checked)} /> {on}
    </label>
  </KeysLine>
);
