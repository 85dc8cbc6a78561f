import { type FieldColumn, fieldsOf, type SectionField, type SectionForm } from '../form/section-form.ts';
import { choicesHeadings, fieldHeadings, rowsHeadings, settingsHeadings } from './headings.ts';
import type { WrittenSheet } from './write-form.ts';
import { listOf, type RowValues, sheetOf, yesIf } from './write-rows.ts';

/** FS11: the sheets of a form in sections. */
export function sectionSheets(form: SectionForm): readonly WrittenSheet[] {
  const fields = fieldsOf(form);
  return [
    ...sheetOf(
      'survey',
      fieldHeadings,
      form.sections.flatMap((section) => [
        { type: 'begin_group', name: section.id, label: section.title },
        ...section.fields.map(fieldRow),
        { type: 'end_group' },
      ]),
    ),
    ...sheetOf('choices', choicesHeadings, fields.flatMap(optionRows)),
    ...sheetOf(
      'rows',
      rowsHeadings,
      fields.flatMap(({ id, columns = [] }) =>
        columns.map((column) => ({
          of: id,
          type: columnType(id, column),
          name: column.id,
          label: column.title,
          needed: yesIf(column.needed),
          is_year: yesIf(column.isYear),
        })),
      ),
    ),
    ...sheetOf('settings', settingsHeadings, [
      { form_title: form.title, form_id: form.id, version: form.version, form_kind: 'sections' },
    ]),
  ];
}

function fieldRow(field: SectionField): RowValues {
  return {
    type: {
      'yes-no': 'select_one yes_no',
      checklist: `select_multiple ${field.id}`,
      rows: 'rows',
      count: 'integer',
    }[field.kind],
    name: field.id,
    label: field.title,
    hint: field.explain,
    required: field.optional ? 'no' : undefined,
    needs_url: yesIf(field.needsUrl),
    detail: field.detail,
    unit: field.unit,
    most: field.most,
    once: listOf(field.once),
    counts_column: field.countsWith?.column,
    counts_value: field.countsWith?.value,
    counts_title: field.countsTitle,
    obligatory_column: field.obligatory?.column,
    obligatory_least: field.obligatory?.least,
    list_in_report: field.list,
    rows_title: field.rowsTitle,
    row_title: field.rowTitle,
  };
}

const listName = (fieldId: string, columnId: string): string => `${fieldId}.${columnId}`;

const columnType = (fieldId: string, { id, kind }: FieldColumn): string =>
  ({ text: 'text', count: 'integer', url: 'url', date: 'date', choice: `select_one ${listName(fieldId, id)}` })[kind];

function optionRows({ id, items = [], columns = [] }: SectionField): RowValues[] {
  return [
    ...items.map((item) => ({
      list_name: id,
      name: item.id,
      label: item.title,
      group: item.group,
      needs_url: yesIf(item.needsUrl),
      with_text: yesIf(item.withText),
    })),
    ...columns.flatMap((column) =>
      Object.entries(column.options ?? {}).map(([name, label]) => ({
        list_name: listName(id, column.id),
        name,
        label,
      })),
    ),
  ];
}
