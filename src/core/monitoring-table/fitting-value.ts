import { modulesName } from '../answers-file/monitoring-block.ts';
import { cellSchemaOf, rowSchemaOf } from '../answers-file/monitoring-cells.ts';
import type { FormColumn } from '../form/column-form.ts';
import type { Json } from '../json.ts';
import { noneTookPart } from '../monitoring/column-rows.ts';

/** XT4: whether a decision is a value its column can hold. */
export function isFitting(column: FormColumn, value: Json): boolean {
  if (column.kind !== 'rows') return cellSchemaOf(column).safeParse(value).success;
  return (
    (value === noneTookPart && column.id !== modulesName) ||
    (Array.isArray(value) && value.every((row) => rowSchemaOf(column).safeParse(row).success))
  );
}
