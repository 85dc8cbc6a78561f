import type { FormColumn } from '../../../core/form/column-form.ts';
import type { RowsStanding } from '../../../core/monitoring/rows-standing.ts';
import { monitoringScreenTexts as texts } from '../../../texts/monitoring-screen.ts';
import { wordsOf } from './cell.tsx';

/** What is printed in the school's row: the sum, the rarest entries, paper where anybody keeps it, or that everybody has his own. */
export function SummedCell({ column, standing }: { column: FormColumn; standing: RowsStanding }) {
  const value = standing.merged.row.get(column.id) ?? null;
  if (column.private || column.branch === 'own')
    return (
      <span class="s q">{column.kind === 'system' && value !== null ? wordsOf(column, value) : texts.sum.own}</span>
    );
  const how = column.branch === 'worst' || column.branch === 'paper' ? texts.sum[column.branch] : null;
  return (
    <span>
      <b>{value === null ? texts.sum.none : String(value)}</b>
      {how ? <span class="s q"> {how}</span> : null}
    </span>
  );
}
