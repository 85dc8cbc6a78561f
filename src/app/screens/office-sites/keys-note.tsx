import type { Form } from '../../../core/form/form.ts';
import { siteStates } from '../../../core/verification/site-grid.ts';
import { siteCheckTexts as words } from '../../../texts/site-checks.ts';
import type { QuickKeys } from '../../office/quick-keys.ts';
import { QuickKeysNote } from '../../office/quick-keys-note.tsx';

type Props = { site: Form['site']; keys: QuickKeys };

/** SI2: what the keys do, and the switch of the digits. */
export function KeysNote({ site, keys }: Props) {
  const states = siteStates(site).map((state, at) => [[String(at + 1)], `${words.states[state] ?? state},`] as const);
  return <QuickKeysNote lead={words.keysLead} does={[...states, ...words.move]} on={words.keysOn} keys={keys} />;
}
