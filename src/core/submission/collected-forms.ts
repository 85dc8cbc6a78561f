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

/** Forms of other shapes than the scored one's; whatever else a campaign collects is a scored form. */
export const otherFormIds: readonly string[] = ['monitoring', 'site-report'];

/** FP4: the scored form a campaign collects, as it names it; null: none. One that names no form collects the program's own. */
export function scoredFormOf({ forms }: Pick<Campaign, 'forms'>): string | null {
  if (formIdsOf(forms) === null) return `${scoredFormId}@1`;
  return forms?.find((form) => !otherFormIds.includes(form.split('@')[0] ?? form)) ?? null;
}

type Collecting = Pick<Campaign, 'forms' | 'formHash'>;
/** What is known of a published form: its name, and the hash of the whole. */
export type Published = { id: string; version: number; hash: string };

/** FP1: what a campaign that collects these forms says of them: with the hash of the scored one where that is a published one. `before`: what it said so far. */
export function pinned(
  forms: readonly string[],
  published: readonly Published[],
  before: Collecting | null = null,
): { forms: readonly string[]; formHash?: string } {
  const name = scoredFormOf({ forms });
  if (before?.formHash !== undefined && scoredFormOf(before) === name) return { forms, formHash: before.formHash };
  if (name === scoredFormOf({})) return { forms }; // the program's own, whoever published another by its name
  const [found] = namesakesOf({ forms }, published);
  return { forms, ...(found ? { formHash: found.hash } : {}) };
}

/** FP1: the published forms of the name the scored one has here; of several nothing says which is meant. */
export const namesakesOf = (collecting: Collecting, published: readonly Published[]): readonly Published[] =>
  published.filter(({ id, version }) => `${id}@${version}` === scoredFormOf(collecting));

/** Whether a campaign collects a form that is scored. */
export const collectsScored = (campaign: Pick<Campaign, 'forms'>): boolean => scoredFormOf(campaign) !== null;

/** MS1: whether a campaign collects this form. */
export const collects = (campaign: Pick<Campaign, 'forms'>, formId: string): boolean =>
  collectedForms(campaign).includes(formId);

type Submitted = { state: string; heads: ReadonlySet<string> | null; forms: readonly string[] };

/** MS1: the forms a school's submission is about: those its list of heads covers, else all the campaign collects. */
export const submittedForms = (campaign: Pick<Campaign, 'forms'>, status: Submitted | null): readonly string[] =>
  status && status.state !== 'draft' && status.heads ? status.forms : collectedForms(campaign);
