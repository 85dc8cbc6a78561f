import { type ColumnForm, filledColumns } from '../form/column-form.ts';
import { factsOf } from '../submission/facts.ts';
import type { Registers } from '../submission/registers.ts';
import { type SchoolRows, schoolRowsOf } from './column-rows.ts';
import { progressOf, type RowsProgress } from './missing-cells.ts';
import { type RowsGiven, type RowsStanding, rowsStanding } from './rows-standing.ts';

/** What an officer sees of one school's rows. */
export type CheckedSchool = {
  rows: SchoolRows;
  messages: RowsStanding['messages'];
  /** rows that may be of one branch, of which the school has not said it */
  twins: RowsStanding['twins'];
  progress: RowsProgress;
  /** whether a figure was ever given */
  isBegun: boolean;
};

/**
 * PN3: a school's rows checked as the school itself sees them checked, by what stands in revisions. Contacts of staff stand apart
 * from them, so neither their cells nor the check that asks for them count here.
 */
export function checkSchool(
  form: ColumnForm,
  registers: Registers,
  campaignId: string,
  given: RowsGiven,
): CheckedSchool {
  const facts = factsOf(registers, campaignId, form.id);
  const rows = schoolRowsOf(form, facts);
  const hidden = new Set(form.columns.filter((column) => column.private).map(({ id }) => id));
  const shown = { ...form, columns: form.columns.filter(({ id }) => !hidden.has(id)) };
  const standing = rowsStanding(form, facts, given);
  const messages = standing.messages.flatMap((message): RowsStanding['messages'] => {
    if (message.code !== 'X08') return [message];
    const columns = message.columns.filter((id) => !hidden.has(id));
    return columns.length === 0 ? [] : [{ ...message, columns, values: columns.map(() => null) }];
  });
  const isBegun = [rows.own, ...rows.branches.map(({ row }) => row)].some((row) =>
    filledColumns(form).some(({ id }) => row.has(id)),
  );
  const twins = standing.twins.filter(({ isDecided }) => !isDecided);
  return { rows, messages, twins, progress: progressOf(shown, standing.rows), isBegun };
}
