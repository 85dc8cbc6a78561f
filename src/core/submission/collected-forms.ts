import type { Campaign } from './campaigns.ts';

/** The form that is scored: what a campaign collects that names no form, and what a submission covers that names none. */
export const scoredFormId = 'readiness';

/** Ids of forms written as `<form id>@<version>`, each once; null: none is named. */
function formIdsOf(forms: readonly string[] | undefined): readonly string[] | null {
  const ids = [...new Set((forms ?? []).map((form) => form.split('@')[0] ?? form))];
  return ids.length === 0 ? null : ids;
}

/** MS1: the ids of the forms a campaign collects; one that names none collects the scored one. */
export const collectedForms = ({ forms }: Pick<Campaign, 'forms'>): readonly string[] =>
  formIdsOf(forms) ?? [scoredFormId];

/** MS1: whether a campaign collects this form. */
export const collects = (campaign: Pick<Campaign, 'forms'>, formId: string): boolean =>
  collectedForms(campaign).includes(formId);

type Submitted = { state: string; heads: ReadonlySet<string> | null; forms: readonly string[] };

/** MS1: the forms a school's submission is about: those its list of heads covers, else all the campaign collects. */
export const submittedForms = (campaign: Pick<Campaign, 'forms'>, status: Submitted | null): readonly string[] =>
  status && status.state !== 'draft' && status.heads ? status.forms : collectedForms(campaign);
