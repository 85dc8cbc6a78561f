import type { ColumnForm } from '../form/column-form.ts';
import type { Place } from '../places/place.ts';
import { factsOf } from '../submission/facts.ts';
import type { Registers } from '../submission/registers.ts';
import type { RevisionIndex } from '../submission/revision-index.ts';
import { registersAsSubmitted } from '../submission/snapshot.ts';
import { type Status, type SubmissionState, statusOf, statusPathOf } from '../submission/status.ts';
import { type SchoolRows, schoolRowsOf } from './column-rows.ts';
import { type MergedRow, mergeRows } from './merge-rows.ts';

/** One school a campaign expects, as it stands in it. */
export type CollectedSchool = {
  place: Place;
  /** null: it never said anything */
  state: SubmissionState | null;
  /** what counts: its rows and what is printed of them; null: nothing was submitted, or it was given back */
  sent: { rows: SchoolRows; merged: MergedRow } | null;
};

/** RG3: only what is submitted or accepted counts, as it was when it was submitted; a row with nothing in it is none. */
export function collectSchool(
  form: ColumnForm,
  campaignId: string,
  place: Place,
  history: RevisionIndex,
): CollectedSchool {
  const status = statusOf(history.historyOf(statusPathOf(campaignId)));
  const state = status?.state ?? null;
  if (!status || (state !== 'submitted' && state !== 'accepted')) return { place, state, sent: null };
  const rows = schoolRowsOf(form, factsOf(submittedRegisters(form, campaignId, history, status), campaignId, form.id));
  const isEmpty = rows.own.size === 0 && rows.branches.every(({ row }) => row.size === 0);
  return { place, state, sent: isEmpty ? null : { rows, merged: mergeRows(form, rows) } };
}

/** A submission whose heads are of other forms, or an imported one, leaves this form as it stands (MS1). */
function submittedRegisters(
  form: ColumnForm,
  campaignId: string,
  history: RevisionIndex,
  { heads, forms }: Pick<Status, 'heads' | 'forms'>,
): Registers {
  return heads && forms.includes(form.id)
    ? registersAsSubmitted(history.all(), heads, campaignId, [form.id])
    : history.registers();
}
