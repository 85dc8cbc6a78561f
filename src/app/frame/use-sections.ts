import { isAwaited } from '../../core/form/awaited-form.ts';
import { hasTables } from '../../core/form/form.ts';
import { collects, collectsScored } from '../../core/submission/collected-forms.ts';
import { useProgram } from '../program.ts';
import { useView } from '../use-view.ts';
import type { Sections } from './section-tabs.tsx';

/** MS1, MS7, FP4: what this device fills in by the forms the campaign on screen collects and by whose device it is. */
export function useSections(): Sections {
  const { campaign, form, delivery } = useProgram();
  const isBranch = useView(() => delivery.value.enrolment?.role === 'branch', [delivery]);
  if (isBranch && collects(campaign, 'monitoring')) return 'branch';
  if (!collectsScored(campaign)) return 'forms';
  if (isAwaited(form)) return 'awaited';
  return hasTables(form) || collects(campaign, 'monitoring') ? 'scored' : 'plain';
}
