import type { Campaign } from '../submission/campaigns.ts';
import { scoredFormOf } from '../submission/collected-forms.ts';
import type { Form } from './form.ts';
import { formNameOf } from './form-name.ts';

/** FP4: whether a campaign collects the program's own form: it names that, and no published one by its hash. */
export const isOwn = (own: Form, campaign: Pick<Campaign, 'forms' | 'formHash'>): boolean =>
  campaign.formHash === undefined && scoredFormOf(campaign) === formNameOf(own);

/**
 * FP4: what stands in the place of a form that has not come, or that this program is too old for: its name, and nothing asked.
 * `own`: the program's, for what every form has.
 */
export function awaitedForm(own: Form, name: string): Form {
  const [id = name, version] = name.split('@');
  return {
    format: own.format,
    id,
    version: Number(version) || 1,
    title: '',
    levels: own.levels,
    criteria: [],
    journalFill: { ...own.journalFill, months: [] },
    yearClosing: { ...own.yearClosing, rows: [] },
    exams: { kinds: [], subjects: [] },
    site: { ...own.site, checks: [] },
  };
}

/** Whether a form only stands in the place of one that is not here. */
export const isAwaited = ({ criteria }: Pick<Form, 'criteria'>): boolean => criteria.length === 0;
