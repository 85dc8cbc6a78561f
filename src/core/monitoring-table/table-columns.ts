import { modulesName } from '../answers-file/monitoring-block.ts';
import { type ColumnForm, type FormColumn, filledColumns } from '../form/column-form.ts';

/** CX7: what a column of a spreadsheet may be: the form's columns that are filled in, and the list beside a count as one of its own, under the name it has in a file of answers. */
export const tableColumnsOf = (form: ColumnForm): readonly FormColumn[] =>
  filledColumns(form).flatMap((column) =>
    isListBeside(column)
      ? [column, { ...column, id: modulesName, kind: 'rows' as const, title: column.rowsTitle ?? column.title }]
      : [column],
  );

/** A count with a list of what is counted. */
export const isListBeside = ({ kind, rows }: FormColumn): boolean => kind === 'count' && rows !== undefined;

/** In the order of the form's numbers, «14.modules» after 14. */
export const inOrderOfNumbers = (a: string, b: string): number =>
  Number.parseFloat(a) - Number.parseFloat(b) || a.length - b.length;
