import { submittedForms } from '../../core/submission/collected-forms.ts';
import { type Change, historyOf } from '../../core/submission/history-of.ts';
import { isSubmitted } from '../../core/submission/snapshot.ts';
import type { Program } from '../program.ts';

/** The history of one register, by its key or path, newest first; what came after submitting is marked where that can be. */
export function changesOf({ historyOf: revisionsOf, pathOf, status, campaign }: Program, key: string): Change[] {
  const isPart = isSubmitted(pathOf(key), campaign.id, submittedForms(campaign, status.value));
  return historyOf(revisionsOf(key), isPart ? (status.value?.heads ?? null) : null);
}
