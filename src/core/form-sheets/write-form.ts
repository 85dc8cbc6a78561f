import type { ColumnForm } from '../form/column-form.ts';
import type { Form } from '../form/form.ts';
import type { SectionForm } from '../form/section-form.ts';
import { columnSheets } from './write-columns.ts';
import { scoredSheets } from './write-scored.ts';
import { sectionSheets } from './write-sections.ts';

/** What stands in a cell; '' nothing. */
export type CellValue = string | number;
/** Headings in the first row. */
export type WrittenSheet = { name: string; rows: readonly (readonly CellValue[])[] };

/** FS2: the sheets of any form, as they read back to the same form. */
export function sheetsOf(form: Form | ColumnForm | SectionForm): readonly WrittenSheet[] {
  if (form.format === 'gotovo-form/1') return scoredSheets(form);
  return form.format === 'gotovo-columns/1' ? columnSheets(form) : sectionSheets(form);
}
