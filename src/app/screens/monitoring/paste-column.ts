import type { FormColumn } from '../../../core/form/column-form.ts';
import { type CellReader, type PasteRow, placePasted, readPastedCount } from '../../../core/form/paste.ts';
import type { Json } from '../../../core/json.ts';
import { cellKey } from '../../../core/monitoring/column-rows.ts';
import { fitsColumn } from '../../../core/monitoring/fits-column.ts';
import { fail, ok } from '../../../core/result.ts';
import { tableTexts } from '../../../texts/tables.ts';
import type { FormPlace, Monitoring } from '../../monitoring/use-monitoring.ts';
import type { Pasted } from '../../paste-preview.tsx';
import { optionsOf, wordsOf } from './cell.tsx';

/** A pasted column laid on the cells of one place, from the one it was pasted into down; shown before anything is written (PA2). */
export function readPastedColumn(
  text: string,
  columns: readonly FormColumn[],
  start: string,
  place: FormPlace,
  { pathOf, cellOf }: Monitoring,
): Pasted {
  const open = columns.filter((column) => !column.private);
  const columnOf = new Map(open.map((column) => [pathOf(cellKey(column.id, place.id)), column]));
  const rows = [...columnOf].map(([key, { title }]): PasteRow => ({ key, label: title, closed: false }));
  const read: CellReader<Json> = ([cell = '', ...more], { key }) => {
    const column = columnOf.get(key);
    return more.length > 0 || !column ? fail('too-many-cells') : readCell(column, cell);
  };
  const at = open.findIndex(({ id }) => id === start);
  const { taken, left } = placePasted(text, rows, Math.max(0, at), read);
  return {
    title: taken.length > 0 ? tableTexts.pasteTitle(taken.length, place.name) : tableTexts.pasteNothing(place.name),
    taken: taken.map(({ row, value }) => {
      const column = columnOf.get(row.key);
      const before = column ? cellOf(column.id, place) : null;
      const said = column ? `${row.label}: ${wordsOf(column, value)}` : row.label;
      const instead = before === value ? tableTexts.same : column ? tableTexts.instead(wordsOf(column, before)) : '';
      return { key: row.key, value, words: before === null ? said : `${said}, ${instead}` };
    }),
    left,
  };
}

function readCell(column: FormColumn, cell: string) {
  if (column.kind === 'count') return readPastedCount(cell);
  const said = cell.toLowerCase();
  const option = Object.entries(optionsOf(column)).find(
    ([key, words]) => key === cell || words.toLowerCase() === said || said.startsWith(`${key} `),
  )?.[0];
  if (option === undefined) return fail('not-an-option' as const);
  const value: Json = column.kind === 'choice' ? Number(option) : option;
  return fitsColumn(column, value) ? ok(value) : fail('not-an-option' as const);
}
