import type { ColumnForm, FormColumn } from '../form/column-form.ts';
import { choicesHeadings, columnHeadings, rowsHeadings, settingsHeadings } from './headings.ts';
import type { WrittenSheet } from './write-form.ts';
import { listOf, sheetOf } from './write-rows.ts';

const types: Readonly<Record<FormColumn['kind'], string>> = {
  'row-number': 'row_number',
  place: 'place',
  system: 'system',
  person: 'person',
  contact: 'contact',
  count: 'integer',
  choice: 'select_one',
  rows: 'rows',
  text: 'text',
};

/** What stands for a mark that may be said either way. */
const said = (is: boolean | undefined): string | undefined => (is === undefined ? undefined : is ? 'yes' : 'no');

/** FS10: the sheets of a form that is one row a school. */
export function columnSheets(form: ColumnForm): readonly WrittenSheet[] {
  const { columns } = form;
  return [
    ...sheetOf(
      'survey',
      columnHeadings,
      columns.map((column) => ({
        type: column.kind === 'choice' ? `select_one ${column.id}` : types[column.kind],
        name: column.id,
        label: column.title,
        hint: column.explain,
        group: column.group,
        branch: column.branch,
        least: column.least,
        up_to: column.upTo,
        fields: listOf(column.fields),
        rows_title: column.rowsTitle,
        private: said(column.private),
        required_unless_none: said(column.requiredUnlessNone),
        offer_from: column.offer?.from,
        offer_name: column.offer?.name,
      })),
    ),
    ...sheetOf(
      'choices',
      choicesHeadings,
      columns.flatMap(({ id, options }) =>
        Object.entries(options ?? {}).map(([name, label]) => ({ list_name: id, name, label })),
      ),
    ),
    ...sheetOf(
      'rows',
      rowsHeadings,
      columns.flatMap(({ id, rows = [] }) =>
        rows.map((part) => ({
          of: id,
          type: part.kind === 'count' ? 'integer' : 'text',
          name: part.id,
          label: part.title,
        })),
      ),
    ),
    ...sheetOf('settings', settingsHeadings, [
      {
        form_title: form.title,
        form_id: form.id,
        version: form.version,
        form_kind: 'columns',
        as_of: form.asOf,
        due: form.due,
      },
    ]),
  ];
}
