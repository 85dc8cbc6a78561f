import { isAwaited } from '../form/awaited-form.ts';
import type { Form } from '../form/form.ts';
import type { Campaign } from '../submission/campaigns.ts';
import { collectsScored, namesakesOf, type Published } from '../submission/collected-forms.ts';
import type { CampaignProblem } from './campaign-draft.ts';

type Collecting = Pick<Campaign, 'forms' | 'formHash'>;

/**
 * CN1, FP1, FP4: why a campaign cannot be published with the form it is to collect: it is not here whole, or which of two of one name
 * is meant would be a guess. `form`: as `chosen` names it; `published`: all that are; `before`: what the campaign said so far.
 */
export function formProblems(
  chosen: Collecting,
  form: Form,
  published: readonly Published[],
  before: Collecting | null,
): CampaignProblem[] {
  if (!collectsScored(chosen)) return [];
  if (isAwaited(form)) return [{ field: 'forms', code: 'form-awaited' }];
  const isGuessed = namesakesOf(chosen, published).length > 1 && chosen.formHash !== before?.formHash;
  return isGuessed ? [{ field: 'forms', code: 'form-twice' }] : [];
}
