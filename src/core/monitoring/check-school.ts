import { type ColumnForm, filledColumns } from '../form/column-form.ts';
import { factsOf } from '../submission/facts.ts';
import type { Registers } from '../submission/registers.ts';
import { checkRows, noContext, type RowMessage } from './check-rows.ts';
import { type SchoolRows, schoolRowsOf } from './column-rows.ts';
import { progressOf, type RowsProgress } from './missing-cells.ts';

/** What an officer sees of one school's rows. */
export type CheckedSchool = {
  rows: SchoolRows;
  messages: readonly RowMessage[];
  progress: RowsProgress;
  /** whether a figure was ever given */
  isBegun: boolean;
};

/**
 * PN3: a school's rows checked by what stands in revisions. Contacts of staff stand apart from them, so neither their cells nor the
 * check that asks for them count here.
 */
export function checkSchool(
  form: ColumnForm,
  registers: Registers,
  campaignId: string,
  previousId: string | null,
): CheckedSchool {
  const rows = schoolRowsOf(form, factsOf(registers, campaignId, form.id));
  const before = previousId === null ? null : schoolRowsOf(form, factsOf(registers, previousId, form.id)).own;
  const hidden = new Set(form.columns.filter((column) => column.private).map(({ id }) => id));
  const shown = { ...form, columns: form.columns.filter(({ id }) => !hidden.has(id)) };
  const context = { ...noContext, previous: before && before.size > 0 ? before : null };
  const messages = checkRows(form, rows, context).flatMap((message): RowMessage[] => {
    if (message.code !== 'X08') return [message];
    const columns = message.columns.filter((id) => !hidden.has(id));
    return columns.length === 0 ? [] : [{ ...message, columns, values: columns.map(() => null) }];
  });
  const isBegun = [rows.own, ...rows.branches.map(({ row }) => row)].some((row) =>
    filledColumns(form).some(({ id }) => row.has(id)),
  );
  return { rows, messages, progress: progressOf(shown, rows), isBegun };
}
