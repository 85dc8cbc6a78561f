import type { Json } from '../json.ts';
import { fail, ok } from '../result.ts';
import { propertiesOf } from '../submission/answer.ts';
import { countOf } from '../submission/passport.ts';
import { type CellReader, readPastedCount, readPastedPercent } from './paste.ts';

export const monthColumns = ['filled', 'due', 'percent'] as const;
export type MonthColumn = (typeof monthColumns)[number];
type MonthFigures = { [column in MonthColumn]?: number };

/**
 * PA1: cells of one month, the first of them pasted into `column`, the next ones into the columns to its right. Gives the
 * month as it will be stored: a pasted count joins the one that stands there, a pasted percent replaces a pair, and the
 * percent pasted beside a whole pair is left to be computed. `storedOf` gives the month's value by the key of its row.
 */
export const readPastedMonth =
  (column: MonthColumn, storedOf: (key: string) => Json): CellReader<Json> =>
  (cells, row) => {
    const first = monthColumns.indexOf(column);
    if (first + cells.length > monthColumns.length) return fail('too-many-cells');
    const pasted: MonthFigures = {};
    for (const [at, cell] of cells.entries()) {
      const name = monthColumns[first + at];
      if (name === undefined || cell === '') continue;
      const figure = name === 'percent' ? readPastedPercent(cell) : readPastedCount(cell);
      if (!figure.ok) return figure;
      pasted[name] = figure.value;
    }
    if (pasted.percent !== undefined && (pasted.filled === undefined || pasted.due === undefined))
      return ok({ percent: pasted.percent });
    const { percent: _computed, ...counts } = { ...propertiesOf(storedOf(row.key)), ...pasted };
    const [filled, due] = [countOf(counts.filled ?? null), countOf(counts.due ?? null)];
    return filled !== null && due !== null && filled > due ? fail('above-due') : ok(counts);
  };
